import { expect, test } from "vitest";

import { parseTime, timeFromDatabase, timeToDatabase } from "@/lib/kernel/plain-time";

test.each([
  ["8:30", "08:30"],
  ["08:05", "08:05"],
  ["8h30", "08:30"],
  ["8h", "08:00"],
  ["14 giờ 05 phút", "14:05"],
  ["13.45", "13:45"],
  [" 00:00 ", "00:00"],
  ["23:59", "23:59"],
])("%j is the time %s", (typed, time) => expect(parseTime(typed)).toBe(time));

test.each(["24:00", "12:60", "8", "", "sáng", "8:30:15", "-1:30", "111:10"])(
  "%j is no time of a day",
  (typed) => expect(parseTime(typed)).toBeNull(),
);

test("a time comes back from the database as it went there", () => {
  const time = parseTime("07:45");
  expect(time && timeFromDatabase(timeToDatabase(time))).toBe("07:45");
});
