// Real stores on a real (if faked) IndexedDB.
import "fake-indexeddb/auto";

import { expect, it } from "vitest";

import { FieldStore } from "@/lib/offline/store";

const file = { id: "p", visitId: "v", questionCode: "C.1", file: new Blob(["x"]) };

it("holds what was chosen over a reload until it is a photograph, or none", async () => {
  const page = new FieldStore("taken");
  await page.holdFiles([file, { ...file, id: "q" }]);
  page.close();
  const next = new FieldStore("taken");
  const ids = async () => (await next.heldFiles("v")).map(({ id }) => id);
  expect(await ids()).toEqual(["p", "q"]);
  const photo = { id: "p", visitId: "v", questionCode: "C.1", sha256: "aa", fileName: "a.jpg" };
  await next.addPhoto(photo, new ArrayBuffer(3));
  await next.releaseFile("q");
  expect(await ids()).toEqual([]);
  expect((await next.picture("p"))?.byteLength).toBe(3);
  next.close();
});
