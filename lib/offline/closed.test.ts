// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { afterEach, expect, it } from "vitest";

import { absent } from "@/lib/visits/minutes/types";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { isClosed } from "@/lib/offline/rules";
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
