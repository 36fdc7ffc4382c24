import { describe, expect, it } from "vitest";

import { addMonths, plainDate as day } from "@/lib/kernel/plain-date";
import { termOn, updateClock, upperSteps } from "@/lib/legal/clocks/rules";
import type { Basis } from "@/lib/legal/types";
import type { ChangingLaw, LegalClock, LegalTerm } from "@/lib/legal/clocks/types";

const law: Basis = {
  ...{ kind: "decree", number: "1/NĐ-CP", issuer: "Chính phủ", title: "" },
  issuedOn: day("01/01/2010"),
};
const term = (clock: LegalClock, amount: number, unit: LegalTerm["unit"]): LegalTerm => ({
  ...{ clock, amount, unit, law, provision: "Đ15", validTo: null },
  validFrom: day("25/09/2017"),
});
const terms = [
  term("agency_applies", 3, "month"),
  term("ministry_publishes", 20, "day"),
  term("province_publishes", 5, "day"),
  term("publishes_shortened", 3, "day"),
];

/** The circular of 14 March that amends two articles from 1 May. */
const circular: ChangingLaw = {
  level: "ministry",
  issuedOn: day("14/03/2026"),
  inForceFrom: day("01/05/2026"),
  setsProcedures: true,
  shortened: false,
  published: { ministry: day("20/04/2026"), province: day("09/06/2026") },
};
const unpublished = { ...circular, published: { ministry: null, province: null } };

it.each([
  ["30/11/2025", 3, "28/02/2026"],
  ["30/11/2027", 3, "29/02/2028"],
  ["31/05/2026", 1, "30/06/2026"],
  ["01/05/2026", 3, "01/08/2026"],
  ["15/12/2026", 3, "15/03/2027"],
  ["31/03/2026", -1, "28/02/2026"],
])("%s and %i months is %s", (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(day(expected));
});

describe("the steps of the levels above", () => {
  it("are due before the text is in force, and each is late by its own days", () => {
    const steps = upperSteps(circular, terms, day("30/06/2026"));
    expect(steps.map(({ level, due, daysLate }) => [level, due?.on, daysLate])).toEqual([
      ["ministry", day("11/04/2026"), 9],
      ["province", day("26/04/2026"), 44],
    ]);
  });

  it("charge to the ministry what the province waits for it", () => {
    const on = day("30/05/2026");
    expect(upperSteps(unpublished, terms, on).map(({ daysLate }) => daysLate)).toEqual([49, 0]);
    const late = { ...circular, published: { ministry: day("20/05/2026"), province: null } };
    expect(upperSteps(late, terms, on).map(({ daysLate }) => daysLate)).toEqual([39, 10]);
  });

  it("are late by nothing before their day, and where they came in time", () => {
    expect(upperSteps(unpublished, terms, day("01/04/2026")).map(({ daysLate }) => daysLate)).toEqual([0, 0]);
    const early = { ...circular, published: { ministry: day("01/04/2026"), province: day("26/04/2026") } };
    expect(upperSteps(early, terms, day("30/06/2026")).map(({ daysLate }) => daysLate)).toEqual([0, 0]);
  });

  it("are due three days after signing where the text was made in short", () => {
    const short = { ...unpublished, shortened: true, inForceFrom: day("14/03/2026") };
    expect(upperSteps(short, terms, day("14/03/2026")).map(({ due }) => due?.on)).toEqual([
      day("17/03/2026"),
      day("17/03/2026"),
    ]);
  });

  it("are the province's alone where the text is the province's own", () => {
    const own = { ...unpublished, level: "province" } as const;
    expect(upperSteps(own, terms, day("30/05/2026")).map(({ level, daysLate }) => [level, daysLate])).toEqual(
      [["province", 34]],
    );
    expect(updateClock(day("01/05/2026"), own, terms).waitsFor).toBe("province");
  });

  it("are asked for without a day, and late by nothing, where no term is known", () => {
    expect(upperSteps(unpublished, [], day("30/06/2026"))).toMatchObject([
      { level: "ministry", due: null, daysLate: 0 },
      { level: "province", due: null, daysLate: 0 },
    ]);
  });

  it("are none where the text sets no procedures, or nobody knows whether it does", () => {
    for (const setsProcedures of [false, null])
      expect(upperSteps({ ...circular, setsProcedures }, terms, day("30/06/2026"))).toEqual([]);
  });
});

describe("the clock of a document", () => {
  const without = { ...circular, setsProcedures: false };

  it("runs three months from the day the change holds", () => {
    expect(updateClock(day("01/05/2026"), without, terms)).toMatchObject({
      ...{ dueOn: day("01/08/2026"), waitsFor: null, lawDueOn: null },
    });
  });

  it("waits while a level above has not published, for the one whose step it is", () => {
    const ofProvince = { ...circular, published: { ministry: day("20/04/2026"), province: null } };
    expect(updateClock(day("01/05/2026"), unpublished, terms)).toMatchObject({
      ...{ dueOn: null, waitsFor: "ministry", lawDueOn: day("01/08/2026") },
    });
    expect(updateClock(day("01/05/2026"), ofProvince, terms).waitsFor).toBe("province");
  });

  it("begins when the province published late, and says the law's own day beside it", () => {
    expect(updateClock(day("01/05/2026"), circular, terms)).toMatchObject({
      ...{ dueOn: day("09/09/2026"), waitsFor: null, lawDueOn: day("01/08/2026") },
    });
  });

  it("is the law's where the province published in time, and that of a row with a day of its own", () => {
    const early = { ...circular, published: { ministry: null, province: day("20/04/2026") } };
    expect(updateClock(day("01/05/2026"), early, terms).dueOn).toBe(day("01/08/2026"));
    expect(updateClock(day("01/01/2027"), circular, terms).dueOn).toBe(day("01/04/2027"));
  });

  it("is none where nobody knows since when, or no term was entered", () => {
    expect(updateClock(null, without, terms).dueOn).toBeNull();
    expect(updateClock(day("01/05/2026"), without, []).dueOn).toBeNull();
    expect(updateClock(day("01/05/2016"), without, terms).dueOn).toBeNull();
  });
});

it("takes the term that holds on the day", () => {
  const [old, since] = [
    { ...term("agency_applies", 2, "month"), validTo: day("01/01/2020") },
    { ...term("agency_applies", 6, "month"), validFrom: day("01/01/2020") },
  ];
  expect(termOn([since, old], "agency_applies", day("31/12/2019"))).toBe(old);
  expect(termOn([since, old], "agency_applies", day("01/01/2020"))).toBe(since);
});
