import { expect, it } from "vitest";

import { draftOf } from "@/components/field/minutes";
import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { addDays, plainDate } from "@/lib/kernel/plain-date";
import { noHours } from "@/lib/visits/minutes/types";
import type { Held, Item, MinutesDraft } from "@/lib/offline/types";
import { visit } from "@/tests/papers/whole-visit";

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
type Sheet = Held["sheets"][number];
const sheetOf = (outcome: "conforming" | "not_checked", more: Partial<Sheet> = {}): Sheet => ({
  ...{ visitId: visit.id, groupCode: "C", version: 0, answers: { "C.1": { outcome, note: "" } }, ...more },
});
const made = (sheet: Sheet, more: object = {}, items: Item[] = [], kept?: MinutesDraft) =>
  draftOf(
    { ...visit, begunOn: null, recordedOn: { answers: {}, rechecks: {} }, ...more },
    { ...held(items), sheets: [sheet] },
    pack,
    addDays(today, 1),
    kept,
  );
const begun = (...said: Parameters<typeof made>) => made(...said).hours?.startedOn;
const at = (time: string): Partial<Sheet> => ({ times: { "C.1": time } });

it("puts the work on the day of the first answer that stands, wherever it was given, and across midnight", () => {
  expect(begun(sheetOf("conforming", at("2018-01-02T01:10:00Z")))).toBe("2018-01-02");
  expect(begun(sheetOf("conforming", at("2018-01-02T17:20:00Z")))).toBe("2018-01-03");
  const colleagues = { recordedOn: { answers: { "C.1": "2018-01-01" }, rechecks: {} } };
  expect(begun(sheetOf("conforming"), colleagues)).toBe("2018-01-01");
  // Changed here since: it stands as of now.
  expect(begun(sheetOf("conforming", at("2018-01-02T01:10:00Z")), colleagues)).toBe("2018-01-02");
});

it("takes no day from a tap that was put back, though the site knows of it", () => {
  const known = { begunOn: "2017-12-31", recordedOn: { answers: { "C.1": "2017-12-31" }, rechecks: {} } };
  expect(begun(sheetOf("not_checked", at("2018-01-02T01:10:00Z")), known)).toBe("2018-01-03");
});

it("takes what an app or a pack of before knows", () => {
  const before = { kind: "sheet", groupCode: "C", answers: sheetOf("not_checked").answers };
  const now = { ...before, answers: sheetOf("conforming").answers };
  const items = [
    item("2018-01-01T01:00:00Z", now),
    item("2018-01-01T02:00:00Z", before),
    item("2018-01-02T01:00:00Z", now),
    item("2018-01-02T18:00:00Z", now),
  ];
  expect(begun(sheetOf("conforming"), {}, items)).toBe("2018-01-02");
  const old = { begunOn: "2018-01-01", recordedOn: undefined };
  expect(begun(sheetOf("conforming"), old)).toBe("2018-01-01");
  expect(begun(sheetOf("not_checked"), old)).toBe("2018-01-03");
});

it("is not after today, whatever another clock says", () => {
  expect(begun(sheetOf("conforming", at("2018-01-04T01:10:00Z")))).toBe("2018-01-03");
});

it("follows what stands until somebody says another day", () => {
  const kept = made(sheetOf("conforming", at("2018-01-01T01:10:00Z")));
  expect(kept.hours?.startedOn).toBe("2018-01-01");
  const now = sheetOf("conforming", at("2018-01-02T01:10:00Z"));
  expect(begun(now, {}, [], kept)).toBe("2018-01-02");
  const said = { ...kept, hours: { ...noHours, startedOn: plainDate("30/12/2017") } };
  expect(begun(now, {}, [], said)).toBe("2017-12-30");
});
