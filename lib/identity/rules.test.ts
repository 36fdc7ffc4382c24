import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { accountName, networkOf, passwordFault, secondsToWait, type Attempt } from "@/lib/identity/rules";

const now = new Date("2026-11-24T08:00:00Z");
const failed = (secondsAgo: number): Attempt => ({
  at: new Date(now.getTime() - secondsAgo * 1000),
  succeeded: false,
});

describe("waiting after failures", () => {
  it("does not slow down the first five", () => {
    expect(
      secondsToWait(
        Array.from({ length: 4 }, () => failed(0)),
        now,
      ),
    ).toBe(0);
  });

  it.each([
    [5, 1],
    [6, 2],
    [10, 32],
    [15, 900],
    [40, 900],
  ])("after %i failures waits %i seconds", (failures, seconds) => {
    expect(
      secondsToWait(
        Array.from({ length: failures }, () => failed(0)),
        now,
      ),
    ).toBe(seconds);
  });

  it("counts down, and never waits longer than a quarter of an hour", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(2000), (failures, secondsAgo) => {
        const wait = secondsToWait(
          Array.from({ length: failures }, () => failed(secondsAgo)),
          now,
        );
        return wait >= 0 && wait <= 900 && (secondsAgo < 900 || wait === 0);
      }),
    );
  });

  it("starts anew after a success", () => {
    expect(
      secondsToWait(
        [failed(0), { at: now, succeeded: true }, ...Array.from({ length: 20 }, () => failed(1))],
        now,
      ),
    ).toBe(0);
  });
});

describe("a network", () => {
  it.each([
    ["203.0.113.9", "203.0.113.0/24"],
    ["::ffff:203.0.113.9", "203.0.113.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("account names", () => {
  it("are compared after width and case are folded", () => {
    expect(accountName(" Ｌeader\u0000 ")).toBe("leader");
  });
});

describe("passwords", () => {
  it.each([
    ["ngắn quá", "password-too-short"],
    ["aaaaaaaaaaaaaa", "password-too-common"],
    ["Password2026!!", "password-too-common"],
    ["nenep-demo-nenep", "password-too-common"],
    ["xin chao ducpho.iso", "password-has-name"],
    ["trà xanh buổi sáng", null],
  ])("%s: %s", (password, fault) => {
    expect(passwordFault(password, "ducpho.iso")).toBe(fault);
  });
});
