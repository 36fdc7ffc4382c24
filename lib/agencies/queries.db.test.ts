import { describe, expect, it } from "vitest";

import { findAgency, listAgencyFacts } from "@/lib/agencies/queries";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

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

it("cites the act that was in force then, and knows of no end that was to come", async () => {
  const obligationOn = async (day: string) =>
    (await facts("leader", "ubnd-duc-pho", plainDate(day)))
      .filter(({ fact }) => fact === "obligation")
      .map(({ validTo, law }) => [law?.number, validTo]);
  expect(await obligationOn("17/05/2014")).toEqual([["144/2006/QĐ-TTg", null]]);
  expect(await obligationOn("18/05/2014")).toEqual([
    ["19/2014/QĐ-TTg", null],
    ["144/2006/QĐ-TTg", "2014-05-18"],
  ]);
});

it("tells an officer nothing of another agency", async () => {
  expect((await facts("officer", "ubnd-duc-pho")).length).toBeGreaterThan(0);
  expect(await facts("officer", "snv")).toEqual([]);
});

describe("an agency below another", () => {
  const below = async (): Promise<Viewer> => {
    await rowsOf(
      "update account set agency_id = (select id from agency where code = 'ccbvmt') where name = 'officer'",
    );
    return viewerNamed("officer");
  };

  it("knows its parent by name", async () => {
    const viewer = await below();
    expect(await listAgencyFacts(viewer, viewer.agencyId ?? "", today)).toContainEqual(
      expect.objectContaining({ fact: "parent", value: "Sở Tài nguyên và Môi trường", code: null }),
    );
  });

  it("is told nothing else of it, by no query and by no row", async () => {
    const viewer = await below();
    expect(await findAgency(viewer, "agencies.read", "stnmt", today)).toBeNull();
    const seen = await asViewer(viewer, async (tx) => [
      await tx.agency.count({ where: { code: "stnmt" } }),
      await tx.agencyName.count({ where: { agency: { code: "stnmt" } } }),
      await tx.agencyStanding.count({ where: { agency: { code: "stnmt" } } }),
      await tx.leadAgency.count(),
    ]);
    expect(seen).toEqual([0, 0, 0, 0]);
    const names = await asViewer(
      viewer,
      (tx) => tx.$queryRaw<object[]>`select * from superiors_on(${today}::date)`,
    );
    expect(names.map((row) => Object.keys(row))).toEqual([["agency_id", "name"]]);
  });

  it("has nobody above it where it has no parent, and an agency of another learns no names", async () => {
    await rowsOf(
      "update account set agency_id = (select id from agency where code = 'snv') where name = 'officer'",
    );
    const names = await asViewer(
      await viewerNamed("officer"),
      (tx) => tx.$queryRaw<object[]>`select * from superiors_on(${today}::date)`,
    );
    expect(names).toEqual([]);
  });
});
