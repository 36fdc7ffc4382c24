import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  formatDate,
  formatInstant,
  formatNumber,
  formatRate,
  formatShare,
  rateHundredths,
} from "@/lib/kernel/format";
import { plainDate } from "@/lib/kernel/plain-date";

describe("rates", () => {
  it("prints the province's figure with n, N and a decimal comma", () => {
    expect(formatShare(36, 46, "vi")).toBe("36/46 (78,26%)");
    expect(formatShare(36, 46, "en")).toBe("36/46 (78.26%)");
    expect(formatShare(10, 46, "vi")).toBe("10/46 (21,74%)");
  });

  it("gives whole per cents where few are counted, and none where nothing is", () => {
    expect(formatRate(8, 12, "vi")).toBe("66,67%");
    expect(formatRate(0, 0, "vi")).toBeNull();
    expect(formatShare(0, 0, "vi")).toBe("0/0");
  });

  it("rounds half up on whole numbers, never by floating point", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (total, some) => {
        const n = some % (total + 1);
        const exact = (BigInt(n) * 20_000n + BigInt(total)) / (2n * BigInt(total));
        expect(rateHundredths(n, total)).toBe(Number(exact));
      }),
    );
  });
});

it("writes numbers and dates as offices do", () => {
  expect(formatNumber(1_234_567.5, "vi", 1)).toBe("1.234.567,5");
  expect(formatDate(plainDate("05/11/2026"))).toBe("05/11/2026");
  expect(formatInstant(new Date("2026-11-04T18:05:00Z"))).toBe("05/11/2026 01:05");
});
