import { expect, it } from "vitest";

import { dayDoubt, firstDay } from "@/lib/visits/days/rules";
import { noHours } from "@/lib/visits/minutes/types";
import { plainDate } from "@/lib/kernel/plain-date";

const day = plainDate;

it("takes the first day of what stands", () => {
  expect(firstDay({ answers: {}, rechecks: {} })).toBeNull();
  const answers = { "C.1": day("03/01/2018"), "C.2": day("02/01/2018") };
  expect(firstDay({ answers, rechecks: {} })).toBe("2018-01-02");
  expect(firstDay({ answers, rechecks: { f: day("01/01/2018") } })).toBe("2018-01-01");
});

it.each([
  ["as planned", "05/01/2018", null, "05/01/2018", "05/01/2018", null],
  ["later than planned, signed that day", "06/01/2018", null, "05/01/2018", "06/01/2018", null],
  ["before the day planned", "31/12/2017", null, "05/01/2018", "06/01/2018", "before-plan"],
  ["past midnight", "05/01/2018", "06/01/2018", "05/01/2018", "06/01/2018", null],
  ["signed on the day after it ended", "05/01/2018", null, "05/01/2018", "06/01/2018", "not-signing"],
  ["signed two days later", "05/01/2018", "07/01/2018", "05/01/2018", "07/01/2018", "not-signing"],
] as const)("looks at a day that is not as expected: %s", (_case, started, ended, planned, signed, doubt) => {
  const hours = { ...noHours, startedOn: day(started), endedOn: ended && day(ended) };
  expect(dayDoubt(hours, { plannedOn: day(planned), signedOn: day(signed) })).toBe(doubt);
});

it("says nothing of a day that is not written", () => {
  expect(dayDoubt(noHours, { plannedOn: day("05/01/2018"), signedOn: day("06/01/2018") })).toBeNull();
});
