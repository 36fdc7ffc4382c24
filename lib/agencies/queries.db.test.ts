import { expect, it } from "vitest";

import { findAgency, listAgencyFacts } from "@/lib/agencies/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { viewerNamed } from "@/scripts/test-database/viewer";

const today = plainDate("31/12/2017");
const facts = async (account: string, code: string, on = today) => {
  const agency = await findAgency(await viewerNamed("leader"), "agencies.read", code, today);
  return listAgencyFacts(await viewerNamed(account), agency?.id ?? "", on);
};

it("gives name, kind, parent and obligation of an agency, each with its period and its legal document", async () => {
  const found = await facts("leader", "ccbvmt");
  expect(found.map(({ fact }) => fact)).toEqual(["name", "kind", "parent", "obligation"]);
  expect(found).toContainEqual(
    expect.objectContaining({ fact: "parent", value: "Sở Tài nguyên và Môi trường", code: "stnmt" }),
  );
  expect(found.at(-1)).toMatchObject({
    value: "mandatory_by_province",
    validFrom: "2015-05-29",
    validTo: null,
    law: { number: "832/QĐ-UBND", issuedOn: "2015-05-29", verified: true },
  });
});

it("leaves out what began later", async () => {
  const before = await facts("leader", "ccbvmt", plainDate("28/05/2015"));
  expect(before.map(({ fact }) => fact)).toEqual(["name", "kind", "parent"]);
});

it("tells an officer nothing of another agency", async () => {
  expect((await facts("officer", "ubnd-duc-pho")).length).toBeGreaterThan(0);
  expect(await facts("officer", "snv")).toEqual([]);
});
