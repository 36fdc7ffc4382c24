import { describe, expect, it } from "vitest";

import { heldOffice } from "@/lib/appointments/signatures/rules";
import type { Appointment, Seat } from "@/lib/appointments/types";
import { plainDate } from "@/lib/kernel/plain-date";

const term = (name: string, seat: Seat, from: string, to: string | null): Appointment => ({
  ...{ id: name, personId: `id of ${name}`, name, seat, title: "", concurrent: false },
  ...{ from: plainDate(from), to: to === null ? null : plainDate(to) },
  ...{ begunBy: null, endedBy: null, recordedName: null, cancelled: null },
});

const terms = [
  term("Trưởng cũ", "head", "01/01/2015", "01/07/2017"),
  term("Trưởng mới", "head", "01/07/2017", null),
  term("Phó", "deputy_head", "01/01/2016", null),
  { ...term("Ghi nhầm", "head", "01/01/2014", null), cancelled: { reason: "", by: "", at: new Date(0) } },
];

describe("whoever signed", () => {
  it.each([
    ["Trưởng cũ", "30/06/2017", "policy", true],
    ["Trưởng cũ", "01/07/2017", "policy", false],
    ["Trưởng mới", "30/06/2017", "document", false],
    ["Trưởng mới", "01/07/2017", "document", true],
    ["Phó", "01/02/2016", "document", true],
    ["Phó", "01/02/2016", "policy", false],
    ["Ghi nhầm", "01/02/2016", "document", false],
    ["Người lạ", "01/02/2016", "document", false],
  ] as const)("%s on %s of a %s: held the office is %s, by person and by name", (name, on, of, held) => {
    const day = plainDate(on);
    expect(heldOffice(terms, { personId: `id of ${name}`, on: day, of })).toBe(held);
    expect(heldOffice(terms, { named: name, on: day, of })).toBe(held);
  });

  it("on a day that nobody knows is not doubted", () => {
    expect(heldOffice(terms, { personId: null, on: null, of: "policy" })).toBe(true);
  });
});
