import { expect, it } from "vitest";

import { draftOf } from "@/components/field/minutes";
import type { HeldPack } from "@/lib/audits/field/rules";
import { addDays, plainDate } from "@/lib/kernel/plain-date";
import type { Held, Item } from "@/lib/offline/types";
import { visit } from "@/scripts/papers/whole-visit";

const today = plainDate("02/01/2018");
// Asked for again at ten past midnight: what was recorded before stays on its day.
const pack = {
  ...{ today: addDays(today, 1), madeAt: "2018-01-02T17:10:00Z", visits: [visit] },
  dueDates: { major: null, minor: null, observation: null },
} as unknown as HeldPack;
const item = (recordedAt: string, body: object): Item =>
  ({ visitId: visit.id, recordedAt, body, standing: { state: "sent" } }) as unknown as Item;
const held = (items: Item[]): Held =>
  ({ items, sheets: [], rechecks: [], photos: [], drafts: [] }) as unknown as Held;
const begun = (items: Item[], more: object = {}) =>
  draftOf({ ...visit, begunOn: null, ...more }, held(items), pack, addDays(today, 1)).hours?.startedOn;

const answer = { kind: "sheet", groupCode: "C", answers: {} };

it("puts the work on the day of the first answer, wherever it was given, and across midnight", () => {
  const items = [item("2018-01-02T01:10:00Z", answer), item("2018-01-02T17:20:00Z", answer)];
  expect(begun(items)).toBe("2018-01-02");
  expect(begun([], { begunOn: "2018-01-01" })).toBe("2018-01-01");
  expect(begun(items, { begunOn: "2018-01-01" })).toBe("2018-01-01");
});

it("is not after today, whatever another clock says", () => {
  expect(begun([item("2018-01-04T01:10:00Z", answer)], { begunOn: "2018-01-05" })).toBe("2018-01-03");
});

it("does not take who records which group for work", () => {
  expect(begun([item("2018-01-01T01:10:00Z", { kind: "group", groupCode: "C", mine: true })])).toBe(
    "2018-01-03",
  );
});
