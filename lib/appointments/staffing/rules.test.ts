import { expect, it } from "vitest";

import { comingGap, isServed, staffed } from "@/lib/appointments/staffing/rules";
import type { StaffingRow } from "@/lib/appointments/staffing/types";
import type { Seat } from "@/lib/appointments/types";
import { plainDate } from "@/lib/kernel/plain-date";

const today = plainDate("31/12/2017");
const at = (name: string, seat: Seat, from: string, lastDay: string | null) => ({
  ...{ personId: name, name, seat, title: "Giám đốc", from: plainDate(from) },
  to: lastDay === null ? null : plainDate(lastDay),
});
const row = (posts: StaffingRow["posts"], more: Partial<StaffingRow> = {}): StaffingRow => ({
  ...{ id: "1", code: "syt", name: "Sở Y tế", dueOn: null, posts, writers: 1, deciders: 1 },
  ...{ ever: true, moved: [], findings: 0, submitted: 0 },
  ...more,
});
const officer = at("Vinh", "iso_officer", "01/01/2014", null);

it.each([
  ["that goes on", [at("An", "head", "01/01/2012", null)], null, null],
  ["that ends", [at("An", "head", "01/01/2012", "06/01/2018")], "2018-01-05", ["2018-01-06", null]],
  [
    "that ends before the next begins",
    [at("An", "head", "01/01/2012", "16/01/2018"), at("Khánh", "acting_head", "20/01/2018", null)],
    "2018-01-15",
    ["2018-01-16", "2018-01-20"],
  ],
  [
    "that ends when the next begins",
    [at("An", "head", "01/01/2012", "06/01/2018"), at("Khánh", "head", "06/01/2018", null)],
    "2018-01-05",
    null,
  ],
] as const)("says of a head %s until when, and what comes", (_, posts, lastDay, gap) => {
  const found = staffed(row([...posts, officer]), today);
  expect(found.head?.lastDay).toBe(lastDay);
  const coming = comingGap(found, today);
  expect(coming && [coming.from, coming.to]).toEqual(gap);
});

it("says since when nobody holds a post", () => {
  const found = staffed(
    row([at("An", "head", "01/01/2012", "16/12/2017"), { ...officer, to: plainDate("31/12/2017") }]),
    today,
  );
  expect(found).toMatchObject({
    ...{ head: null, without: { head: { from: "2017-12-16" }, officer: { from: "2017-12-31" } } },
  });
  expect(staffed(row([]), today).without).toEqual({ head: { from: null }, officer: { from: null } });
  expect(staffed(row([officer]), today).without.officer).toBeNull();
});

it.each([
  [0, 0, false],
  [1, 0, true],
  [0, 1, true],
])("is served where somebody writes (%i) or decides (%i): %s", (writers, deciders, served) => {
  expect(isServed(row([], { writers, deciders }))).toBe(served);
});
