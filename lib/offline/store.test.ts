// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { afterEach, expect, it } from "vitest";

import { absent } from "@/lib/audits/minutes/types";
import { FieldStore } from "@/lib/offline/store";
import type { Held, MinutesDraft } from "@/lib/offline/types";

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
