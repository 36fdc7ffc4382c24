import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";

import { deliver, type Delivered } from "@/lib/offline/server";
import type { FieldStore } from "@/lib/offline/store";
import { Sync, type Sending } from "@/lib/offline/sync";
import type { Item } from "@/lib/offline/types";

// Files of tests share what they load: here everything is loaded anew with this one, and let go of afterwards.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

vi.mock("@/lib/offline/server", () => ({ deliver: vi.fn() }));
afterEach(() => {
  vi.mocked(deliver).mockReset();
});

const item = {
  ...{ id: "i", seq: 1, visitId: "v", subject: "group:D", recordedAt: "2017-12-31T03:00:00.000Z" },
  ...{ body: { kind: "group", groupCode: "D", mine: true }, tries: 0, version: 0 },
  standing: { state: "waiting" },
} as Item;

/** A queue of one item, as far as sending knows it. */
function storeOf(): FieldStore {
  let items = [item];
  return {
    accountId: "a",
    items: () => Promise.resolve(items),
    attempt: () => Promise.resolve(items[0] ?? null),
    picture: () => Promise.resolve(null),
    measured: () => Promise.resolve(),
    settle: (_item: Item, reply: Delivered["reply"]) => {
      if (reply.kind === "done") items = [];
      return Promise.resolve();
    },
  } as unknown as FieldStore;
}

beforeEach(() => {
  vi.useFakeTimers();
  const request = (_name: string, work: () => Promise<unknown>) => work();
  vi.stubGlobal("navigator", { onLine: true, locks: { request } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("goes on by itself at the moment that the server has named, and not before", async () => {
  const told: Sending[] = [];
  const sync = new Sync(
    storeOf(),
    "elsewhere",
    () => true,
    (sending) => told.push(sending),
  );
  const until = Date.now() + 7 * 60_000;
  vi.mocked(deliver).mockResolvedValueOnce({
    reply: { kind: "unreachable", why: "later", until },
    offset: null,
  });
  await sync.run();
  expect(told.at(-1)).toBe("later");
  expect(sync.resumesAt).toBe(until);
  const receipt = { number: "000001", time: "", fingerprint: "" };
  vi.mocked(deliver).mockResolvedValue({ reply: { kind: "done", receipt, version: 0 }, offset: null });
  await vi.advanceTimersByTimeAsync(6.9 * 60_000);
  expect(deliver).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(0.2 * 60_000);
  expect(deliver).toHaveBeenCalledTimes(2);
  expect(told.at(-1)).toBe("idle");
  expect(sync.resumesAt).toBeNull();
  sync.stop();
});

it("sends nothing, and does not so much as try, once somebody else has signed in", async () => {
  const told: Sending[] = [];
  const store = storeOf();
  const attempt = vi.spyOn(store, "attempt");
  let theirs = false;
  const sync = new Sync(
    store,
    "elsewhere",
    () => theirs,
    (sending) => told.push(sending),
  );
  await sync.run();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(told).toEqual(["another"]);
  expect(deliver).not.toHaveBeenCalled();
  expect(attempt).not.toHaveBeenCalled();
  theirs = true;
  const receipt = { number: "000001", time: "", fingerprint: "" };
  vi.mocked(deliver).mockResolvedValue({ reply: { kind: "done", receipt, version: 0 }, offset: null });
  await sync.run();
  expect(deliver).toHaveBeenCalledTimes(1);
  expect(told.at(-1)).toBe("idle");
});

it("that the site knows of another session stops it, and what was tried still waits", async () => {
  const told: Sending[] = [];
  const sync = new Sync(
    storeOf(),
    "elsewhere",
    () => true,
    (sending) => told.push(sending),
  );
  vi.mocked(deliver).mockResolvedValue({ reply: { kind: "another" }, offset: null });
  await sync.run();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(deliver).toHaveBeenCalledTimes(1);
  expect(told.at(-1)).toBe("another");
});

it("says nothing and tries nothing more once it is stopped, whatever is under way", async () => {
  const told: Sending[] = [];
  const sync = new Sync(
    storeOf(),
    "elsewhere",
    () => true,
    (sending) => told.push(sending),
  );
  vi.mocked(deliver).mockImplementation(() => {
    sync.stop();
    return Promise.resolve({ reply: { kind: "unreachable" }, offset: null });
  });
  await sync.run();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(told).toEqual(["sending"]);
  expect(deliver).toHaveBeenCalledTimes(1);
});
