// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { afterEach, expect, it, vi } from "vitest";

import { sheetMessage } from "@/lib/visits/schema";
import { messageOf } from "@/lib/offline/messages";
import { FieldStore } from "@/lib/offline/store";
import type { Item } from "@/lib/offline/types";

const visitId = "00000000-0000-4000-8000-000000000009";
const store = new FieldStore("times");

afterEach(() => {
  vi.useRealTimers();
});

const at = (moment: string): void => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(moment) });
};

it("says of each answer when it was last changed here, though several leave as one", async () => {
  const record = (code: string, note: string) =>
    store.record(visitId, "D", code, { outcome: "partly", note });
  at("2018-01-02T01:00:00Z");
  await record("D.1", "a");
  at("2018-01-03T01:00:00Z");
  await record("D.2", "b");
  // The same once more is no change.
  await record("D.1", "a");
  const [item] = await store.items();
  const { message } = messageOf(item as Item);
  expect(sheetMessage.parse(message).times).toEqual({
    "D.1": new Date("2018-01-02T01:00:00Z"),
    "D.2": new Date("2018-01-03T01:00:00Z"),
  });
});

it("keeps one's own moments, and none of a colleague's, where two copies come together", async () => {
  const [waiting] = await store.items();
  const tried = await store.attempt(waiting?.id ?? "");
  const current = { version: "2", "outcome.D.1": "conforming", "note.D.1": "", "outcome.D.3": "partly" };
  const conflict = { current, savedBy: "B", savedAt: "", kept: "000009" };
  await store.settle(tried as Item, { kind: "conflict", conflict });
  await store.choose(tried?.id ?? "", "D.1", "theirs");
  const [sheet] = (await store.held()).sheets;
  expect(Object.keys(sheet?.times ?? {})).toEqual(["D.2"]);
  const again = (await store.items()).find(({ standing }) => standing.state === "waiting");
  expect(sheetMessage.parse(messageOf(again as Item).message).times).toEqual({
    "D.2": new Date("2018-01-03T01:00:00Z"),
  });
});
