import { agencyOf, firstDraft, idFrom, one, rows, today, type Ground } from "@/tests/support/ground";
import { personOf } from "@/tests/support/plants/posts";

/** The next year that has no programme. */
export const freeYear = async (): Promise<number> =>
  (
    await one<{ year: number }>(
      "select min(y) as year from generate_series($1::int, $1::int + 500) y where y not in (select year from programme)",
      [firstDraft()],
    )
  ).year;

/** A draft with one visit, led by the inspector; gives its year and the visit. */
export async function plantDraft(where: Ground): Promise<{ year: number; visitId: string }> {
  const year = await freeYear();
  const programmeId = await idFrom(
    "insert into programme (year, title) values ($1, 'Kế hoạch') returning id",
    [year],
  );
  const visitId = await idFrom(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     values ($1, $2, 'on_site', $3, 'qn-2017', '2008', false) returning id`,
    [await agencyOf(where), programmeId, `${year}-06-15`],
  );
  await rows("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'leader')", [
    visitId,
    await personOf("inspector"),
  ]);
  return { year, visitId };
}
/** A yearly report as somebody issued it. */
export const plantIssuedReport = (): Promise<string> =>
  idFrom(
    `insert into issued_report (year, as_of, figures, sha256, issued_by, issued_name)
     select 2017, $1, f.text, encode(sha256(convert_to(f.text, 'UTF8')), 'hex'), a.id, 'Nguyễn Văn An'
     from account a, (values ('{"year":2017,"dashboard":{"headline":{"byKind":[]}}}')) f(text) where a.name = 'leader' returning id`,
    [today],
  );
