import { describe, expect, it } from "vitest";

import { holdsFrom } from "@/lib/catalogue/rows/rules";
import { plainDate } from "@/lib/kernel/plain-date";

const [decision, own, end] = [plainDate("09/06/2017"), plainDate("01/01/2018"), plainDate("01/03/2018")];

describe("the day from which a row holds", () => {
  it.each([
    ["the decision's, where it says none", { act: "published", effectiveOn: null, endsOn: null }, decision],
    ["its own", { act: "amended", effectiveOn: own, endsOn: end }, own],
    ["the day of the end, of what ends later", { act: "ended", effectiveOn: null, endsOn: end }, end],
    ["the decision's, of what ends with it", { act: "ended", effectiveOn: null, endsOn: null }, decision],
  ] as const)("is %s", (_, row, day) => {
    expect(holdsFrom(row, decision)).toBe(day);
  });
});
