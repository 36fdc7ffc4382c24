import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { paceAmong, secondsToWait, strain, type Attempt } from "@/lib/identity/waits";

const now = new Date("2026-11-24T08:00:00Z");
const failed = (secondsAgo: number): Attempt => ({
  at: new Date(now.getTime() - secondsAgo * 1000),
  succeeded: false,
});
const failures = (n: number, secondsAgo = 0): Attempt[] =>
  Array.from({ length: n }, () => failed(secondsAgo));

const quiet = paceAmong({ network: 0, name: 0 });
const crowded = paceAmong({ network: strain.network.failures, name: 0 });
const besieged = paceAmong({ network: 0, name: strain.name.failures });

describe("waiting after failures", () => {
  it.each([
    [4, quiet, 0],
    [5, quiet, 1],
    [6, quiet, 2],
    [10, quiet, 32],
    [15, quiet, 900],
    [40, quiet, 900],
    [1, crowded, 0],
    [2, crowded, 5],
    [3, crowded, 10],
    [10, crowded, 900],
    [1, besieged, 0],
    [2, besieged, 5],
  ])("after %i failures at %o waits %i seconds", (n, pace, seconds) => {
    expect(secondsToWait(failures(n), now, pace)).toBe(seconds);
  });

  it("counts down, and never waits longer than a quarter of an hour", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(2000), fc.constantFrom(quiet, crowded), (n, secondsAgo, pace) => {
        const wait = secondsToWait(failures(n, secondsAgo), now, pace);
        return wait >= 0 && wait <= 900 && (secondsAgo < 900 || wait === 0);
      }),
    );
  });

  it("starts anew after a success", () => {
    expect(secondsToWait([failed(0), { at: now, succeeded: true }, ...failures(20, 1)], now)).toBe(0);
  });
});

type Try = { name: string; network: string; second: number; right: boolean };
type Taken = Try & { lookedAt: boolean };

/** The door over an hour: each try is looked at or has to wait, as what was looked at before says. */
function throughTheDoor(tries: readonly Try[]): Taken[] {
  const taken: Taken[] = [];
  for (const each of [...tries].sort((a, b) => a.second - b.second)) {
    const before = taken.filter(({ lookedAt }) => lookedAt);
    const pace = paceAmong({
      network: before.filter(({ network, right }) => network === each.network && !right).length,
      name: before.filter(({ name, right }) => name === each.name && !right).length,
    });
    const own = before
      .filter(({ name, network }) => name === each.name && network === each.network)
      .reverse();
    const at = (second: number): Date => new Date(now.getTime() + second * 1000);
    const wait = secondsToWait(
      own.map(({ second, right }) => ({ at: at(second), succeeded: right })),
      at(each.second),
      pace,
    );
    taken.push({ ...each, lookedAt: wait === 0 });
  }
  return taken;
}

const names = ["an", "binh", "chi", "dung"];
const networks = ["A", "B", "C"];
const noise = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    network: fc.constantFrom(...networks),
    second: fc.integer({ min: 0, max: 3600 }),
    right: fc.constant(false),
  }),
  { minLength: 100, maxLength: 250 },
);

describe("a door at which others are noisy", () => {
  it("looks at whoever has not failed from here, whatever others do", () => {
    fc.assert(
      fc.property(noise, fc.integer({ min: 0, max: 3600 }), (others, second) => {
        const mine: Try = { name: "thanh", network: "A", second, right: true };
        const elsewhere = others.map((each) => ({
          ...each,
          name: each.network === "A" ? each.name : "thanh",
        }));
        return throughTheDoor([...elsewhere, mine]).find(({ right }) => right)?.lookedAt === true;
      }),
      { numRuns: 50 },
    );
  });

  it("looks at one slip of the finger and the right password after it", () => {
    fc.assert(
      fc.property(noise, fc.integer({ min: 0, max: 3500 }), (others, second) => {
        const slip: Try = { name: "thanh", network: "A", second, right: false };
        const all = throughTheDoor([...others, slip, { ...slip, second: second + 4, right: true }]);
        return all.filter(({ name }) => name === "thanh").every(({ lookedAt }) => lookedAt);
      }),
      { numRuns: 50 },
    );
  });

  it("looks at few guesses of one who never stops, on each name from each network", () => {
    const every = (seconds: number, name: string, network: string): Try[] =>
      Array.from({ length: 3600 / seconds }, (_, n) => ({
        name,
        network,
        second: n * seconds,
        right: false,
      }));
    const spraying = names.flatMap((name) => networks.flatMap((network) => every(10, name, network)));
    const lookedAt = throughTheDoor(spraying).filter((each) => each.lookedAt);
    for (const name of names)
      for (const network of networks)
        expect(
          lookedAt.filter((each) => each.name === name && each.network === network).length,
        ).toBeLessThanOrEqual(14);
  });
});
