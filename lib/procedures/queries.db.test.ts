import { expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import { plainDate } from "@/lib/kernel/plain-date";
import { createDocument } from "@/lib/procedures/commands";
import { listDocuments } from "@/lib/procedures/queries";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

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

it("takes the record of a management review as the document that asks for it, until it is cancelled", async () => {
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
  const held = await rowsOf<{ id: string; on: string }>(
    `select id, ended_on::text as on from agency_review where agency_id = $1 and kind = 'management_review'
    order by ended_on desc`,
    [agency?.id],
  );
  expect(await item("31/12/2017")).toEqual({ state: "current", heldOn: held[0]?.on });
  expect(await item("01/01/2016")).toEqual({ state: "missing", heldOn: null });
  for (const { id } of held)
    expect(
      await cancelEntry(await viewerNamed("leader"), {
        agencyId: agency?.id ?? "",
        agencyCode: "ubnd-duc-pho",
        of: "review",
        id,
        about: id,
        reason: "Ghi nhầm, lần này là của cơ quan khác",
      }),
    ).toMatchObject({ ok: true });
  expect(await item("31/12/2017"), "what was cancelled is held by nobody").toEqual({
    state: "missing",
    heldOn: null,
  });
});
