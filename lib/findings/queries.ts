import { Prisma } from "@/generated/prisma/client";
import { clockFrom } from "@/lib/findings/clock/rules";
import { loadPartiality } from "@/lib/findings/turns/queries";
import { stageOf } from "@/lib/findings/turns/rules";
import type { FindingCounts } from "@/lib/findings/turns/types";
import type {
  FindingFilter,
  FindingLine,
  FindingPage,
  FindingRecord,
  FindingToJudge,
} from "@/lib/findings/types";
import { agencyParameter } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { loadLaws } from "@/lib/legal/queries";
import { lawsNamed } from "@/lib/legal/rules";
import { today } from "@/lib/platform/clock";

export const findingsPageSize = 50;

const columns = Prisma.sql`f.id, a.code as "agencyCode", s.name as "agencyName", f.question_code as "questionCode", f.severity::text as severity,
  f.topic::text as topic, f.evidence, f.reference, f.raised_on::text as "raisedOn", f.due_on::text as "dueOn", c.closed_on::text as "closedOn",
  k.answers, k.returns, k.claims, k.refusals, k.stops, k.ended, c.finding_id is not null as closed, k.turns, (select coalesce(max(q.number), 0) from finding_message q where q.finding_id = f.id and q.asks) as asked,
  k.awaits_agency as "awaitsAgency", k.awaits_lead as "awaitsLead",
  b.blocked_by as "blockedBy", b.blocked_since::text as "blockedSince", coalesce(b.blocked_days, 0) as "blockedDays",
  coalesce(b.still_days, 0) as "stillDays", b.corrected_on is not null as corrected, b.corrected_on::text as "correctedOn"`;

/** Findings with what conditions ask of them, and how their clocks stand on a day. */
const found = (on: PlainDate) => Prisma.sql`finding f join agency a on a.id = f.agency_id
  join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id
  left join finding_closure c on c.finding_id = f.id
  left join finding_clock(${on}::date) b on b.finding_id = f.id`;

const tables = (on: PlainDate) => Prisma.sql`${found(on)}
  join lateral (select name from agency_standing s where s.agency_id = a.id and s.valid_from <= f.raised_on order by s.valid_from desc limit 1) s on true
  join finding_course k on k.finding_id = f.id`;

/** Open ones first, then those seen corrected; the longest overdue on top. */
const order = Prisma.sql`c.closed_on nulls first, b.corrected_on is not null, f.due_on + coalesce(b.still_days, 0) nulls last, f.raised_on, f.id`;

type Row = Omit<FindingLine, "stage" | "overdueDays" | "blocker" | "owesReply"> &
  FindingCounts & {
    awaitsAgency: boolean;
    awaitsLead: boolean;
    blockedBy: string | null;
    blockedSince: PlainDate | null;
  };

function lineOf<More extends Row>(row: More, on: PlainDate) {
  const { answers, returns, claims, refusals, stops, ended, corrected, closed, ...rest } = row;
  const { awaitsAgency, awaitsLead, blockedBy, blockedSince, ...line } = rest;
  const clock = clockFrom(row, { ...row, blocked: blockedBy !== null }, on);
  return {
    ...line,
    dueOn: clock.dueOn,
    overdueDays: clock.overdueDays,
    stage: stageOf({ answers, returns, claims, refusals, stops, ended, corrected, closed }),
    blocker: blockedBy !== null && blockedSince !== null ? { body: blockedBy, since: blockedSince } : null,
    owesReply: { agency: awaitsAgency, lead: awaitsLead },
  };
}

/** Has the agency answered by a day, and was the answer not returned by then? It waits for an inspector to verify it. */
export const isAnswered = (on: PlainDate): Prisma.Sql => Prisma.sql`exists (select 1 from finding_answer w
  where w.finding_id = f.id and w.cancellation_id is null and w.answered_on <= ${on}::date
    and not exists (select 1 from finding_return r where r.answer_id = w.id and r.returned_on <= ${on}::date))`;

const ofClock = (clock: FindingFilter["clock"], on: PlainDate): Prisma.Sql => {
  switch (clock) {
    case "blocked":
      return Prisma.sql`c.finding_id is null and b.blocked_by is not null`;
    case "answered":
      return Prisma.sql`c.finding_id is null and b.blocked_by is null and b.corrected_on is null and ${isAnswered(on)}`;
    case "corrected":
      return Prisma.sql`c.finding_id is null and b.corrected_on is not null`;
    case "late":
      return Prisma.sql`c.finding_id is null and b.blocked_by is null and b.corrected_on is null
        and f.due_on + coalesce(b.still_days, 0) < ${on}::date`;
    case null:
    case undefined:
      return Prisma.sql`true`;
  }
};

const condition = (
  viewer: Viewer,
  { year, topic, severity, agencyCode, openOnly, clock }: FindingFilter,
  on: PlainDate,
): Prisma.Sql => {
  const only = agencyParameter(viewer, "findings.list");
  return Prisma.sql`(${only}::uuid is null or f.agency_id = ${only}::uuid) and (${year}::int is null or p.year = ${year}::int)
    and (${topic}::text is null or f.topic = ${topic}::shortcoming_topic) and (${severity}::text is null or f.severity = ${severity}::severity)
    and (${agencyCode}::text is null or a.code = ${agencyCode}) and (not ${openOnly} or c.finding_id is null) and ${ofClock(clock, on)}`;
};

/** Findings that this viewer may read, open ones first, the longest overdue on top. */
export async function listFindings(viewer: Viewer, filter: FindingFilter): Promise<FindingPage> {
  if (!may(viewer, "findings.list")) return { lines: [], total: 0, open: 0 };
  const day = await today();
  const where = condition(viewer, filter, day);
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      select ${columns} from ${tables(day)} where f.id in (select f.id from ${found(day)} where ${where}
        order by ${order} limit ${findingsPageSize} offset ${(filter.page - 1) * findingsPageSize})
      order by ${order}`;
    const counts = await tx.$queryRaw<{ total: number; open: number }[]>`
      select count(*)::int as total, (count(*) filter (where c.finding_id is null))::int as open from ${found(day)} where ${where}`;
    return {
      lines: rows.map((row) => lineOf(row, day)),
      total: counts[0]?.total ?? 0,
      open: counts[0]?.open ?? 0,
    };
  });
}

type RecordRow = Row & Omit<FindingRecord, keyof FindingLine | "laws">;

const recordColumns = Prisma.sql`${columns}, f.agency_id as "agencyId", f.visit_id as "visitId", f.scope, f.agency_statement as statement, c.note as "closureNote", c.attachment_id as "closureFileId", c.basis_visit_id as "closureVisitId",
  coalesce(nullif(f.requirement_text, ''), e.designation || ', ' || f.clause, (select q.basis from checklist_question q
    where q.checklist_id = v.checklist_id and q.code = f.question_code), '–') as requirement`;

const requirementTables = Prisma.sql`left join standard_edition e on e.id = f.edition_id`;

/** Findings with the documents that their requirements name. */
async function recordsOf(tx: Tx, rows: readonly RecordRow[], on: PlainDate): Promise<FindingRecord[]> {
  const laws = Object.values(await loadLaws(tx));
  return rows.map((row) => ({ ...lineOf(row, on), laws: lawsNamed(row.requirement, laws) }));
}

/** Every finding raised by a day on the visits of a year's programme, in the order of the visits. */
export async function listFindingsOfYear(
  viewer: Viewer,
  year: number,
  on: PlainDate,
): Promise<FindingRecord[]> {
  if (!may(viewer, "findings.list")) return [];
  const only = agencyParameter(viewer, "findings.list");
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<RecordRow[]>`
    select ${recordColumns} from ${tables(on)} ${requirementTables}
    where p.year = ${year} and f.raised_on <= ${on}::date and (${only}::uuid is null or f.agency_id = ${only}::uuid)
    order by f.raised_on, s.name, f.visit_id, f.question_code, f.id`;
    return recordsOf(tx, rows, on);
  });
}

/** One finding with its requirement and how it was closed; null where there is none or it is not theirs to read. */
export async function findFinding(viewer: Viewer, id: string): Promise<FindingToJudge | null> {
  if (!isId(id) || !may(viewer, "findings.list")) return null;
  const only = agencyParameter(viewer, "findings.list");
  const day = await today();
  return asViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<RecordRow[]>`
    select ${recordColumns} from ${tables(day)} ${requirementTables}
    where f.id = ${id}::uuid and (${only}::uuid is null or f.agency_id = ${only}::uuid)`;
    const [finding] = await recordsOf(tx, rows, day);
    if (!finding) return null;
    return { ...finding, partial: await loadPartiality(tx, viewer, finding.agencyId, day) };
  });
}
