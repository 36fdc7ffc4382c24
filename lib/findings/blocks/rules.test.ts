import { describe, expect, it } from "vitest";

import { endProblem, sinceProblem } from "@/lib/findings/blocks/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const raisedOn = plainDate("12/10/2017");

describe("the days of a block", () => {
  const known = { raisedOn, lastStopEndsOn: plainDate("20/10/2017") };
  const today = plainDate("31/12/2017");
  it.each([
    ["11/10/2017", { raisedOn, lastStopEndsOn: null }, "date-before"],
    ["12/10/2017", { raisedOn, lastStopEndsOn: null }, undefined],
    ["19/10/2017", known, "date-before"],
    ["20/10/2017", known, undefined],
    ["01/01/2018", known, "date-in-future"],
  ] as const)("beginning on %s", (since, facts, code) => {
    expect(sinceProblem(plainDate(since), facts, today)?.code).toBe(code);
  });
  it.each([
    ["05/11/2017", "date-before"],
    ["06/11/2017", undefined],
    ["01/01/2018", "date-in-future"],
  ] as const)("ending on %s", (endsOn, code) => {
    expect(endProblem(plainDate(endsOn), plainDate("06/11/2017"), today)?.code).toBe(code);
  });
});
