// Two real stores on a real (if faked) IndexedDB, and the files between them.
import "fake-indexeddb/auto";

import { beforeEach, describe, expect, it, test } from "vitest";

import { absent } from "@/lib/visits/minutes/types";
import { largestFile } from "@/lib/offline/handover/file";
import { tools } from "@/lib/offline/handover/hand";
import { isOpen } from "@/lib/offline/rules";
import { SealedError } from "@/lib/offline/store";
import type { Item, Reply } from "@/lib/offline/types";
import { at, idOf, Phone, visitOf } from "@/tests/support/devices/handing";

const visit = visitOf("visit");

let a: Phone;
let b: Phone;

beforeEach(async () => {
  a = await new Phone("A", visit).begin();
  b = await new Phone("B", visit).begin();
});

test("one phone has everything after taking in what the other recorded, and a person decides where both differ", async () => {
  await a.write("C.1", "a");
  await a.write("C.2", "a");
  await b.write("C.1", "b");
  await b.write("C.3", "b");
  await b.write("D.1", "b");
  await b.store.recheck("visit", "finding", { outcome: "corrected", note: "" });
  await b.photograph("C.3", "bảng tin", "Tầng 1");
  expect(await a.take(await b.file())).toEqual({ name: "B", answers: 2, rechecks: 1, photos: 1 });
  expect(await a.notes()).toEqual({ "C.1": "a", "C.2": "a", "C.3": "b", "D.1": "b" });
  expect(await a.pictures()).toEqual(["C.3 bảng tin Tầng 1"]);
  const { items, rechecks } = await a.store.held();
  expect(rechecks).toMatchObject([{ outcome: "corrected" }]);
  expect(items.map(({ subject }) => subject.replace(/photo:.*/, "photo")).sort()).toEqual([
    "photo",
    "recheck:finding",
    "sheet:C",
    "sheet:D",
  ]);
  const open = await a.open();
  expect(open).toMatchObject([{ code: "C.1", name: "B", theirs: { note: "b" } }]);
  for (const about of open) await a.store.decide("visit", about, "theirs");
  expect((await a.notes())["C.1"]).toBe("b");
  expect(await a.open()).toEqual([]);
});

test("the same file twice changes nothing, and one's own comes back without a change", async () => {
  await a.write("C.1", "a");
  await b.write("C.1", "b");
  await b.photograph("C.3", "bảng tin");
  const file = await b.file();
  await a.take(file);
  const before = await a.everything();
  expect(await a.take(file)).toBe("known");
  expect(await a.take(await a.file())).toBe("known");
  expect(await a.everything()).toBe(before);
  expect(await a.open()).toHaveLength(1);
});

test("a picture that both have is there once, with the words of the one who wrote some", async () => {
  await a.photograph("C.3", "bảng tin");
  await b.photograph("C.3", "bảng tin", "Tầng 1");
  await b.photograph("C.2", "bảng tin");
  await a.take(await b.file());
  expect((await a.pictures()).sort()).toEqual(["C.2 bảng tin", "C.3 bảng tin Tầng 1"]);
});

test("a picture that the server has already goes by name, for the minutes", async () => {
  await b.photograph("C.3", "bảng tin");
  const [item] = await b.store.items();
  const receipt = { number: "1", time: "", fingerprint: "" };
  if (item) await b.store.settle(item, { kind: "done", receipt, version: 0 });
  await a.take(await b.file());
  const { photos, items } = await a.store.held();
  expect(photos).toMatchObject([{ id: idOf("B-bảng tin-C.3"), questionCode: "C.3" }]);
  expect(items).toEqual([]);
});

describe("a file that is not taken in", () => {
  const flipped = async (file: Blob, from: number): Promise<Blob> => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const place = from < 0 ? bytes.length + from : from;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return new Blob([bytes]);
  };
  const headed = async (file: Blob, change: (header: Record<string, unknown>) => object): Promise<Blob> => {
    const text = await file.slice(0, 512).text();
    const line = text.slice(0, text.indexOf("\n"));
    const header = JSON.parse(line) as Record<string, unknown>;
    return new Blob([`${JSON.stringify(change(header))}\n`, file.slice(line.length + 1)]);
  };
  const tooLarge = (): Blob => ({ size: largestFile + 1 }) as Blob;

  it.each([
    ["larger than is read", () => tooLarge(), "tooLarge"],
    ["no file of ours", () => new Blob(["%PDF-1.7\nabc"]), "foreign"],
    ["empty", () => new Blob([]), "foreign"],
    ["of a queue", () => new Blob(['{"kind":"nenep-queue"}\nabc']), "foreign"],
    ["of another edition", (file: Blob) => headed(file, (head) => ({ ...head, edition: 2 })), "edition"],
    [
      "named for another visit",
      (file: Blob) => headed(file, (head) => ({ ...head, visitId: "w" })),
      "another",
    ],
    ["of another key", (file: Blob) => headed(file, (head) => ({ ...head, keyId: "old" })), "key"],
    ["cut off", (file: Blob) => file.slice(0, file.size - 1), "altered"],
    ["cut off within its head", (file: Blob) => file.slice(0, 20), "foreign"],
    ["cut off behind its head", (file: Blob) => file.slice(0, 90), "altered"],
    ["changed in a byte", (file: Blob) => flipped(file, -3), "altered"],
    ["changed in its head", (file: Blob) => headed(file, (head) => ({ ...head, more: 1 })), "altered"],
  ])("%s: says why, and nothing changes", async (_what, change, fault) => {
    await a.write("C.1", "a");
    await b.write("C.1", "b");
    const before = await a.everything();
    expect(await a.take(await change(await b.file()))).toBe(fault);
    expect(await a.everything()).toBe(before);
  });

  it("of another visit, of another team under the same name, and without a key", async () => {
    const elsewhere = await new Phone("C", visitOf("other")).begin();
    await elsewhere.write("C.1", "c");
    expect(await a.take(await elsewhere.file())).toBe("another");
    const otherTeam = await new Phone("D", visitOf("visit", { handKey: "cd".repeat(32) })).begin();
    expect(await a.take(await otherTeam.file())).toBe("altered");
    const old = await new Phone("E", visitOf("visit", { handKey: undefined as never })).begin();
    expect(await old.take(await b.file())).toBe("key");
    expect(await tools.handOver(old.store, old.pack, old.visit, at)).toBeNull();
  });
});

test("once sealed here, nothing is taken in and no file is made", async () => {
  const file = await b.file();
  const draft = { visitId: "visit", findings: [], conclusion: "", representative: absent };
  await a.store.finish("visit", { kind: "minutes", text: "{}", fingerprint: "" }, draft);
  await expect(a.take(file)).rejects.toThrow(SealedError);
  await expect(a.file()).rejects.toThrow(SealedError);
});

test("what does not all fit on the device is not there at all", async () => {
  await a.write("C.1", "a");
  await b.write("C.2", "b");
  await b.photograph("C.3", "bảng tin");
  const file = await b.file();
  const before = await a.everything();
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put");
  let puts = 0;
  IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...given) {
    puts += 1;
    if (puts > 3) throw new DOMException("no room", "QuotaExceededError");
    return (put?.value as IDBObjectStore["put"]).apply(this, given);
  };
  try {
    expect(await a.store.saving.save("hand", null, () => a.take(file), { asked: true })).toBe(false);
  } finally {
    if (put) Object.defineProperty(IDBObjectStore.prototype, "put", put);
  }
  expect(puts).toBeGreaterThan(3);
  expect(a.store.saving.unsaved.get("hand")?.failure).toBe("full");
  expect(await a.everything()).toBe(before);
  expect(await a.store.saving.retry("hand")).toBe(true);
  expect(await a.notes()).toEqual({ "C.1": "a", "C.2": "b" });
});

const settle = async ({ store }: Phone, of: string, reply: Reply): Promise<void> => {
  const item = (await store.items()).find(
    ({ subject, standing }) => subject === of && standing.state === "waiting",
  );
  const tried = item && (await store.attempt(item.id));
  if (!tried) throw new Error(`nothing waits of ${of}`);
  await store.settle(tried, reply);
};

const conflictWith = (notes: Record<string, string>): Reply => ({
  kind: "conflict",
  conflict: {
    current: Object.fromEntries([
      ["version", "1"],
      ...Object.entries(notes).flatMap(([code, note]) => [
        [`outcome.${code}`, "partly"],
        [`note.${code}`, note],
      ]),
    ]) as Record<string, string>,
    ...{ savedBy: "B", savedAt: "", kept: "000007" },
  },
});

const openItems = async ({ store }: Phone): Promise<readonly Item[]> => (await store.items()).filter(isOpen);

test("what was decided between the phones is not asked once more when the other has sent its own first", async () => {
  await a.write("C.1", "a");
  await b.write("C.1", "b");
  await b.write("C.3", "b");
  await a.take(await b.file());
  for (const about of await a.open()) await a.store.decide("visit", about, "mine");
  await settle(a, "sheet:C", conflictWith({ "C.1": "b", "C.3": "b" }));
  expect(await openItems(a)).toMatchObject([
    { subject: "sheet:C", standing: { state: "waiting" }, body: { answers: { "C.1": { note: "a" } } } },
  ]);
});

test("what waits for a decision, or was never heard, is asked", async () => {
  await a.write("C.1", "a");
  await a.write("C.2", "a");
  await b.write("C.1", "b");
  await a.take(await b.file());
  await settle(a, "sheet:C", conflictWith({ "C.1": "b", "C.2": "c" }));
  expect(await openItems(a)).toMatchObject([
    {
      standing: { state: "conflict", conflict: { savedBy: "B" } },
      body: { answers: { "C.1": { note: "a" } } },
    },
  ]);
});

test("the same of an earlier finding: one's own goes out again, knowingly", async () => {
  await a.store.recheck("visit", "finding", { outcome: "not_corrected", note: "a" });
  await b.store.recheck("visit", "finding", { outcome: "corrected", note: "b" });
  await a.take(await b.file());
  for (const about of await a.open()) await a.store.decide("visit", about, "mine");
  const current = { version: "1", outcome: "corrected", note: "b" };
  const conflict = { current, savedBy: "B", savedAt: "", kept: "000007" };
  await settle(a, "recheck:finding", { kind: "conflict", conflict });
  expect(await openItems(a)).toMatchObject([{ standing: { state: "waiting" }, body: { note: "a" } }]);
});

test("a conflict of a visit that is no longer taken along is asked about once more, and loses nothing", async () => {
  await b.write("C.1", "b");
  await b.write("C.3", "b");
  await b.store.recheck("visit", "finding", { outcome: "corrected", note: "b" });
  await settle(b, "sheet:C", conflictWith({ "C.1": "a" }));
  const current = { version: "1", outcome: "not_corrected", note: "a" };
  const conflict = { current, savedBy: "A", savedAt: "", kept: "000008" };
  await settle(b, "recheck:finding", { kind: "conflict", conflict });
  await b.store.take({ ...b.pack, visits: [] }, 0);
  expect(await openItems(b), "one's own words, over nothing that stands").toMatchObject([
    {
      ...{ subject: "sheet:C", version: 0, standing: { state: "waiting" } },
      body: { answers: { "C.1": { note: "b" }, "C.3": { note: "b" } } },
    },
    { subject: "recheck:finding", version: 0, standing: { state: "waiting" }, body: { note: "b" } },
  ]);
  for (const subject of ["sheet:C", "recheck:finding"])
    await settle(b, subject, {
      ...{ kind: "kept", problem: "Biên bản đã chốt" },
      receipt: { number: "9", time: "", fingerprint: "" },
    });
  expect(await openItems(b)).toEqual([]);
  await b.store.take({ ...b.pack, visits: [] }, 0);
  // What came too late can still be looked up.
  expect((await b.store.held()).items.map(({ standing }) => standing)).toMatchObject([
    { late: true },
    { late: true },
  ]);
});
