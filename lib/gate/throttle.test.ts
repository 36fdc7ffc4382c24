import { describe, expect, it } from "vitest";

import { throttle } from "@/lib/gate/throttle";

const at = (seconds: number): Date => new Date(Date.UTC(2017, 0, 1, 0, 0, seconds));

describe("a throttle", () => {
  it("lets a caller fail so often, then makes it wait until the while is over", () => {
    const { wait, fail } = throttle({ failures: 3, minutes: 1, callers: 10 });
    fail("a", at(0));
    fail("a", at(10));
    expect(wait("a", at(10))).toBe(0);
    fail("a", at(20));
    expect(wait("a", at(20))).toBe(40);
    expect(wait("a", at(59))).toBe(1);
    expect(wait("a", at(60))).toBe(0);
  });

  it("holds nobody to what another did", () => {
    const { wait, fail } = throttle({ failures: 1, minutes: 1, callers: 10 });
    fail("a", at(0));
    expect([wait("a", at(1)), wait("b", at(1))]).toEqual([59, 0]);
  });

  it("remembers so many callers and no more", () => {
    const { wait, fail } = throttle({ failures: 1, minutes: 1, callers: 2 });
    for (const caller of ["a", "b", "c"]) fail(caller, at(0));
    expect(["a", "b", "c"].map((caller) => wait(caller, at(1)))).toEqual([0, 59, 59]);
  });
});
