// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { afterEach, beforeEach, expect, it } from "vitest";

import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { isClosed, isSealed, minutesPutAway, queueCounts } from "@/lib/offline/rules";
import { FieldStore, SealedError } from "@/lib/offline/store";
import type { Item, MinutesDraft, Reply } from "@/lib/offline/types";

const refused: Reply = { kind: "refused", problem: "Ngày ký 31/12/2019 chưa tới" };
const receipt = { number: "000899", time: "31/12/2017 15:02", fingerprint: "" };
/** The server keeps it; version 1: other minutes of the visit have been received by then. */
const keptBy = (version: number): Reply => ({ kind: "done", receipt, version });
const noPack = { accountId: "a", visits: [] } as unknown as FieldPack;

const sealed = {
  visit: { id: "v" } as never,
  sheet: { visitId: "v" } as never,
  fingerprint: "f",
  sealedAt: "2017-12-31T08:00:00Z",
};
const signature = { kind: "typed" as const };
const draft: MinutesDraft = {
  visitId: "v",
  findings: [],
  conclusion: "Đề nghị khắc phục",
  representative: { opinion: "agrees", name: "Chi", title: "", statement: "", signature },
  ...{ readOver: "{}", signedOver: "{}", sealed },
};
const body = { kind: "minutes", text: "{}", fingerprint: "f" } as const;

let store: FieldStore;
let stores = 0;

beforeEach(() => {
  store = new FieldStore(`put-away-${(stores += 1)}`);
});
afterEach(() => {
  store.close();
});

async function answer(reply: Reply, subject = "minutes"): Promise<void> {
  const items = await store.items();
  const item = items.findLast((each: Item) => each.subject.startsWith(subject));
  const tried = item && (await store.attempt(item.id));
  if (!tried) throw new Error("nothing to send");
  await store.settle(tried, reply);
}

async function putAway(): Promise<void> {
  const item = (await store.items()).find(({ standing }) => standing.state === "refused");
  await store.putAway(item?.id ?? "");
}

async function refusedMinutes(): Promise<void> {
  await store.finish("v", body, draft);
  await answer(refused);
}

it("opens a visit again whose refused minutes are put away: to be read out and signed anew", async () => {
  await refusedMinutes();
  await putAway();
  await answer(keptBy(0));
  const { items, drafts } = await store.held();
  expect(isSealed(items, "v")).toBe(false);
  expect(minutesPutAway(items, "v")?.standing).toMatchObject({ state: "kept", receipt });
  expect(drafts[0]).toMatchObject({
    conclusion: "Đề nghị khắc phục",
    representative: { opinion: null, signature: { kind: "none" }, name: "Chi" },
    signAgain: ["representative"],
  });
  expect(drafts[0]?.readOver).toBeUndefined();
  expect(drafts[0]?.sealed).toMatchObject({ away: { number: "000899" } });
  expect(drafts[0]?.sealed?.receipt).toBeUndefined();
  await store.record("v", "C", "C.1", { outcome: "partly", note: "" });
  const again = { ...draft, sealed: { ...sealed, fingerprint: "g" } };
  await store.finish("v", { ...body, fingerprint: "g" }, again);
  expect(minutesPutAway(await store.items(), "v")).toBeNull();
  await answer(keptBy(1), "sheet");
  await answer(keptBy(1));
  expect((await store.held()).drafts[0]?.sealed).toMatchObject({
    fingerprint: "g",
    receipt: { number: "000899" },
  });
});

it("keeps the visit shut where other minutes have been received by then, and says which these are", async () => {
  await refusedMinutes();
  await putAway();
  await answer(keptBy(1));
  const { items, drafts } = await store.held();
  expect(isSealed(items, "v")).toBe(true);
  expect(drafts[0]?.sealed?.kept).toMatchObject({ number: "000899" });
  await expect(store.draft(draft)).rejects.toBeInstanceOf(SealedError);
});

it("shuts a visit whose other items are put away after its minutes were received", async () => {
  await store.record("v", "C", "C.1", { outcome: "partly", note: "" });
  await answer(refused, "sheet");
  await putAway();
  expect(isClosed(await store.items(), "v")).toBe(false);
  await answer(keptBy(1), "sheet");
  expect(isClosed(await store.items(), "v")).toBe(true);
});

it("counts nothing that is put away as sent, and forgets no receipt with its visit", async () => {
  await refusedMinutes();
  await putAway();
  await answer(keptBy(0));
  expect(queueCounts(await store.items())).toMatchObject({ waiting: 0, stuck: 0, sent: 0, kept: 1 });
  await store.take(noPack, 0);
  expect(queueCounts(await store.items())).toMatchObject({ kept: 1 });
});

it.each([
  ["another text", "g"],
  ["the same text", "f"],
])(
  "does not mark minutes that were sealed since, %s, by what was put away before",
  async (_what, fingerprint) => {
    await refusedMinutes();
    await putAway();
    const again = { ...draft, sealed: { ...sealed, fingerprint } };
    await store.finish("v", { ...body, fingerprint }, again);
    const leaving = (await store.items()).find(({ standing }) => standing.state === "leaving");
    const tried = leaving && (await store.attempt(leaving.id));
    if (tried) await store.settle(tried, keptBy(0));
    const [now] = (await store.held()).drafts;
    expect(now?.sealed).toEqual({ ...sealed, fingerprint });
    expect(isSealed(await store.items(), "v")).toBe(true);
  },
);

it("keeps the bytes of a photograph that is put away: the server takes its name alone", async () => {
  const photo = { id: "p", visitId: "v", questionCode: "C.1", sha256: "aa", fileName: "a.jpg" };
  await store.addPhoto(photo, new ArrayBuffer(3));
  await answer(refused, "photo");
  await putAway();
  await answer(keptBy(0), "photo");
  expect((await store.picture("p"))?.byteLength).toBe(3);
  await store.dropPhoto("v", photo);
  expect(await store.picture("p")).toBeNull();
  expect(await store.items()).toHaveLength(1);
});

it("lets all of a visit that was refused go again, or puts it away, in one step", async () => {
  for (const group of ["C", "D"]) {
    await store.record("v", group, `${group}.1`, { outcome: "partly", note: "" });
    await answer(refused, `sheet:${group}`);
  }
  const ids = (await store.items()).map(({ id }) => id);
  const states = async () => (await store.items()).map(({ standing }) => standing.state);
  await store.retry(...ids);
  expect(await states()).toEqual(["waiting", "waiting"]);
  for (const group of ["C", "D"]) await answer(refused, `sheet:${group}`);
  await store.putAway(...ids, "unknown");
  expect(await states()).toEqual(["leaving", "leaving"]);
});

it("says why something could not be put away either, and keeps it", async () => {
  await refusedMinutes();
  await putAway();
  const lost = { problem: "Vai trò đã đổi", problems: [{ code: "may-not-record" }] };
  await answer({ kind: "refused", ...lost });
  const [item] = await store.items();
  expect(item?.standing).toEqual({ state: "refused", problem: "Ngày ký 31/12/2019 chưa tới", unkept: lost });
  expect(item?.body).toEqual(body);
  await putAway();
  expect((await store.items())[0]?.standing).toEqual({
    state: "leaving",
    problem: "Ngày ký 31/12/2019 chưa tới",
  });
});

it("keeps the codes of a refusal, to be said in any language, until it is put away", async () => {
  const told = {
    problem: "Chưa tới",
    problems: [{ code: "date-in-future", values: { latest: "1/1/2018" } }],
  };
  await store.finish("v", body, draft);
  await answer({ kind: "refused", ...told });
  await putAway();
  await answer(keptBy(0));
  expect((await store.items())[0]?.standing).toEqual({ state: "kept", receipt, ...told });
});
