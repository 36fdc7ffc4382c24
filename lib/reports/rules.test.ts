import { expect, test } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { registrationIn, reportDay } from "@/lib/reports/rules";

const today = plainDate("31/10/2017");

test.each([
  [2016, "2016-12-31"],
  [2017, "2017-10-31"],
  [2018, null],
])("the report of %i speaks of %s", (year, on) => expect(reportDay(year, today)).toBe(on));

test.each([
  [null, null, { number: null, date: null }],
  ["", " ", { number: null, date: null }],
  ["5", "05/01/2018", { number: 5, date: "2018-01-05" }],
  ["0", null, null],
  ["12a", null, null],
  ["123456", null, null],
  [null, "31/02/2018", null],
  [null, "05/01/18", null],
])("number %s and date %s are read as %o", (number, date, expected) =>
  expect(registrationIn({ number, date })).toEqual(expected),
);
