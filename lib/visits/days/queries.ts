import { firstDay } from "@/lib/visits/days/rules";
import type { RecordedOn } from "@/lib/visits/days/types";
import type { Tx } from "@/lib/identity/database";
import { dayDone, type PlainDate } from "@/lib/kernel/plain-date";

type Row = { id: string; kind: keyof RecordedOn; about: string; at: Date };

/**
 * When what stands of visits that are not final was recorded: by the clock of the device as far as it was right, however late it
 * arrived. An answer of before that was kept is dated by the first that arrived of its section.
 */
async function loadRecorded(tx: Tx, visits: readonly string[], today: PlainDate) {
  const rows = await tx.$queryRaw<Row[]>`
    select a.visit_id as id, 'answers' as kind, a.question_code as about,
      coalesce(a.recorded_at, least(s.saved_at, (select min(d.recorded_at - make_interval(secs => coalesce(d.clock_fast, 0)))
        from field_delivery d where d.visit_id = a.visit_id and d.accepted and d.subject = 'sheet:' || q.group_code))) as at
    from answer a join checklist_question q on q.checklist_id = a.checklist_id and q.code = a.question_code
      left join visit_section s on s.visit_id = a.visit_id and s.group_code = q.group_code
    where a.visit_id = any(${visits}::uuid[]) and a.outcome <> 'not_checked'
      and not exists (select 1 from visit_result r where r.visit_id = a.visit_id)
    union all
    select k.visit_id, 'rechecks', k.finding_id::text,
      coalesce((select d.recorded_at - make_interval(secs => coalesce(d.clock_fast, 0)) from field_delivery d
        where d.visit_id = k.visit_id and d.accepted and d.subject = 'recheck:' || k.finding_id and d.version = k.version
        order by d.received_at limit 1), k.saved_at)
    from finding_recheck k where k.visit_id = any(${visits}::uuid[])
      and not exists (select 1 from visit_result r where r.visit_id = k.visit_id)`;
  const recorded = new Map<
    string,
    { answers: Record<string, PlainDate>; rechecks: Record<string, PlainDate> }
  >();
  for (const { id, kind, about, at } of rows.filter((row) => row.at !== null)) {
    const of = recorded.get(id) ?? { answers: {}, rechecks: {} };
    recorded.set(id, of);
    of[kind][about] = dayDone(at, today);
  }
  return recorded;
}

type FinalRow = { id: string; startedOn: PlainDate | null; earliest: PlainDate };

/** The days on which the work of final visits began: as their minutes say it; where they do not, the one planned, unless it was signed before that. */
async function loadFinal(tx: Tx, visits: readonly string[]): Promise<Map<string, PlainDate>> {
  const rows = await tx.$queryRaw<FinalRow[]>`
    select v.id, m.started_on::text as "startedOn", least(v.planned_on, r.finalised_on)::text as earliest
    from visit v join visit_result r on r.visit_id = v.id left join visit_minutes m on m.visit_id = v.id and m.version = 1
    where v.id = any(${visits}::uuid[])`;
  return new Map(rows.map(({ id, startedOn, earliest }) => [id, startedOn ?? earliest]));
}

export type VisitDays = { begunOn: PlainDate | null; recordedOn: RecordedOn };

const nothing: RecordedOn = { answers: {}, rechecks: {} };

/** When visits began, and of those under way when each thing that stands was recorded. */
export async function loadDays(
  tx: Tx,
  visits: readonly string[],
  today: PlainDate,
): Promise<(visit: string) => VisitDays> {
  const final = await loadFinal(tx, visits);
  const recorded = await loadRecorded(tx, visits, today);
  return (visit) => {
    const recordedOn = recorded.get(visit) ?? nothing;
    return { begunOn: final.get(visit) ?? firstDay(recordedOn), recordedOn };
  };
}
