import { expect, it } from "vitest";

import { byKey } from "@/lib/kernel/by-key";

it("loads each thing once, and no more at a time than it is told", async () => {
  let [now, most] = [0, 0];
  const asked: number[] = [];
  const load = async (key: number): Promise<string> => {
    asked.push(key);
    most = Math.max(most, (now += 1));
    await new Promise((soon) => setTimeout(soon, 1));
    now -= 1;
    return String(key);
  };
  const loaded = await byKey([3, 1, 3, 2, 1, 5, 4], load, 2);
  expect([...loaded.entries()].sort()).toEqual([1, 2, 3, 4, 5].map((key) => [key, String(key)]));
  expect(asked).toHaveLength(5);
  expect(most).toBe(2);
});

it("fails with what failed, and begins nothing after", async () => {
  await expect(byKey([1, 2], () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  expect((await byKey([], () => Promise.resolve(1))).size).toBe(0);
});
