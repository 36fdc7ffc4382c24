import { expect, it } from "vitest";

import { plainDate as day } from "@/lib/kernel/plain-date";
import { stateOf } from "@/lib/legal/changes/rules";
import type { Bearing } from "@/lib/legal/changes/types";

const on = day("01/05/2026");
const known = { inForceFrom: day("01/01/2020"), inForceTo: null };
const bearing = (kind: Bearing["kind"], provision: string, since: string | null): Bearing => ({
  ...{ kind, provision },
  since: since === null ? null : day(since),
});

it.each([
  ["in force", known, [], "in_force"],
  ["not yet", { ...known, inForceFrom: day("02/05/2026") }, [], "not_yet"],
  ["in force since that day", { ...known, inForceFrom: on }, [], "in_force"],
  ["ended by its own day", { ...known, inForceTo: on }, [], "ended"],
  ["still in force on the day before", { ...known, inForceTo: day("02/05/2026") }, [], "in_force"],
  ["nobody knows since when", { ...known, inForceFrom: null }, [], "unknown"],
  ["replaced", known, [bearing("replaces", "", "01/05/2026")], "ended"],
  [
    "repealed, whatever else is not known",
    { ...known, inForceFrom: null },
    [bearing("repeals", "", "01/05/2026")],
    "ended",
  ],
  ["to be replaced", known, [bearing("replaces", "", "02/05/2026")], "in_force"],
  ["replaced, nobody knows when", known, [bearing("replaces", "", null)], "unknown"],
  ["partly repealed", known, [bearing("repeals", "Đ4", "01/05/2026")], "partly"],
  ["suspended", known, [bearing("suspends", "", "01/05/2026")], "suspended"],
  ["amended", known, [bearing("amends", "Đ4 k1", "01/05/2026")], "amended"],
  ["amended, nobody knows when", known, [bearing("amends", "Đ4 k1", null)], "in_force"],
  ["cited", known, [bearing("cites", "", "01/05/2026")], "in_force"],
] as const)("says of a document that is %s where it stands", (_, law, bearings, expected) => {
  expect(stateOf(law, bearings, on)).toBe(expected);
});
