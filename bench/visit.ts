import type pg from "pg";

export type OpenSection = { visit: string; group: string; version: number; codes: string[] };

/** The sections of the demonstration's visit that is planned for today, with the questions asked in each. */
export const openSections = async (owner: pg.Client): Promise<OpenSection[]> =>
  (
    await owner.query<OpenSection>(
      `select v.id as visit, q.group_code as "group", coalesce(s.version, 0) as version,
         array_agg(q.code order by q.position) as codes
       from visit v join checklist_question q on q.checklist_id = v.checklist_id and v.edition_id = any(q.editions)
           and (v.subordinates or not q.subordinates)
         left join visit_section s on s.visit_id = v.id and s.group_code = q.group_code
       where v.id = (select v.id from visit v join agency a on a.id = v.agency_id and a.code = 'ubnd-duc-pho'
         where not exists (select 1 from visit_result r where r.visit_id = v.id) limit 1)
       group by 1, 2, 3 order by 2`,
    )
  ).rows;

export const answersTo = ({ codes }: OpenSection) =>
  Object.fromEntries(codes.map((code) => [code, { outcome: "conforming" as const, note: "" }]));
