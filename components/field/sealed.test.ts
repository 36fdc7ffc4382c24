import { expect, it } from "vitest";

import { dayOfSealed, sealedOf } from "@/components/field/sealed";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { SealedCopy } from "@/lib/offline/signing/types";
import type { Held, Item } from "@/lib/offline/types";

const receipt = { number: "001017", time: "31/12/2017 15:02", fingerprint: "" };
const copy = {
  ...{ visit: { id: "v" }, sheet: { visitId: "v" }, fingerprint: "f" },
  sealedAt: "2017-12-31T08:00:00Z",
} as unknown as SealedCopy;
const minutes = (seq: number, standing: Item["standing"]) =>
  ({
    ...{ id: String(seq), seq, visitId: "v", subject: "minutes", standing },
    body: { kind: "minutes", text: "{}", fingerprint: "f" },
  }) as Item;
const putAway = minutes(1, { state: "kept", receipt: { ...receipt, number: "000998" }, problem: "" });

const fate = (sealed: SealedCopy, items: readonly Item[]) => {
  const held = { items, drafts: [{ visitId: "v", sealed }] } as unknown as Held;
  return sealedOf("v", { visits: [] } as unknown as FieldPack, plainDate("2017-12-31"), held)?.fate;
};

it("takes minutes for the ones that stand once they have their receipt, whatever was put away before", () => {
  const arrived = { ...copy, receipt };
  expect(fate(arrived, [putAway, minutes(2, { state: "sent", receipt })])).toBe("sent");
  expect(fate(arrived, [putAway]), "with its item gone").toBe("sent");
});

it("asks for what waits, and not for what was put away before it", () => {
  expect(fate(copy, [putAway, minutes(2, { state: "waiting" })])).toBe("waiting");
  expect(fate(copy, [putAway, minutes(2, { state: "refused", problem: "" })])).toBe("refused");
});

it("takes minutes that were put away for none", () => {
  expect(fate(copy, [putAway])).toBe("away");
  expect(fate({ ...copy, away: receipt }, [putAway])).toBe("away");
  expect(fate({ ...copy, kept: receipt }, [])).toBe("beside");
});

it("names signed minutes by the day on which they say that work began, or else were signed, and not by the plan", () => {
  const [planned, signedOn, startedOn] = ["2017-12-28", "2017-12-31", "2017-12-30"].map((day) =>
    plainDate(day),
  );
  const of = (sheet: object) =>
    dayOfSealed({ ...copy, visit: { id: "v", plannedOn: planned }, sheet } as unknown as SealedCopy);
  expect([of({}), of({ signedOn }), of({ signedOn, hours: { startedOn } })]).toEqual([
    planned,
    signedOn,
    startedOn,
  ]);
});
