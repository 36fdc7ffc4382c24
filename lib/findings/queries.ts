import { Prisma } from "@/generated/prisma/client";
import type {
  FindingFilter,
  FindingLine,
  FindingPage,
  FindingRecord,
  FindingSummary,
} from "@/lib/findings/types";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";

export const findingsPageSize = 50;

const columns = Prisma.sql`f.id, a.code as "agencyCode", s.name as "agencyName", f.question_code as "questionCode", f.severity::text as severity,
  f.topic::text as topic, f.evidence, f.raised_on::text as "raisedOn", f.due_on::text as "dueOn", c.closed_on::text as "closedOn"`;

const tables = Prisma.sql`finding f join agency a on a.id = f.agency_id
  join lateral (select name from agency_standing s where s.agency_id = a.id and s.valid_from <= f.raised_on order by s.valid_from desc limit 1) s on true
  join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id
  left join finding_closure c on c.finding_id = f.id`;

const condition = (
  viewer: Viewer,
  { year, topic, severity, agencyCode, openOnly }: FindingFilter,
): Prisma.Sql => {
  const only = agencyParameter(viewer, "findings.list");
  return Prisma.sql`(${only}::uuid is null or f.agency_id = ${only}::uuid) and (${year}::int is null or p.year = ${year}::int)
    and (${topic}::text is null or f.topic = ${topic}::shortcoming_topic) and (${severity}::text is null or f.severity = ${severity}::severity)
    and (${agencyCode}::text is null or a.code = ${agencyCode}) and (not ${openOnly} or c.finding_id is null)`;
};

/** Findings that this viewer may read, open ones first, the longest overdue on top. */
export async function listFindings(viewer: Viewer, filter: FindingFilter): Promise<FindingPage> {
  if (!may(viewer, "findings.list")) return { lines: [], total: 0, open: 0 };
  const where = condition(viewer, filter);
  return asViewer(viewer, async (tx) => {
    const lines = await tx.$queryRaw<FindingLine[]>`
      select ${columns} from ${tables} where ${where}
      order by c.closed_on nulls first, f.due_on nulls last, f.raised_on, f.id
      limit ${findingsPageSize} offset ${(filter.page - 1) * findingsPageSize}`;
    const counts = await tx.$queryRaw<{ total: number; open: number }[]>`
      select count(*)::int as total, (count(*) filter (where c.finding_id is null))::int as open from ${tables} where ${where}`;
    return { lines, total: counts[0]?.total ?? 0, open: counts[0]?.open ?? 0 };
  });
}

/** One finding with its requirement and how it was closed; null where there is none or it is not theirs to read. */
export async function findFinding(viewer: Viewer, id: string): Promise<FindingRecord | null> {
  if (!isId(id) || !may(viewer, "findings.list")) return null;
  const only = agencyParameter(viewer, "findings.list");
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<FindingRecord[]>`
    select ${columns}, f.agency_id as "agencyId", f.visit_id as "visitId", f.scope, c.note as "closureNote", c.attachment_id as "closureFileId",
      coalesce(e.designation || ', ' || f.clause, l.number, '–') as requirement
    from ${tables} left join standard_edition e on e.id = f.edition_id left join legal_document l on l.id = f.legal_document_id
    where f.id = ${id}::uuid and (${only}::uuid is null or f.agency_id = ${only}::uuid)`,
  );
  return rows[0] ?? null;
}

const openShown = 5;

/** How the findings of an agency stood on a day. */
export async function summariseFindings(
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<FindingSummary> {
  const only = agencyParameter(viewer, "findings.list");
  const rows = await asViewer(
    viewer,
    (tx) => tx.$queryRaw<FindingSummary[]>`
    with known as (
      select f.id, f.topic, f.due_on, f.raised_on, c.closed_on is not null as closed
      from finding f left join finding_closure c on c.finding_id = f.id and c.closed_on <= ${on}::date
      where f.agency_id = ${agencyId}::uuid and (${only}::uuid is null or f.agency_id = ${only}::uuid) and f.raised_on <= ${on}::date
    )
    select count(*)::int as total, (count(*) filter (where closed))::int as closed,
      (count(*) filter (where not closed and due_on < ${on}::date))::int as overdue,
      coalesce((select json_agg(json_build_object('id', o.id, 'topic', o.topic, 'dueOn', o.due_on))
        from (select * from known where not closed order by due_on nulls last, raised_on, id limit ${openShown}) o), '[]') as open
    from known`,
  );
  return rows[0] ?? { total: 0, closed: 0, overdue: 0, open: [] };
}
