// Files that only somebody with the team's key can make: by another edition, by a fault, or on purpose.
import "fake-indexeddb/auto";

import { createHash } from "node:crypto";

import { beforeEach, describe, expect, it, test } from "vitest";

import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { written, type Picture } from "@/lib/offline/handover/file";
import { tools } from "@/lib/offline/handover/hand";
import type { Handed } from "@/lib/offline/handover/types";
import { mintId } from "@/lib/offline/ids";
import { FieldStore } from "@/lib/offline/store";

const handKey = "ab".repeat(32);
const question = (code: string) => ({ code, groupCode: code.slice(0, 1) });
const finding = mintId();
const visit = {
  ...{ id: "visit", agencyCode: "snv", answers: {}, sections: {}, photos: {}, rechecks: {}, handKey },
  checklist: {
    groups: ["C", "D"].map((code) => ({ code, title: "", points: 1 })),
    questions: ["C.1", "C.2", "D.1"].map(question),
  },
  openBefore: [{ id: finding, questionCode: "C.2" }],
} as unknown as PackedVisit;

const seal = { visitId: "visit", keyId: "key", key: handKey };
const hashOf = (said: string): string => createHash("sha256").update(said).digest("hex");
const pictureOf = (said: string, more: Partial<Picture["photo"]> = {}): Picture => ({
  photo: {
    ...{ id: mintId(), questionCode: "C.1", sha256: hashOf(said), fileName: "a.jpg", caption: "" },
    ...more,
  },
  bytes: new Uint8Array(new TextEncoder().encode(said)),
});
const pictures = (count: number): Picture[] =>
  Array.from({ length: count }, (_, n) => pictureOf(`picture ${n}`));

const answer = (note: string) => ({ outcome: "partly" as const, note });
const sheet = (note: string, version = 0) => ({
  groupCode: "C",
  version,
  base: {},
  answers: { "C.1": answer(note) },
});
const recheck = (note: string) => ({
  findingId: finding,
  version: 0,
  outcome: "corrected" as const,
  note,
  base: null,
});

type Said = Omit<Handed, "photos">;
const good: Said = {
  ...{ phone: mintId(), turn: 1, name: "Lê Văn B", madeAt: "2017-12-31T02:00:00.000Z" },
  ...{ sheets: [sheet("b")], rechecks: [recheck("b")] },
};

let store: FieldStore;
let pack: HeldPack;
let phones = 0;

beforeEach(async () => {
  store = new FieldStore(`bad-${(phones += 1)}`);
  pack = {
    accountId: store.accountId,
    name: "A",
    visits: [visit],
    madeAt: "",
    exportKey: { keyId: "key" },
  } as never;
  await store.take(pack, 0);
  await store.record("visit", "C", "C.2", answer("a"));
});

const take = async (said: object, photos: readonly Picture[] = []) =>
  tools.takeIn(store, pack, visit, await written(seal, said as Said, photos));
const everything = async (): Promise<string> => JSON.stringify(await store.held());

test("what is well made is taken in, as many photographs as a question may have among it", async () => {
  expect(await take(good, pictures(12))).toEqual({ name: "Lê Văn B", answers: 1, rechecks: 1, photos: 12 });
});

test("words are cleaned as they are everywhere", async () => {
  const said = {
    ...good,
    name: "Lê\u0000 Văn B",
    sheets: [sheet(" to\u0301t\u0000\r\n")],
    rechecks: [recheck("\ufeff")],
  };
  const photo = pictureOf("x", { caption: "Tầng\u0007 1 ", fileName: "C:\\ảnh\u0000.jpg" });
  expect(await take(said, [photo])).toMatchObject({ name: "Lê Văn B" });
  const { sheets, photos, rechecks } = await store.held();
  expect(sheets.find(({ groupCode }) => groupCode === "C")?.answers["C.1"]?.note).toBe("tót");
  expect(photos).toMatchObject([{ caption: "Tầng 1", fileName: "ảnh.jpg" }]);
  expect(rechecks).toMatchObject([{ note: "" }]);
});

describe("a file with something in it that cannot be is not taken in, and nothing changes", () => {
  const unsound: Record<string, [said: object, photos?: readonly Picture[]]> = {
    "a phone without an id": [{ ...good, phone: "B" }],
    "no name": [{ ...good, name: 7 }],
    "a name without end": [{ ...good, name: "n".repeat(301) }],
    "a moment that is none": [{ ...good, madeAt: "yesterday" }],
    "a count that no phone reaches": [{ ...good, turn: 2 ** 53 - 1 }],
    "a count past what one visit can need": [{ ...good, turn: 1001 }],
    "a count of nothing": [{ ...good, turn: 0 }],
    "a version that no server gives": [{ ...good, sheets: [sheet("b", 1_000_001)] }],
    "a version that is none": [{ ...good, sheets: [{ ...sheet("b"), version: -1 }] }],
    "an outcome that there is not": [
      { ...good, sheets: [{ ...sheet("b"), answers: { "C.1": { outcome: "fine", note: "" } } }] },
    ],
    "a note too long": [{ ...good, sheets: [sheet("b".repeat(4001))] }],
    "a base too long": [{ ...good, sheets: [{ ...sheet("b"), base: { "C.1": answer("b".repeat(4001)) } }] }],
    "sheets that are no list": [{ ...good, sheets: { C: sheet("b") } }],
    "a sheet twice": [{ ...good, sheets: [sheet("b"), sheet("c")] }],
    "a recheck that is none": [{ ...good, rechecks: [{ ...recheck("b"), outcome: "fine" }] }],
    "a recheck too long": [{ ...good, rechecks: [recheck("b".repeat(4001))] }],
    "thirteen photographs of one question": [good, pictures(13)],
    "a photograph without an id": [good, [pictureOf("x", { id: "x" })]],
    "a photograph without a hash": [good, [pictureOf("x", { sha256: "x" })]],
    "a hash in capitals": [good, [pictureOf("x", { sha256: hashOf("x").toUpperCase() })]],
    "a photograph of nothing": [good, [pictureOf("")]],
    "a caption too long": [good, [pictureOf("x", { caption: "c".repeat(301) })]],
    "a photograph twice": [good, [pictureOf("x"), pictureOf("x")]],
    "two photographs under one id": [
      good,
      [pictureOf("x", { id: finding }), pictureOf("y", { id: finding })],
    ],
    "a photograph of a question that is not asked": [good, [pictureOf("x", { questionCode: "Z.9" })]],
  };

  it.each(Object.entries(unsound))("%s", async (_what, [said, photos]) => {
    const before = await everything();
    expect(await take(said, photos)).toBe("unsound");
    expect(await everything()).toBe(before);
  });
});

test("a question takes no more photographs than it may have, and none goes out beyond that", async () => {
  const said = (n: number) => ({ ...good, phone: mintId(), sheets: [], rechecks: [], turn: n });
  const more = (n: number) => Array.from({ length: 8 }, (_, each) => pictureOf(`${n} ${each}`));
  expect(await take(said(1), more(1))).toMatchObject({ photos: 8 });
  expect(await take(said(2), more(2))).toMatchObject({ photos: 4 });
  const own = pictureOf("own");
  await store.addPhoto({ ...own.photo, visitId: "visit" }, own.bytes.buffer);
  const made = await tools.handOver(store, pack, visit, new Date());
  expect(made?.left).toBe(1);
  const other = new FieldStore(`bad-${(phones += 1)}`);
  const theirs = { ...pack, accountId: other.accountId };
  await other.take(theirs, 0);
  expect(made && (await tools.takeIn(other, theirs, visit, made.file))).toMatchObject({ photos: 12 });
});

test("after such a file the phone that it spoke for is still heard", async () => {
  expect(await take({ ...good, turn: 2 ** 53 - 1 })).toBe("unsound");
  expect(await take(good)).toMatchObject({ answers: 1 });
});

test("a file is named by the day and the hour in Vietnam", async () => {
  const file = await tools.handOver(store, pack, visit, new Date("2017-12-31T18:05:00Z"));
  expect(file?.name).toBe("phan-ghi-snv-201801010105.nenep");
});
