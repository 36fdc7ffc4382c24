import { expect, it } from "vitest";

import { lanes } from "@/lib/platform/lanes";

const later = (): Promise<void> => new Promise((done) => setTimeout(done, 1));

it("runs no more at once than there are lanes, in the order in which it came", async () => {
  const inLane = lanes(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const work = (n: number) => async (): Promise<number> => {
    begun.push(n);
    running += 1;
    most = Math.max(most, running);
    await later();
    running -= 1;
    return n;
  };
  const all = Array.from({ length: 9 }, (_, n) => n);
  expect(await Promise.all(all.map((n) => inLane(work(n))))).toEqual(all);
  expect(begun).toEqual(all);
  expect(most).toBe(2);
});

it("goes on after work that broke", async () => {
  const inLane = lanes(1);
  const broken = inLane(() => Promise.reject(new Error("broken")));
  const next = inLane(() => Promise.resolve("next"));
  await expect(broken).rejects.toThrow("broken");
  await expect(next).resolves.toBe("next");
  await expect(inLane(() => Promise.resolve("and next"))).resolves.toBe("and next");
});
