import { expect, it } from "vitest";

import { picturesOf } from "@/lib/offline/pictured";
import type { Body, Held, Item, HeldPhoto } from "@/lib/offline/types";

const madeAt = "2017-12-30T00:00:00.000Z";
const photo = (id: string, sha256: string, caption?: string): HeldPhoto => ({
  ...{ id, visitId: "v", questionCode: "D.2", sha256, fileName: "a.jpg" },
  ...(caption !== undefined && { caption }),
});
const item = (id: string, body: Body, more: Partial<Item> = {}): Item => ({
  ...{ id, seq: 1, visitId: "v", subject: "", recordedAt: "2017-12-31T00:00:00.000Z", body, tries: 0 },
  ...{ version: null, standing: { state: "waiting" } },
  ...more,
});
const photoItem = (id: string, more: Partial<Item> = {}): Item =>
  item(id, { kind: "photo", questionCode: "D.2", sha256: id, fileName: "a.jpg" }, more);
const said = (sha256: string, caption: string, more: Partial<Item> = {}): Item =>
  item(`c-${caption}`, { kind: "caption", questionCode: "D.2", sha256, caption }, more);
const sent = { standing: { state: "sent", receipt: { number: "1", time: "", fingerprint: "" } } } as const;

const visit = (...packed: { id: string; sha256: string; caption?: string }[]) => ({
  id: "v",
  photos: {
    "D.2": packed.map((each) => ({ caption: "", questionCode: "D.2", fileName: "a.jpg", ...each })),
  },
});
const held = (photos: HeldPhoto[], items: Item[]): Held =>
  ({ pack: { madeAt }, photos, items }) as unknown as Held;

const shown = (...given: Parameters<typeof picturesOf>) =>
  picturesOf(...given).map(({ id, fileId, caption, standing }) => [id, fileId, caption, standing]);

it("are those taken along, then those taken here, each by how it stands", () => {
  const items = [photoItem("n"), photoItem("t", { tries: 1 }), photoItem("s", sent)];
  const photos = [photo("n", "n", "mới"), photo("t", "t"), photo("s", "s")];
  expect(shown(visit({ id: "p", sha256: "p", caption: "cũ" }), held(photos, items), "D.2")).toEqual([
    ["p", "p", "cũ", "there"],
    ["n", "n", "mới", "new"],
    ["t", "t", "", "leaving"],
    ["s", "s", "", "there"],
  ]);
});

it("is shown once where a colleague sent the same picture, with the server's file", () => {
  const one = held([photo("mine", "x", "của tôi")], [photoItem("mine", sent)]);
  expect(shown(visit({ id: "theirs", sha256: "x", caption: "chung" }), one, "D.2")).toEqual([
    ["mine", "theirs", "chung", "there"],
  ]);
});

it.each([
  ["waits to be sent", {}, "mới"],
  ["was sent after the pack was made", sent, "mới"],
  ["was sent before the pack was made", { ...sent, recordedAt: "2017-12-29T00:00:00.000Z" }, "máy chủ"],
])("says what this device said last where that %s", (_name, more, caption) => {
  const one = held(
    [],
    [said("x", "cũ", { ...sent, recordedAt: "2017-12-29T00:00:00.000Z" }), said("x", "mới", more)],
  );
  expect(shown(visit({ id: "p", sha256: "x", caption: "máy chủ" }), one, "D.2")[0]?.[2]).toBe(caption);
});

it("says what was written before the pack was made and came to the site only after that", () => {
  const receipt = { number: "1", time: "", fingerprint: "", at: "2017-12-30T00:00:01.000Z" };
  const late = said("x", "mới", {
    standing: { state: "sent", receipt },
    recordedAt: "2017-12-29T23:59:59.000Z",
  });
  expect(shown(visit({ id: "p", sha256: "x" }), held([], [late]), "D.2")[0]?.[2]).toBe("mới");
});

it("of a pack from before captions says nothing of it", () => {
  const old = {
    id: "v",
    photos: { "D.2": [{ id: "p", questionCode: "D.2", sha256: "x", fileName: "a.jpg" }] },
  };
  expect(shown(old as never, held([], []), "D.2")).toEqual([["p", "p", "", "there"]]);
});

it("are not those taken back, until a newer pack says otherwise or the same is taken anew", () => {
  const removal = (more: Partial<Item> = {}): Item =>
    item("r", { kind: "removal", questionCode: "D.2", sha256: "p" }, more);
  const packed = visit({ id: "p", sha256: "p" });
  const receivedAt = (at: string) => ({
    standing: { state: "sent", receipt: { number: "1", time: "", fingerprint: "", at } } as const,
  });
  const seen = (items: Item[], photos: HeldPhoto[] = []) => shown(packed, held(photos, items), "D.2").length;
  expect(seen([])).toBe(1);
  expect(seen([removal()])).toBe(0);
  expect(seen([removal(receivedAt("2017-12-30T00:00:01.000Z"))])).toBe(0);
  expect(seen([removal(receivedAt("2017-12-29T00:00:00.000Z"))])).toBe(1);
  expect(seen([removal({ standing: { state: "refused", problem: "x" } })])).toBe(1);
  expect(seen([removal()], [photo("n", "p")])).toBe(1);
});
