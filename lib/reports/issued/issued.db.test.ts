import { expect, it } from "vitest";

import { summaryOf } from "@/lib/reports/documents/summary";
import { issueReport } from "@/lib/reports/issued/commands";
import { findIssued, listIssued } from "@/lib/reports/issued/queries";
import { issueForm } from "@/lib/reports/issued/schema";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const registration = { number: 5, date: plainDate("05/01/2018") };

const newest = async (): Promise<string> => {
  const [line] = await listIssued(await viewerNamed("leader"), 2017);
  return line?.id ?? "";
};

it("says for ever what it said when it was issued, whatever is recorded later", async () => {
  const viewer = await viewerNamed("leader");
  const issued = await issueReport(viewer, { year: 2017, ...registration });
  expect(issued.ok).toBe(true);
  const before = await findIssued(viewer, await newest());
  if (!before) throw new Error("not issued");
  expect(summaryOf(before).letterhead.number).toBe("Số: 05/BC-SKHCN");
  await rowsOf(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on)
     select v.agency_id, v.id, 'D.3', 'minor', 'policy_posting', 'Bảng tin tầng 2 còn bản ký năm 2010', e.edition_id, e.clause, 'Trụ sở', '2017-12-01'
     from visit v join programme p on p.id = v.programme_id and p.year = 2017, lateral (select edition_id, clause from requirement where edition_id = v.edition_id limit 1) e
     where not exists (select 1 from visit_result r where r.visit_id = v.id) limit 1`,
  );
  await rowsOf(
    "update agency_name set name = 'Sở Khoa học, Chất lượng' where agency_id = (select agency_id from lead_agency)",
  );
  const after = await findIssued(viewer, await newest());
  expect(after && summaryOf(after)).toEqual(summaryOf(before));
  await issueReport(viewer, { year: 2017, ...registration });
  const second = await findIssued(viewer, await newest());
  expect(second?.figures.findings).toHaveLength(before.figures.findings.length + 1);
});

it("is sealed in the history with the hash of its figures", async () => {
  await issueReport(await viewerNamed("leader"), { year: 2017, number: null, date: null });
  const [row] = await rowsOf<{ sealed: boolean }>(
    `select j.content::jsonb ->> 'sha256' = r.sha256 as sealed from issued_report r
     join journal_entry j on j.entity = 'report' and j.entity_id = r.id::text and j.action = 'report-issued' order by j.id desc limit 1`,
  );
  expect(row?.sealed).toBe(true);
});

it("is issued by the province alone, and not for a year that has not begun", async () => {
  const form = { year: 2017, number: null, date: null };
  for (const account of ["officer", "head", "admin"])
    expect((await issueReport(await viewerNamed(account), form)).ok).toBe(false);
  expect((await issueReport(await viewerNamed("leader"), { ...form, year: 2018 })).ok).toBe(false);
});

it("is one report when it is asked for twice", async () => {
  const viewer = await viewerNamed("leader");
  const form = { year: 2017, number: 77, date: null };
  expect((await issueReport(viewer, form)).ok).toBe(true);
  expect(await issueReport(viewer, form)).toMatchObject({ problems: [{ code: "already-done" }] });
});

it("cannot be changed or taken away, nor say other figures than its hash", async () => {
  await issueReport(await viewerNamed("leader"), { year: 2017, number: null, date: null });
  await expect(rowsOf("update issued_report set number = 7")).rejects.toThrow();
  await expect(rowsOf("delete from issued_report")).rejects.toThrow();
  await expect(
    rowsOf(
      `insert into issued_report (year, as_of, figures, sha256, issued_by, issued_name) select year, as_of, '{}', sha256, issued_by, issued_name from issued_report limit 1`,
    ),
  ).rejects.toThrow();
});

it("is asked for with number and date, or without", () => {
  expect(issueForm.parse({ year: "2017", number: "", date: "" })).toEqual({
    year: 2017,
    number: null,
    date: null,
  });
  expect(issueForm.parse({ year: "2017", number: "12", date: "05/01/2018" })).toEqual({
    year: 2017,
    number: 12,
    date: "2018-01-05",
  });
  for (const wrong of [{ number: "0" }, { number: "12a" }, { date: "31/02/2018" }, { year: "17" }])
    expect(issueForm.safeParse({ year: "2017", number: "", date: "", ...wrong }).success).toBe(false);
});
