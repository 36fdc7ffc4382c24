// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { afterEach, expect, it } from "vitest";

import { absent } from "@/lib/visits/minutes/types";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { isClosed, queueCounts } from "@/lib/offline/rules";
import { FieldStore, SealedError } from "@/lib/offline/store";
import type { Item, MinutesDraft, Reply } from "@/lib/offline/types";

const late: Reply = {
  kind: "kept",
  receipt: { number: "000812", time: "31/12/2017 15:02", fingerprint: "" },
  problem: "Biên bản đã chốt",
};
const noPack = { accountId: "a", visits: [] } as unknown as FieldPack;

let store: FieldStore;

afterEach(() => {
  store.close();
});

async function sent(item: Item | undefined, reply: Reply): Promise<void> {
  const tried = item && (await store.attempt(item.id));
  if (!tried) throw new Error("nothing to send");
  await store.settle(tried, reply);
}

it("closes a visit on this device once the site says that a colleague sealed it", async () => {
  store = new FieldStore("closed");
  await store.record("v", "C", "C.1", { outcome: "partly", note: "của tôi" });
  const [item] = await store.items();
  await sent(item, late);
  expect(isClosed(await store.items(), "v")).toBe(true);
  await expect(store.record("v", "C", "C.2", { outcome: "partly", note: "" })).rejects.toBeInstanceOf(
    SealedError,
  );
});

it("keeps the receipts of what came too late when the visit is no longer taken along", async () => {
  store = new FieldStore("receipts");
  await store.record("v", "C", "C.1", { outcome: "partly", note: "của tôi" });
  const [item] = await store.items();
  await sent(item, late);
  await store.take(noPack, 0);
  expect((await store.items()).map(({ standing }) => standing.state)).toEqual(["kept"]);
});

it("says of minutes that came after others that they are not the ones that stand", async () => {
  store = new FieldStore("second");
  const sheet = { visitId: "v" } as never;
  const sealed = { visit: { id: "v" } as never, sheet, fingerprint: "f", sealedAt: "2017-12-31T08:00:00Z" };
  const draft: MinutesDraft = { visitId: "v", findings: [], conclusion: "", representative: absent, sealed };
  await store.finish("v", { kind: "minutes", text: "{}", fingerprint: "f" }, draft);
  const [item] = await store.items();
  await sent(item, late);
  const [held] = (await store.held()).drafts;
  expect(held?.sealed?.kept).toMatchObject({ number: "000812" });
  expect(held?.sealed?.receipt).toBeUndefined();
});

const collision: Reply = {
  kind: "conflict",
  conflict: {
    current: { version: "1", "outcome.D.1": "partly", "note.D.1": "" },
    ...{ savedBy: "Hà", savedAt: "", kept: "000811", keptAt: "31/12/2017 14:00" },
  },
};

async function collided(name: string) {
  store = new FieldStore(name);
  await store.record("v", "D", "D.1", { outcome: "not_conforming", note: "của tôi" });
  const [item] = await store.items();
  await sent(item, collision);
  return item?.id ?? "";
}

it("asks what became of a copy that nobody chose, and never counts it as sent, once its visit is no longer taken along", async () => {
  const id = await collided("unchosen");
  await store.take(noPack, 0);
  const [again] = await store.items();
  expect(again).toMatchObject({ id, version: 0, standing: { state: "waiting" } });
  await sent(again, late);
  await store.take(noPack, 0);
  const items = await store.items();
  expect(items.map(({ standing }) => standing.state)).toEqual(["kept"]);
  expect(isClosed(items, "v")).toBe(true);
  expect(queueCounts(items)).toMatchObject({ sent: 0, kept: 1 });
});

it("tells the server which copy was chosen, a colleague's too: in their name", async () => {
  const id = await collided("chosen");
  await store.choose(id, "D.1", "theirs");
  const [kept, again] = (await store.items()).toSorted((a, b) => a.tries - b.tries).toReversed();
  expect(kept?.standing).toMatchObject({ state: "sent", receipt: { number: "000811" } });
  expect(again).toMatchObject({
    standing: { state: "waiting" },
    body: { by: "Hà", answers: { "D.1": { outcome: "partly", note: "" } } },
  });
  expect((await store.attempt(again?.id ?? ""))?.version).toBe(1);
});
