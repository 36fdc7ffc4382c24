import fc from "fast-check";
import { expect, it } from "vitest";

import { Prisma } from "@/generated/prisma/client";
import { touches } from "@/lib/legal/provisions/rules";
import { provisionsTouch } from "@/lib/legal/touched/queries";
import { rowsOf } from "@/tests/support/database/rows";

it("finds in the database what the rules find, for any two provisions", async () => {
  const provision = fc.constantFrom("", "Đ4", "Đ4 k1", "Đ4 k1 a", "Đ4 k10", "Đ40", "Đ4a", "PL I", "PL II");
  await fc.assert(
    fc.asyncProperty(provision, provision, async (one, other) => {
      const asked = provisionsTouch(Prisma.sql`${one}::text`, Prisma.sql`${other}::text`);
      const [row] = await rowsOf<{ touch: boolean }>(`select ${asked.text} as touch`, asked.values);
      expect(row?.touch).toBe(touches(one, other));
    }),
    { numRuns: 60 },
  );
});
