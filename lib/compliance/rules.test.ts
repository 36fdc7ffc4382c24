import fc from "fast-check";
import { expect, it } from "vitest";

import { headlineOf } from "@/lib/compliance/rules";
import { agencyKinds } from "@/lib/agencies/types";
import type { CountRow } from "@/lib/compliance/types";

const rows: fc.Arbitrary<CountRow[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...agencyKinds),
    bucket: fc.constantFrom("declared" as const, "in_progress" as const, "not_started" as const),
    count: fc.nat(500),
    overdue: fc.nat(10),
  }),
);

it("counts every agency in exactly one part, of exactly one kind", () => {
  fc.assert(
    fc.property(rows, (list) => {
      const headline = headlineOf(list);
      expect(headline.declared + headline.in_progress + headline.not_started).toBe(headline.total);
      expect(headline.byKind.reduce((sum, kind) => sum + kind.total, 0)).toBe(headline.total);
      expect(headline.total).toBe(list.reduce((sum, row) => sum + row.count, 0));
    }),
  );
});

it("is empty, not zero per cent, where nobody is obliged", () => {
  expect(headlineOf([])).toMatchObject({ total: 0, byKind: [] });
});
