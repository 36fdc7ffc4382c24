import { afterAll, describe, expect, it } from "vitest";

import { addScan } from "@/lib/files/scans/commands";
import { findUnscanned } from "@/lib/files/scans/queries";
import { scanSubjects, type ScanSubject } from "@/lib/files/scans/types";
import { agencyOf, codeOf, idFrom, disconnect, one, rows } from "@/tests/support/scopes";
import { createMilestone, createReview } from "@/tests/support/fixtures/adoption";
import { viewerNamed } from "@/tests/support/database/viewer";
import { createPosting } from "@/tests/support/fixtures/policies";

afterAll(disconnect);

const paper = (words: string) =>
  new File([`%PDF-1.4\n${words}`], "Bản chụp.pdf", { type: "application/pdf" });

const created: Record<ScanSubject, () => Promise<string>> = {
  review: async () => {
    await createReview("own");
    return idFrom("select id from agency_review where agency_id = $1 and minutes_id is null limit 1", [
      await agencyOf("own"),
    ]);
  },
  milestone: async () =>
    idFrom(
      "select id from milestone where agency_id = $1 and attachment_id is null and declaration_id is null limit 1",
      [await createMilestone("own", "applied")],
    ),
  declaration: async () =>
    idFrom("select id from declaration where agency_id = $1 and attachment_id is null limit 1", [
      await agencyOf("own"),
    ]),
  posting: () => createPosting("own"),
};

describe.each(scanSubjects)("the missing scan of a %s", (of) => {
  it("is given later, once, with its history, and never replaced", async () => {
    const id = await created[of]();
    const { agency_id: agencyId } = await one<{ agency_id: string }>(
      {
        review: "select agency_id from agency_review where id = $1",
        milestone: "select agency_id from milestone where id = $1",
        declaration: "select agency_id from declaration where id = $1",
        posting: "select agency_id from policy_posting where id = $1",
      }[of],
      [id],
    );
    const viewer = { ...(await viewerNamed("officer")), agencyId };
    const form = { agencyId, agencyCode: codeOf("own"), of, id };
    expect(await findUnscanned(viewer, agencyId, of, id)).toMatchObject({ of, id });
    expect(await addScan(viewer, { ...form, scan: new File(["<html>"], "x.pdf") })).toMatchObject({
      problems: [{ code: "file-type", field: "scan" }],
    });
    const both = await Promise.all([
      addScan(viewer, { ...form, scan: paper("một") }),
      addScan(viewer, { ...form, scan: paper("hai") }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "scan-there" }] });
    expect(await findUnscanned(viewer, agencyId, of, id)).toBeNull();
    expect(
      await rows("select 1 from journal_entry where action = 'scan-added' and chain_id = $1", [agencyId]),
    ).not.toEqual([]);
  });
});

it.each([
  ["agency_review", "minutes_id", "scope = 'khác'"],
  ["policy_posting", "attachment_id", "place = place"],
] as const)(
  "a scan of %s that is there is not taken away, past the application either",
  async (table, column, other) => {
    await expect(
      rows(`update ${table} set ${column} = null where ${column} is not null`),
    ).rejects.toMatchObject({ code: "NN001" });
    if (table === "agency_review")
      await expect(rows(`update ${table} set ${other}`)).rejects.toMatchObject({ code: "NN001" });
  },
);
