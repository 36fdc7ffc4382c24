import "fake-indexeddb/auto";

import { afterEach, expect, it, vi } from "vitest";

import { absent } from "@/lib/visits/minutes/types";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { hasRunOn, offsetAt } from "@/lib/offline/clock";
import { FieldStore } from "@/lib/offline/store";

const minute = 60_000;
const fast = -11 * minute;

/** A page opened at minute 0 of the right time; a clock that is off by that much reads so at that minute. */
const read = (at: number, offset: number, page = 0, slept = 0) => ({
  wall: at * minute - offset,
  page,
  open: (at - slept) * minute,
});
const measured = (at: number, offset: number, page = 0, slept = 0) => ({
  offset,
  reading: read(at, offset, page, slept),
});

it.each([
  ["right all along", read(5, 0), measured(0, 0), measured(9, 0), 0],
  ["fast all along", read(5, fast), measured(0, fast), measured(9, fast), fast],
  ["fast, then set right", read(5, fast), measured(0, fast), measured(9, 0), fast],
  ["set right, then made", read(5, 0), measured(0, fast), measured(9, 0), 0],
  ["right, then set fast", read(5, 0), measured(0, 0), measured(9, fast), 0],
  ["set fast and right again between two askings", read(5, fast), measured(0, 0), measured(9, 0), fast],
  ["right, while the device slept", read(5, 0), measured(0, 0), measured(60, 0, 0, 40), 0],
  ["right before it slept and was set fast", read(5, 0), measured(0, 0), measured(60, fast, 0, 40), 0],
  ["never asked before", read(5, fast), undefined, measured(9, fast), fast],
  ["on a page of before, soon after asking", read(1, fast, 7), measured(0, fast, 7), measured(90, 0), fast],
  ["on a page of before, soon before asking", read(89, 0, 7), measured(0, fast, 7), measured(90, 0), 0],
])("what was made by a clock that was %s keeps that", (_what, made, before, after, offset) => {
  expect(offsetAt(made, before, after)).toBe(offset);
});

it("is asked again where it may have been set, and on another page", () => {
  expect(hasRunOn(measured(0, 0), read(5, 0))).toBe(true);
  expect(hasRunOn(measured(0, 0), read(5, fast))).toBe(false);
  expect(hasRunOn(measured(0, 0), read(5, 0, 7))).toBe(false);
});

const pack = { accountId: "clock", name: "Minh", madeAt: "2018-01-03T10:00:00Z", visits: [] } as unknown;

afterEach(() => {
  vi.useRealTimers();
});

it("keeps with each item how the clock stood at its making, whatever it does later", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2018-01-03T17:06:00Z") });
  const store = new FieldStore("clock");
  await store.take(pack as FieldPack, fast);
  await store.record("v", "D", "D.1", { outcome: "conforming", note: "" });
  expect((await store.items())[0]?.offset).toBeUndefined();
  vi.setSystemTime(Date.parse("2018-01-03T16:55:01Z"));
  expect(store.mayHaveBeenSet()).toBe(true);
  await store.measured(0);
  expect(store.mayHaveBeenSet()).toBe(false);
  await store.record("v", "E", "E.1", { outcome: "conforming", note: "" });
  vi.setSystemTime(Date.parse("2018-01-03T17:06:02Z"));
  await store.measured(fast);
  const [first, second] = await store.items();
  expect(Math.round((first?.offset ?? 0) / minute)).toBe(-11);
  expect(Math.round((second?.offset ?? 1) / minute)).toBe(0);
  expect((await store.held()).pack?.offset).toBe(fast);
  // Written once more, it was made now.
  await store.record("v", "D", "D.1", { outcome: "partly", note: "" });
  expect((await store.items())[0]?.offset).toBeUndefined();
  store.close();
});

it("what was said of the clock at the seal is said of it from then on, whatever is measured later", async () => {
  const store = new FieldStore("sealed-fast");
  await store.take({ accountId: "sealed-fast", visits: [] } as unknown as FieldPack, fast);
  const sealed = {
    visit: { id: "v" } as never,
    sheet: { visitId: "v" } as never,
    fingerprint: "f",
    sealedAt: "",
  };
  const draft = { visitId: "v", findings: [], conclusion: "", representative: absent, sealed };
  await store.finish("v", { kind: "minutes", text: "{}", fingerprint: "f" }, draft);
  await store.measured(-7 * 1440 * minute);
  const { items, drafts } = await store.held();
  expect(items.map(({ offset }) => offset)).toEqual([fast]);
  expect(drafts.map((each) => each.sealed?.offset)).toEqual([fast]);
  store.close();
});
