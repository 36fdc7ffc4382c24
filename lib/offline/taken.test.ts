// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { expect, it } from "vitest";

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
  const ids = async () => (await next.heldFiles("v")).map(({ id }) => id);
  expect(await ids()).toEqual(["p", "q"]);
  const photo = { id: "p", visitId: "v", questionCode: "C.1", sha256: "aa", fileName: "a.jpg" };
  await next.addPhoto(photo, new ArrayBuffer(3));
  await next.setAside({ ...unread, id: "q" });
  expect(await ids()).toEqual([]);
  expect((await next.picture("p"))?.byteLength).toBe(3);
  next.close();
});
