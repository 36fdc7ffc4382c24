import { expect, it } from "vitest";

import { findReceipt } from "@/lib/journal/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { savePolicy } from "@/lib/policies/commands";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

it("a receipt says what was done to which record of which agency, to whoever did it and to nobody else", async () => {
  const officer = await viewerNamed("officer");
  await savePolicy(officer, {
    ...{ agencyId: officer.agencyId ?? "", agencyCode: "ubnd-duc-pho", version: 0, body: "Chính sách" },
  });
  const [entry] = await rowsOf<{ id: string }>("select max(id)::text as id from journal_entry");
  const number = entry?.id ?? "";
  const today = plainDate("31/12/2017");
  expect(await findReceipt(officer, number, today)).toMatchObject({
    ...{ action: "policy-drafted", entity: "policy", actorName: officer.name },
    agencyName: "UBND huyện Đức Phổ",
  });
  expect(await findReceipt(await viewerNamed("head"), number, today)).toBeNull();
  expect(await findReceipt(officer, "x", today)).toBeNull();
});
