// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { afterEach, expect, it } from "vitest";

import { absent } from "@/lib/visits/minutes/types";
import { FieldStore } from "@/lib/offline/store";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import type { Held, MinutesDraft, Reply } from "@/lib/offline/types";

const draft: MinutesDraft = { visitId: "v", findings: [], conclusion: "", representative: absent };

let store: FieldStore;

afterEach(() => {
  store.close();
});

async function watched(account: string): Promise<{ said: () => string[] }> {
  store = new FieldStore(account);
  const shown: Held[] = [];
  await new Promise<void>((begun) => {
    store.watch(
      (held) => {
        shown.push(held);
        begun();
      },
      () => undefined,
    );
  });
  return { said: () => shown.at(-1)?.drafts.map(({ conclusion }) => conclusion) ?? [] };
}

it("hands a draft out as soon as it is written, before the database tells", async () => {
  const { said } = await watched("one");
  await store.draft({ ...draft, conclusion: "một" });
  expect(said()).toEqual(["một"]);
});

it("keeps what was written last, though an older reading comes in behind it", async () => {
  const { said } = await watched("two");
  const first = store.draft({ ...draft, conclusion: "một" });
  await store.draft({ ...draft, conclusion: "một hai", edits: 1 });
  await first;
  for (let turn = 0; turn < 20; turn += 1) {
    expect(said()).toEqual(["một hai"]);
    await new Promise((next) => setTimeout(next, 1));
  }
});

it("shows what another page wrote later", async () => {
  const { said } = await watched("three");
  await store.draft({ ...draft, conclusion: "trang này" });
  const elsewhere = new FieldStore("three");
  await elsewhere.draft({ ...draft, conclusion: "trang kia", edits: 1 });
  await expect.poll(said).toEqual(["trang kia"]);
  elsewhere.close();
});

const pack = (accountId: string, made: string, ...visits: object[]): FieldPack =>
  ({ accountId, name: "Minh", madeAt: made, visits }) as unknown as FieldPack;
const visit = (answers: object = {}, version = 0) => ({
  ...{ id: "v", agencyName: "Sở Nội vụ", plannedOn: "2018-01-03", openBefore: [], rechecks: {}, answers },
  checklist: { groups: [{ code: "C" }] },
  sections: { C: { version } },
});
const conforming = { outcome: "conforming", note: "" } as const;
const partly = { outcome: "partly", note: "Chưa niêm yết" } as const;

it("asks about a note that outlives its answer, also after a new pack, until somebody says that it holds", async () => {
  store = new FieldStore("four");
  const doubtful = async () => (await store.held()).sheets.flatMap((sheet) => sheet.doubtful ?? []);
  await store.take(pack("four", "2018-01-01T00:00:00Z", visit({ "C.1": partly }, 1)), 0);
  expect(await doubtful()).toEqual([]);
  await store.record("v", "C", "C.1", { ...partly, outcome: "conforming" });
  expect(await doubtful()).toEqual(["C.1"]);
  const [item] = await store.items();
  const tried = item && (await store.attempt(item.id));
  if (!tried) throw new Error("nothing to send");
  const receipt = { number: "000001", time: "", fingerprint: "" };
  await store.settle(tried, { kind: "done", receipt, version: 2 });
  const delivered = { "C.1": { ...partly, outcome: "conforming" } };
  await store.take(pack("four", "2018-01-02T00:00:00Z", visit(delivered, 2)), 0);
  expect(await doubtful()).toEqual(["C.1"]);
  await store.keepNote("v", "C", "C.1");
  expect(await doubtful()).toEqual([]);
});

it("keeps choices that are half made, and the names of visits that are gone", async () => {
  store = new FieldStore("five");
  await store.take(pack("five", "2018-01-01T00:00:00Z", visit()), 0);
  await store.record("v", "C", "C.1", partly);
  await store.record("v", "C", "C.2", partly);
  const [item] = await store.items();
  const tried = item && (await store.attempt(item.id));
  if (!tried) throw new Error("nothing to send");
  const theirs = { "outcome.C.1": "conforming", "outcome.C.2": "conforming", version: "1" };
  const conflict: Reply = {
    kind: "conflict",
    conflict: { current: theirs, savedBy: "Hà", savedAt: "", kept: "000001" },
  };
  await store.settle(tried, conflict);
  await store.choose(tried.id, "C.1", "theirs");
  store.close();
  store = new FieldStore("five");
  await store.take(
    pack("five", "2018-01-02T00:00:00Z", visit({ "C.1": conforming, "C.2": conforming }, 1)),
    0,
  );
  expect((await store.items())[0]?.standing).toMatchObject({ conflict: { chosen: { "C.1": "theirs" } } });
  await store.take(pack("five", "2018-01-03T00:00:00Z"), 0);
  const gone = (await store.held()).pack?.gone;
  expect(gone).toEqual([{ id: "v", agencyName: "Sở Nội vụ", plannedOn: "2018-01-03" }]);
});
