import { expect, it } from "vitest";

import { rowsOf } from "@/tests/support/database/viewer";

type Said = { what: string; on: string; text: string };

/** Days named in a text, as yyyy-MM-dd. */
const daysIn = (text: string): string[] =>
  [...text.matchAll(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g)].map(
    ([, day = "", month = "", year = ""]) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );

it("tells of nothing before it happened", async () => {
  const said = await rowsOf<Said>(`
    select f.question_code || ' ' || a.code as what, f.raised_on::text as on, f.evidence || ' ' || f.scope as text
      from finding f join agency a on a.id = f.agency_id
    union all select 'answer', answered_on::text, concat_ws(' ', cause, correction, corrective_action) from finding_answer
    union all select 'return', returned_on::text, reason from finding_return
    union all select 'claim', stated_on::text, concat_ws(' ', reference, explanation) from finding_claim
    union all select 'message', written_on::text, text from finding_message
    union all select 'milestone', occurred_on::text, evidence from milestone
    union all select 'review', ended_on::text, findings from agency_review
    union all select 'revision', effective_on::text, concat_ws(' ', change_request, body) from document_revision where effective_on is not null`);
  expect(said.length).toBeGreaterThan(500);
  const early = said.filter(({ on, text }) => daysIn(text).some((day) => day > on));
  expect(early.map(({ what, on, text }) => `${what} ${on}: ${text}`)).toEqual([]);
});

/** Of each finding whether what it says is wanting was there on a day. */
const there: Readonly<Record<string, (day: string) => string>> = {
  "E.1": (
    day,
  ) => `exists (select 1 from controlled_document d join document_revision r on r.document_id = d.id
    where d.agency_id = f.agency_id and d.code = 'QT-06' and r.effective_on <= ${day} and (r.obsolete_on is null or r.obsolete_on > ${day}))`,
  "D.2": (
    day,
  ) => `exists (select 1 from policy_posting t where t.agency_id = f.agency_id and t.posted_on <= ${day}
    and (t.removed_on is null or t.removed_on > ${day}))`,
  "I.1": (
    day,
  ) => `exists (select 1 from agency_review r where r.agency_id = f.agency_id and r.kind = 'internal_audit'
    and r.ended_on <= ${day} and r.ended_on > ${day} - interval '1 year')`,
};

it.each(Object.entries(there))(
  "finds at %s nothing wanting that was there, and closes nothing that is still wanting",
  async (question, on) => {
    const rows = await rowsOf<{ agency: string; found: boolean; corrected: boolean | null }>(
      `select a.code as agency, ${on("f.raised_on")} as found, case when c.closed_on is null then null else ${on("c.closed_on")} end as corrected
       from finding f join agency a on a.id = f.agency_id left join finding_closure c on c.finding_id = f.id
       where f.question_code = $1`,
      [question],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ found, corrected }) => found || corrected === false)).toEqual([]);
  },
);

it("has set the objectives whose want was closed, and no others", async () => {
  const rows = await rowsOf<{ agency: string; closed: boolean; set: boolean }>(
    `select a.code as agency, c.finding_id is not null as closed,
       exists (select 1 from quality_objective o where o.agency_id = f.agency_id and o.year = extract(year from f.raised_on)) as set
     from finding f join agency a on a.id = f.agency_id left join finding_closure c on c.finding_id = f.id
     where f.question_code = 'D.4'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ closed, set }) => closed !== set)).toEqual([]);
});

it("names the day on which the set of documents was issued as the documents do", async () => {
  const rows = await rowsOf<{ agency: string; evidence: string; issued: string }>(
    `select a.code as agency, f.evidence, to_char(min(r.effective_on), 'DD/MM/YYYY') as issued from finding f
       join agency a on a.id = f.agency_id join document_revision r on r.agency_id = f.agency_id
     where f.question_code = 'E.1' group by 1, 2`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ evidence, issued }) => !evidence.includes(issued))).toEqual([]);
});

it("calls no system maintained whose grade says that it is not", async () => {
  const rows = await rowsOf<{ grade: string; conclusion: string }>(
    "select grade_code as grade, conclusion from visit_result where cardinality(capped_by) > 0",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ conclusion }) => /^Cơ quan duy trì/.test(conclusion))).toEqual([]);
});

it("visits nobody on a Saturday or a Sunday without saying why", async () => {
  const rows = await rowsOf<{ id: string; reason: string | null }>(
    `select v.id, (select e.content::jsonb ->> 'reason' from journal_entry e where e.entity = 'visit' and e.entity_id = v.id::text
       and e.content::jsonb ? 'reason' order by e.id desc limit 1) as reason
     from visit v where extract(isodow from v.planned_on) > 5`,
  );
  expect(rows.filter(({ reason }) => !/thứ Bảy|Chủ nhật/.test(reason ?? ""))).toEqual([]);
});
