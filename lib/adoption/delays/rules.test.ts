import { describe, expect, it } from "vitest";

import { delayProblem } from "@/lib/adoption/delays/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const today = plainDate("31/12/2017");
const former = plainDate("15/11/2017");

describe("stating why an agency is late", () => {
  it.each([
    ["in_progress", "31/12/2017", former, null],
    ["not_started", "15/11/2017", former, null],
    ["not_started", "01/01/2017", null, null],
    ["in_progress", "01/01/2018", null, "date-in-future"],
    ["in_progress", "14/11/2017", former, "date-before"],
    ["lapsed", "31/12/2017", null, null],
    ["declared", "31/12/2017", null, "no-delay"],
    ["ceased", "31/12/2017", null, "no-delay"],
  ] as const)("%s, on %s: %s", (bucket, statedOn, before, code) => {
    expect(delayProblem(bucket, plainDate(statedOn), before, today)?.code ?? null).toBe(code);
  });
});
