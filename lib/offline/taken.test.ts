// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { expect, it } from "vitest";

import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { FieldStore } from "@/lib/offline/store";

const file = { id: "p", visitId: "v", questionCode: "C.1", file: new Blob(["x"]) };

const unread = {
  ...{ id: "u", visitId: "v", questionCode: "C.1" },
  fileName: "a.heic",
  why: "heic" as const,
};

it("tells over each reload which file was no photograph, until somebody has read it", async () => {
  const page = new FieldStore("unread");
  await page.setAside(unread);
  page.close();
  const next = new FieldStore("unread");
  expect((await next.held()).unread).toEqual([unread]);
  await next.forgetUnread(["u"]);
  expect((await next.held()).unread).toEqual([]);
  next.close();
});

it("holds what was chosen over a reload until it is a photograph, or none", async () => {
  const page = new FieldStore("taken");
  await page.holdFiles([file, { ...file, id: "q" }]);
  page.close();
  const next = new FieldStore("taken");
  const ids = async () => (await next.heldFiles()).map(({ id }) => id);
  expect(await ids()).toEqual(["p", "q"]);
  const photo = { id: "p", visitId: "v", questionCode: "C.1", sha256: "aa", fileName: "a.jpg" };
  await next.addPhoto(photo, new ArrayBuffer(3));
  await next.setAside({ ...unread, id: "q" });
  expect(await ids()).toEqual([]);
  expect((await next.picture("p"))?.byteLength).toBe(3);
  next.close();
});

const pack = (...visits: object[]): FieldPack =>
  ({ accountId: "gone", name: "Minh", madeAt: "2018-01-01T00:00:00Z", visits }) as unknown as FieldPack;

it("keeps chosen files, and word of those that are no photographs, of a visit that is no longer taken along", async () => {
  const store = new FieldStore("gone");
  const visit = { id: "v", agencyName: "Sở Nội vụ", plannedOn: "2018-01-03", openBefore: [], rechecks: {} };
  await store.take(pack({ ...visit, answers: {}, checklist: { groups: [] }, sections: {} }), 0);
  await store.holdFiles([file]);
  await store.setAside(unread);
  await store.take(pack(), 0);
  expect((await store.heldFiles()).map(({ id }) => id)).toEqual(["p"]);
  const held = await store.held();
  expect(held.unread).toEqual([unread]);
  expect(held.pack?.gone).toMatchObject([{ id: "v", agencyName: "Sở Nội vụ" }]);
  const photo = { id: "p", visitId: "v", questionCode: "C.1", sha256: "aa", fileName: "a.jpg" };
  await store.addPhoto(photo, new ArrayBuffer(3));
  expect((await store.items()).map(({ visitId }) => visitId)).toEqual(["v"]);
  await store.forgetUnread(["u"]);
  await store.take(pack(), 0);
  expect((await store.held()).unread).toEqual([]);
  store.close();
});
