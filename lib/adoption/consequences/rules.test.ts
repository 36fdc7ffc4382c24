import { expect, it } from "vitest";

import { consequencesOf } from "@/lib/adoption/consequences/rules";
import type { Snapshot } from "@/lib/adoption/types";
import { plainDate } from "@/lib/kernel/plain-date";

const declared: Snapshot = {
  ...{ name: "UBND huyện Đức Phổ", abbreviation: "Đức Phổ", kind: "district", parentId: null },
  ...{ obligation: "mandatory_by_prime_minister", stage: "declared", bucket: "declared" },
  ...{
    editionId: "2008",
    declarationId: null,
    stageSince: plainDate("01/02/2016"),
    dueOn: plainDate("31/12/2016"),
  },
};
const lapsed: Snapshot = {
  ...declared,
  stage: "lapsed",
  bucket: "not_started",
  dueOn: plainDate("30/12/2017"),
};
const ceased: Snapshot = { ...declared, stage: "ceased", bucket: "ceased" };
const figures = { declared: 36, total: 46 };

it.each<[string, Snapshot | null, Snapshot | null, string, number | null]>([
  ["a lapse takes one away", declared, lapsed, "35/46", 1],
  ["a lapse that is cancelled gives it back", lapsed, declared, "37/46", null],
  ["whoever has ceased is counted nowhere", declared, ceased, "35/45", null],
  ["and is counted again where that was wrong", ceased, declared, "37/47", null],
  [
    "who is only encouraged changes no figure",
    { ...declared, obligation: "encouraged" },
    { ...lapsed, obligation: "encouraged" },
    "36/46",
    null,
  ],
  [
    "a step on the way changes no figure",
    lapsed,
    { ...lapsed, stage: "building", bucket: "in_progress" },
    "36/46",
    1,
  ],
  ["nothing becomes of nothing", null, null, "36/46", null],
])("%s", (_promise, before, after, expected, days) => {
  const { figures: changed, overdueDays } = consequencesOf(before, after, plainDate("31/12/2017"), figures);
  expect(`${changed.after.declared}/${changed.after.total}`).toBe(expected);
  expect(overdueDays.after).toBe(days);
});
