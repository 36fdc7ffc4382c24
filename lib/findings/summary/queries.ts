import type { FindingSummary } from "@/lib/findings/types";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";

const openShown = 5;

type SummaryLine = FindingSummary["open"][number];
type SummaryRow = Omit<FindingSummary, "open"> & {
  open: (Pick<SummaryLine, "id" | "topic" | "dueOn" | "correctedOn"> & {
    body: string | null;
    since: PlainDate | null;
  })[];
};

/** Of a day that may be past no more is told than whether a finding was seen corrected, blocked, late or open. */
const summaryLine = ({ body, since, ...line }: SummaryRow["open"][number], on: PlainDate): SummaryLine => {
  const { dueOn, correctedOn } = line;
  const blocker = body !== null && since !== null ? { body, since } : null;
  const late = blocker === null && dueOn !== null ? daysBetween(dueOn, correctedOn ?? on) : 0;
  const stage = correctedOn ? "corrected" : blocker ? "blocked" : "open";
  return { ...line, blocker, stage, overdueDays: Math.max(0, late) };
};

/** How the findings of an agency stood on a day. */
export async function summariseFindings(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<FindingSummary> {
  const only = agencyParameter(viewer, "findings.list");
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<SummaryRow[]>`
    with known as (
      select f.id, f.topic, f.due_on + coalesce(b.still_days, 0) as due_on, f.raised_on, c.closed_on is not null as closed,
        b.blocked_by, b.blocked_since, b.corrected_on
      from finding f left join finding_closure c on c.finding_id = f.id and c.closed_on <= ${on}::date
        left join finding_clock(${on}::date) b on b.finding_id = f.id
      where f.agency_id = ${agencyId}::uuid and (${only}::uuid is null or f.agency_id = ${only}::uuid) and f.raised_on <= ${on}::date
    )
    select count(*)::int as total, (count(*) filter (where closed))::int as closed,
      (count(*) filter (where not closed and corrected_on is not null))::int as corrected,
      (count(*) filter (where not closed and blocked_by is null and corrected_on is null and due_on < ${on}::date))::int as overdue,
      coalesce((select json_agg(json_build_object('id', o.id, 'topic', o.topic, 'dueOn', o.due_on, 'body', o.blocked_by, 'since', o.blocked_since,
        'correctedOn', o.corrected_on))
        from (select * from known where not closed order by corrected_on is not null, due_on nulls last, raised_on, id limit ${openShown}) o), '[]') as open
    from known`,
  );
  const { open, ...counts } = rows[0] ?? { total: 0, closed: 0, corrected: 0, overdue: 0, open: [] };
  return { ...counts, open: open.map((row) => summaryLine(row, on)) };
}
