import { expect, it } from "vitest";

import { turns } from "@/lib/gate/turns";

const soon = (): Promise<void> => new Promise((next) => setTimeout(next, 2));

it("does one thing after the other, in the order in which they came, whatever breaks", async () => {
  const inTurn = turns(10);
  const said: string[] = [];
  const work = (name: string, breaks = false) =>
    inTurn(async () => {
      said.push(`${name} begins`);
      await soon();
      said.push(`${name} ends`);
      if (breaks) throw new Error(name);
      return name;
    });
  const all = await Promise.allSettled([work("a"), work("b", true), work("c")]);
  expect(said).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

it("takes on no more than it has room for, and again once there is room", async () => {
  const inTurn = turns(2);
  const three = await Promise.all([1, 2, 3].map((n) => inTurn(() => soon().then(() => n))));
  expect(three).toEqual([{ value: 1 }, { value: 2 }, "full"]);
  expect(await inTurn(() => Promise.resolve(4))).toEqual({ value: 4 });
});
