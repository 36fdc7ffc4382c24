import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { yearlyDuties } from "@/lib/self-reviews/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const audit = (day: string) => ({ kind: "internal_audit" as const, endedOn: plainDate(day) });
const auditDuty = (held: readonly string[], declared: string, on: string) =>
  yearlyDuties(held.map(audit), plainDate(declared), plainDate(on))[0];

describe("the yearly duty", () => {
  it.each([
    ["held this year", ["10/06/2017"], "01/09/2014", "31/12/2017", "done", "2017-06-10"],
    ["held last year", ["10/06/2016"], "01/09/2014", "31/12/2017", "due", "2017-12-31"],
    ["not held last year", ["10/06/2015"], "01/09/2014", "31/12/2017", "overdue", "2016-12-31"],
    ["never held, declared last year", [], "05/12/2016", "31/12/2017", "due", "2017-12-31"],
    ["never held, declared this year", [], "05/12/2017", "31/12/2017", "due", "2018-12-31"],
    ["never held, declared long ago", [], "05/12/2014", "31/12/2017", "overdue", "2015-12-31"],
    ["held before declaring only", ["10/06/2014"], "05/12/2016", "31/12/2017", "due", "2017-12-31"],
    ["held after the day asked about", ["10/06/2018"], "05/12/2014", "31/12/2017", "overdue", "2015-12-31"],
    ["a year after it was missed", ["10/06/2015"], "01/09/2014", "01/01/2017", "overdue", "2016-12-31"],
    ["on the last day", ["10/06/2015"], "01/09/2014", "31/12/2016", "due", "2016-12-31"],
  ] as const)("%s", (_, held, declared, on, state, day) => {
    const duty = auditDuty(held, declared, on);
    expect([duty?.state, duty && ("dueOn" in duty ? duty.dueOn : duty.heldOn)]).toEqual([state, day]);
  });

  it("is nobody's who has not declared", () => {
    expect(yearlyDuties([audit("10/06/2017")], null, plainDate("31/12/2017"))).toEqual([]);
  });

  it("is done for the rest of the year once held in it, and never again before", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => String(date).padStart(2, "0"));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 2010, max: 2016 }), (first, second, year) => {
        const duty = auditDuty([`${first}/03/${year}`], "01/01/2010", `${second}/04/${year}`);
        const before = auditDuty([`${first}/03/${year}`], "01/01/2010", `${second}/02/${year}`);
        expect([duty?.state, before?.state === "done"]).toEqual(["done", false]);
      }),
    );
  });
});
