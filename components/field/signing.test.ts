import { expect, it } from "vitest";

import { draftOf, sheetOf, signingProblems } from "@/components/field/minutes";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { byHand, signed, standing } from "@/lib/offline/signing/rules";
import type { Held, MinutesDraft } from "@/lib/offline/types";
import { visit } from "@/tests/papers/whole-visit";

const day = plainDate("31/12/2017");
const held: Held = {
  ...{ pack: null, sheets: [], rechecks: [], items: [], photos: [], drafts: [], handovers: [], unread: [] },
};
const pack = {
  today: day,
  dueDates: { major: null, minor: null, observation: null },
} as unknown as FieldPack;
const none = { kind: "none" } as const;
const drawn = { kind: "drawn", path: "M1 2 L3 4" } as const;

const before = "{}";
const now = '{"conclusion":"khác"}';
const representative = {
  opinion: "agrees",
  name: "Bình",
  title: "",
  statement: "",
  signature: drawn,
} as const;
const draft: MinutesDraft = {
  ...draftOf(visit, held, pack, day),
  representative,
  signatories: [{ part: "second", name: "Chi", title: "Kế toán", signature: { kind: "typed" } }],
  signedOver: before,
};

const codes = (of: MinutesDraft): string[] =>
  signingProblems(sheetOf(visit, held, of, day), of).map(({ code, field }) => `${code} ${field}`);
const signers = (of: MinutesDraft) => sheetOf(visit, held, of, day).signatories;

it("nothing is sealed under an agreement to another text, nor past a signature that was taken off", () => {
  expect(codes(draft)).toEqual([]);
  const cleared = standing(draft, now);
  expect(codes(cleared)).toEqual(["opinion-needed opinion"]);
  const agreed: MinutesDraft = {
    ...cleared,
    representative: { ...cleared.representative, opinion: "agrees" },
  };
  expect(codes(agreed)).toEqual(["sign-again signature.representative", "sign-again signature.second"]);
  const again = signed(agreed, now, "representative", drawn);
  expect(codes(again)).toEqual(["sign-again signature.second"]);
  expect(codes(signed(again, now, "second", { kind: "typed" }))).toEqual([]);
  const away: MinutesDraft = { ...agreed, representative: { ...agreed.representative, opinion: "absent" } };
  expect(codes(away)).toEqual(["sign-again signature.second"]);
});

it("whoever chooses to sign on paper is named in the minutes, with room for their hand", () => {
  const cleared = standing(draft, now);
  expect(signers(cleared)).toEqual([]);
  const chosen = byHand(cleared, now, "second", true);
  expect(signers(chosen)).toEqual([{ part: "second", name: "Chi", title: "Kế toán", signature: none }]);
});
