import { describe, expect, it } from "vitest";

import { recordMilestone } from "@/lib/adoption/commands";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import { recordLapse } from "@/lib/adoption/lapses/commands";
import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import type { MilestoneForm } from "@/lib/adoption/schema";
import type { Viewer } from "@/lib/identity/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const day = (text: string) => text as PlainDate;

const idOf = async (code: string): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>("select id from agency where code = $1", [code]);
  if (!row) throw new Error(`no agency ${code}`);
  return row.id;
};

/** What a refusal must leave as it was. */
const written = async (): Promise<string> => {
  const [row] = await rowsOf<{ all: string }>(
    `select concat_ws(' ', (select count(*) from milestone), (select count(*) from declaration),
      (select count(*) from declaration_publication), (select count(*) from management_system),
      (select count(*) from journal_entry), (select md5(string_agg(s::text, ',' order by s::text)) from agency_standing s)) as all`,
  );
  return row?.all ?? "";
};

const officer = (): Promise<Viewer> => viewerNamed("officer");

const milestone = (agencyId: string, change: Partial<MilestoneForm> = {}): MilestoneForm => ({
  agencyId,
  code: "ubnd-duc-pho",
  kind: "internally_audited",
  occurredOn: day("2017-12-30"),
  editionId: "2008",
  evidence: "Thông báo số 9/TB-UBND ngày 30/12/2017",
  scan: null,
  ...change,
});

const declaration = (agencyId: string, change: Partial<DeclarationForm> = {}): DeclarationForm => ({
  agencyId,
  code: "ubnd-duc-pho",
  decisionNumber: "812/QĐ-UBND",
  number: "98/CB-UBND",
  declaredOn: day("2017-12-20"),
  editionId: "2015",
  proceduresCovered: 290,
  proceduresTotal: 299,
  unitsCovered: 12,
  unitsTotal: 13,
  officeOn: day("2017-12-21"),
  websiteOn: day("2017-12-22"),
  leadAgencyOn: null,
  scan: null,
  ...change,
});

async function refusal(
  work: (viewer: Viewer, agencyId: string) => ReturnType<typeof recordMilestone>,
): Promise<unknown> {
  const before = await written();
  const result = await work(await officer(), await idOf("ubnd-duc-pho"));
  expect(await written()).toBe(before);
  return result.ok ? null : result.problems[0];
}

describe("a refusal writes nothing and says what is wrong", () => {
  it.each([
    ["a day that has not come", { occurredOn: day("2018-01-01") }, "date-in-future", "occurredOn"],
    ["a day before the last milestone", { occurredOn: day("2001-01-01") }, "date-before", "occurredOn"],
    ["a step out of order", { kind: "internally_audited" as const }, "milestone-order", "kind"],
    ["declaring through the wrong form", { kind: "redeclared" as const }, "not-a-choice", "kind"],
    ["a lapse through the wrong form", { kind: "lapsed" as const }, "not-a-choice", "kind"],
    ["an end through the wrong form", { kind: "ceased" as const }, "not-a-choice", "kind"],
  ])("milestone: %s", async (_name, change, code, field) => {
    expect(await refusal((viewer, id) => recordMilestone(viewer, milestone(id, change)))).toMatchObject({
      code,
      field,
    });
  });

  it.each([
    ["a day that has not come", { declaredOn: day("2018-01-01") }, "date-in-future", "declaredOn"],
    ["a day before the last milestone", { declaredOn: day("2001-01-01") }, "date-before", "declaredOn"],
    ["posted before it was signed", { officeOn: day("2017-12-19") }, "date-before", "officeOn"],
    ["on the web in the future", { websiteOn: day("2018-02-01") }, "date-in-future", "websiteOn"],
  ])("declaration: %s", async (_name, change, code, field) => {
    expect(await refusal((viewer, id) => recordDeclaration(viewer, declaration(id, change)))).toMatchObject({
      code,
      field,
    });
  });

  it("another agency's id looks like no id", async () => {
    const other = await idOf("ubnd-ly-son");
    expect(await refusal((viewer) => recordMilestone(viewer, milestone(other)))).toEqual({
      code: "not-yours",
    });
    expect(await refusal((viewer) => recordDeclaration(viewer, declaration(other)))).toEqual({
      code: "not-yours",
    });
  });

  it.each(["leader", "inspector", "admin"])("%s records nothing for an agency", async (account) => {
    const before = await written();
    const result = await recordMilestone(await viewerNamed(account), milestone(await idOf("ubnd-duc-pho")));
    expect(result.ok).toBe(false);
    expect(await written()).toBe(before);
  });
});

describe("a declaration", () => {
  it("is not recorded with a paper of another kind, and nothing else is", async () => {
    const scan = new File(["MZ"], "công bố.exe");
    expect(await refusal((viewer, id) => recordDeclaration(viewer, declaration(id, { scan })))).toMatchObject(
      {
        code: "file-type",
        field: "scan",
      },
    );
  });

  it("keeps the signed paper with it", async () => {
    const agencyId = await idOf("ubnd-duc-pho");
    const scan = new File(["%PDF-1.7 công bố"], "công bố.pdf");
    const form = declaration(agencyId, { number: "97/CB-UBND", declaredOn: day("2017-12-19"), scan });
    const signed = { ...form, officeOn: null, websiteOn: null };
    expect((await recordDeclaration(await officer(), signed)).ok).toBe(true);
    const [row] = await rowsOf<{ name: string }>(
      "select a.file_name as name from declaration d join attachment a on a.id = d.attachment_id where d.number = '97/CB-UBND'",
    );
    expect(row?.name).toBe("công bố.pdf");
  });

  it("supersedes the one before, moves the standing and is in the history, all at once", async () => {
    const agencyId = await idOf("ubnd-duc-pho");
    const result = await recordDeclaration(await officer(), declaration(agencyId));
    expect(result.ok).toBe(true);
    const [row] = await rowsOf<Record<string, unknown>>(
      `select d.supersedes_id is not null as supersedes, (select count(*)::int from declaration_publication p where p.declaration_id = d.id) as channels,
        s.bucket::text as bucket, s.edition_id as edition, s.declaration_id = d.id as stands
       from declaration d join agency_standing s on s.agency_id = d.agency_id and s.valid_from <= '2017-12-31' and s.valid_to > '2017-12-31'
       where d.agency_id = $1 and d.number = '98/CB-UBND'`,
      [agencyId],
    );
    expect(row).toEqual({ supersedes: true, channels: 2, bucket: "declared", edition: "2015", stands: true });
  });

  it("that lapses takes the agency out of those declared", async () => {
    const agencyId = await idOf("ubnd-duc-pho");
    const lapse = {
      agencyId,
      agencyCode: "ubnd-duc-pho",
      lapsedOn: day("2017-12-30"),
      evidence: "Thông báo số 9",
    };
    expect((await recordLapse(await viewerNamed("head"), lapse)).ok).toBe(true);
    const [row] = await rowsOf<{ stage: string; bucket: string }>(
      `select stage::text, bucket::text from agency_standing
       where agency_id = $1 and valid_from <= '2017-12-31' and valid_to > '2017-12-31'`,
      [agencyId],
    );
    expect(row).toEqual({ stage: "lapsed", bucket: "lapsed" });
  });

  it("may follow anew once the agency has gone the whole way again", async () => {
    const agencyId = await idOf("ubnd-duc-pho");
    for (const kind of ["planned", "built", "internally_audited", "effectiveness_confirmed"] as const) {
      const step = milestone(agencyId, { kind, occurredOn: day("2017-12-31") });
      expect(await recordMilestone(await officer(), step)).toMatchObject({ ok: true });
    }
    const anew = declaration(agencyId, {
      number: "03/CB-UBND",
      declaredOn: day("2017-12-31"),
      officeOn: null,
      websiteOn: null,
    });
    expect(await recordDeclaration(await officer(), anew)).toMatchObject({ ok: true });
  });
});
