import { expect, it } from "vitest";

import { plainDate } from "@/lib/kernel/plain-date";
import { createDocument } from "@/lib/procedures/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { rowsOf, viewerNamed } from "@/scripts/test-database/viewer";

it("tells of documents as they stood: of what was written later nothing, of a later approval nothing", async () => {
  const [agency] = await rowsOf<{ id: string }>("select id from agency where code = 'ubnd-duc-pho'");
  const agencyId = agency?.id ?? "";
  const [preventive] = await rowsOf<{ id: string }>(
    "select id from required_document where id = '2008/QT-06'",
  );
  const texts = { title: "Hành động phòng ngừa", body: "1. Mục đích" };
  const document = {
    agencyId,
    agencyCode: "ubnd-duc-pho",
    code: "QT-06",
    kind: "procedure" as const,
    ...texts,
  };
  const made = await createDocument(await viewerNamed("officer"), {
    ...document,
    requiredDocumentId: preventive?.id ?? "",
  });
  expect(made).toMatchObject({ ok: true });
  const leader = await viewerNamed("leader");
  const on = async (day: string) => {
    const { items, others } = await listDocuments(leader, agencyId, plainDate(day), "vi");
    const lines = [...items.flatMap((item) => item.documents), ...others];
    return Object.fromEntries(lines.map(({ code, state }) => [code, state]));
  };
  expect(await on("31/12/2017")).toMatchObject({ "QT-06": "draft", STCL: "current" });
  expect(Object.keys(await on("01/01/2015")).sort()).toEqual(["QT-01", "QT-02", "QT-03", "QT-04", "QT-05"]);
  expect(new Set(Object.values(await on("01/01/2015")))).toEqual(new Set(["current"]));
  expect(await on("01/01/2013")).toEqual({});
});

it("takes the record of a management review as the document that asks for it", async () => {
  const [agency] = await rowsOf<{ id: string }>("select id from agency where code = 'ubnd-duc-pho'");
  const item = async (day: string) => {
    const { items } = await listDocuments(
      await viewerNamed("officer"),
      agency?.id ?? "",
      plainDate(day),
      "vi",
    );
    const { state, heldOn } = items.find((each) => each.usualCode === "HS-XXLĐ") ?? {};
    return { state, heldOn };
  };
  const [held] = await rowsOf<{ on: string }>(
    "select max(ended_on)::text as on from agency_review where agency_id = $1 and kind = 'management_review'",
    [agency?.id],
  );
  expect(await item("31/12/2017")).toEqual({ state: "current", heldOn: held?.on });
  expect(await item("01/01/2016")).toEqual({ state: "missing", heldOn: null });
});
