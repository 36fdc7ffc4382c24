import type pg from "pg";

export type OpenGroup = { visit: string; group: string; version: number; codes: string[] };

const plannedForToday = `(select v.id from visit v join agency a on a.id = v.agency_id and a.code = 'ubnd-duc-pho'
  where not exists (select 1 from visit_result r where r.visit_id = v.id) limit 1)`;

/** The sections of a visit, the demonstration's for today unless another is named, with the questions asked in each. */
export const openGroups = async (owner: pg.Client, visit: string | null = null): Promise<OpenGroup[]> =>
  (
    await owner.query<OpenGroup>(
      `select v.id as visit, q.group_code as "group", coalesce(s.version, 0) as version,
         array_agg(q.code order by q.position) as codes
       from visit v join checklist_question q on q.checklist_id = v.checklist_id and v.edition_id = any(q.editions)
           and (v.subordinates or not q.subordinates)
         left join visit_section s on s.visit_id = v.id and s.group_code = q.group_code
       where v.id = coalesce($1::uuid, ${plannedForToday})
       group by 1, 2, 3 order by 2`,
      [visit],
    )
  ).rows;

export const answersTo = ({ codes }: OpenGroup) =>
  Object.fromEntries(codes.map((code) => [code, { outcome: "conforming" as const, note: "" }]));

const longChecklist = [
  `insert into checklist_edition (id, title, effective_from, source) values ('bench-60', '60', '2017-01-01', 'bench')`,
  `insert into checklist_group (checklist_id, code, title_vi, title_en, points, position) values ('bench-60', 'A', 'A', 'A', 60, 1)`,
  `insert into checklist_question
     (checklist_id, code, group_code, position, text_vi, text_en, evidence_vi, evidence_en, basis, topic, editions)
   select 'bench-60', 'A.' || n, 'A', n, 'A', 'A', '', '', '', 'direction', '{2008}' from generate_series(1, 60) n`,
];

/** A visit with a checklist of one section that asks 60 questions: the longest sheet that is sent as one. */
export async function createLongVisit(owner: pg.Client): Promise<string> {
  for (const statement of longChecklist) await owner.query(statement);
  const { rows } = await owner.query<{ id: string }>(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', '2017-12-31', 'bench-60', '2008', false
     from agency a, programme p where a.code = 'ubnd-mo-duc' and p.year = 2017 returning id`,
  );
  const [visit] = rows;
  if (!visit) throw new Error("the long visit was not created");
  await owner.query(
    `insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = 'inspector'`,
    [visit.id],
  );
  return visit.id;
}
