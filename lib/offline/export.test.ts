// A real store on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { expect, test } from "vitest";

import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { groupMessage } from "@/lib/visits/groups/schema";
import { opened, partsOf, readContent } from "@/lib/fieldwork/sealed-files/rules";
import { header, manifest } from "@/lib/fieldwork/sealed-files/schema";
import { captionMessage } from "@/lib/visits/photos/captions/schema";
import { removalMessage } from "@/lib/visits/photos/removals/schema";
import { photoMessage } from "@/lib/visits/photos/schema";
import { recheckMessage } from "@/lib/visits/rechecks/schema";
import { sheetMessage } from "@/lib/visits/schema";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { exportLeft, exportQueue } from "@/lib/offline/export";
import { FieldStore } from "@/lib/offline/store";
import type { Body, Item } from "@/lib/offline/types";

const visitId = "00000000-0000-4000-8000-000000000009";
const id = (n: number): string => `00000000-0000-4000-8000-00000000010${n}`;
const item = (n: number, body: Body): Item => ({
  id: id(n),
  seq: n,
  visitId,
  subject: body.kind,
  recordedAt: "2017-12-31T02:00:00.000Z",
  body,
  tries: 1,
  version: 0,
  standing: { state: "waiting" },
});
const photo = (n: number): Item =>
  item(n, { kind: "photo", questionCode: "D.2", sha256: "a".repeat(64), fileName: "ảnh.jpg" });
const items = [
  item(1, { kind: "sheet", groupCode: "D", answers: { "D.1": { outcome: "partly", note: "a" } } }),
  item(6, { kind: "recheck", findingId: id(7), outcome: "corrected", note: "" }),
  photo(2),
  photo(3),
  photo(4),
  item(5, {
    kind: "minutes",
    conclusion: "",
    findings: [],
    representative: { opinion: "absent", statement: "", name: "", title: "", signature: { kind: "none" } },
    fingerprint: "b".repeat(64),
  }),
];

async function site() {
  const algorithm = {
    name: "RSA-OAEP",
    hash: "SHA-256",
    modulusLength: 3072,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, [
    "wrapKey",
    "unwrapKey",
  ]);
  const spki = await crypto.subtle.exportKey("spki", publicKey);
  return {
    key: { keyId: id(0), publicKey: Buffer.from(spki).toString("base64"), proof: "p" },
    privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)),
  };
}

/** Of the store only what the export asks of it: the queue, and photographs of that size. */
const storeWith = (photographBytes: number): FieldStore =>
  ({
    export: () => Promise.resolve(items),
    picture: (asked: string) =>
      Promise.resolve([id(2), id(3), id(4)].includes(asked) ? new ArrayBuffer(photographBytes) : null),
  }) as unknown as FieldStore;

const pack = { accountId: visitId, name: "Nguyễn Thử Nghiệm" } as FieldPack;
const at = new Date("2017-12-31T03:04:05.000Z");

async function read(bytes: Uint8Array<ArrayBuffer>, privateKey: Uint8Array<ArrayBuffer>) {
  const parts = partsOf(bytes);
  const content = parts && (await opened(parts, privateKey));
  const found = content && readContent(content);
  if (!parts || !found) throw new Error("cannot be read");
  return {
    head: header.parse(JSON.parse(new TextDecoder().decode(parts.header))),
    said: manifest.parse(found.manifest),
    photographs: found.photographs.length,
  };
}

test("one file holds the whole queue, photographs included, in shapes that the site takes", async () => {
  const { key, privateKey } = await site();
  const files = await exportQueue(storeWith(1000), pack, key, at);
  expect(files.map(({ name, items: count }) => [name, count])).toEqual([["nenep-201712311004-1.nenep", 6]]);
  const { head, said, photographs } = await read(files[0]?.bytes ?? new Uint8Array(), privateKey);
  expect(head).toMatchObject({ items: 6, accountId: visitId, madeAt: at });
  expect(said.items.map((each) => each.id)).toEqual([1, 6, 2, 3, 4, 5].map(id));
  expect(photographs).toBe(3000);
  const shapes = {
    sheets: sheetMessage,
    rechecks: recheckMessage,
    attachments: photoMessage,
    captions: captionMessage,
    removals: removalMessage,
    groups: groupMessage,
    minutes: minutesMessage,
  };
  for (const each of said.items)
    expect(shapes[each.to].safeParse(each.message).error, each.to).toBeUndefined();
});

test("more photographs than a file can carry make another file, in the same order", async () => {
  const { key, privateKey } = await site();
  const files = await exportQueue(storeWith(9 * 1024 * 1024), pack, key, at);
  expect(files.map(({ items: count }) => count)).toEqual([5, 1]);
  const { said } = await read(files[1]?.bytes ?? new Uint8Array(), privateKey);
  expect(said.items.map((each) => each.id)).toEqual([id(5)]);
}, 60_000);

test("each item says by how much the clock was fast that it was made by, and the file the right time", async () => {
  const { key, privateKey } = await site();
  const [file] = await exportQueue(storeWith(10), { ...pack, offset: -660_000 }, key, at);
  const { head, said } = await read(file?.bytes ?? new Uint8Array(), privateKey);
  expect(new Set(said.items.map(({ clockFast }) => clockFast))).toEqual(new Set([660]));
  expect(head.madeAt.getTime() - at.getTime()).toBe(-660_000);
});

test("writes what somebody else left on the device, for whoever holds it: in that person's name, and sealed", async () => {
  const { key } = await site();
  const store = new FieldStore("left-behind");
  await store.take({ ...pack, accountId: "left-behind", exportKey: key, visits: [] }, 0);
  await store.record("v", "D", "D.1", { outcome: "partly", note: "chưa gửi" });
  store.close();
  const [file] = await exportLeft("left-behind", at);
  const parts = partsOf(file?.bytes ?? new Uint8Array());
  expect(JSON.parse(new TextDecoder().decode(parts?.header))).toMatchObject({
    accountId: "left-behind",
    items: 1,
  });
  expect(new TextDecoder().decode(file?.bytes)).not.toContain("chưa gửi");
  await expect(exportLeft("never-here", at)).rejects.toThrow();
});
