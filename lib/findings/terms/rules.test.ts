import { expect, it } from "vitest";

import { dueDate, termOf } from "@/lib/findings/terms/rules";
import type { CorrectionTerm } from "@/lib/findings/terms/types";
import { plainDate } from "@/lib/kernel/plain-date";

const term = (severity: CorrectionTerm["severity"], from: string, days: number | null): CorrectionTerm => ({
  severity,
  validFrom: plainDate(from),
  days,
  basis: `quyết định ngày ${from}`,
});
const terms = [
  term("minor", "29/05/2015", 30),
  term("minor", "01/01/2018", 20),
  term("major", "29/05/2015", 15),
  term("observation", "29/05/2015", null),
];

it.each([
  ["major", "12/10/2017", "2017-10-27"],
  ["minor", "12/10/2017", "2017-11-11"],
  ["minor", "31/12/2017", "2018-01-30"],
  ["minor", "01/01/2018", "2018-01-21"],
  ["observation", "12/10/2017", null],
  ["minor", "28/05/2015", null],
] as const)("a %s finding of %s is due by the term in force that day", (severity, raised, due) => {
  expect(dueDate(terms, severity, plainDate(raised))).toBe(due);
});

it("says by which document", () => {
  expect(termOf(terms, "minor", plainDate("02/02/2018"))?.basis).toBe("quyết định ngày 01/01/2018");
  expect(termOf([], "minor", plainDate("02/02/2018"))).toBeNull();
});
