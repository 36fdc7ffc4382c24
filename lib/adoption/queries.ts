import { Prisma } from "@/generated/prisma/client";
import { loadDeclarations } from "@/lib/adoption/declarations/queries";
import { lapsedOn, standingSteps, stillHolds } from "@/lib/adoption/chain/rules";
import { daysOverdue, nextStep, owesDeclaration, recordableMilestones } from "@/lib/adoption/rules";
import { loadMilestones } from "@/lib/adoption/standing/queries";
import type {
  AdoptionRecord,
  DelayReason,
  MilestoneKind,
  Progress,
  StandingFilter,
  StandingLine,
  StandingPage,
} from "@/lib/adoption/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may, mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, toDatabase, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { searchKey } from "@/lib/kernel/text";

export const pageSize = 50;

type LineRow = Omit<StandingLine, "overdueDays" | "next"> & {
  causeOn: PlainDate | null;
  targetKind: MilestoneKind | null;
  targetOn: PlainDate | null;
  targetStatedOn: PlainDate | null;
};

/**
 * Agencies of a set on a day, the obliged where none is asked for: the rows behind every number of the dashboard, counted by
 * the same condition. Those that have ceased count nowhere, and are listed where they are asked for.
 */
const conditionOf = ({ on, query, kind, obligation, bucket, overdue, topic }: StandingFilter): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`s.valid_from <= ${on}::date and s.valid_to > ${on}::date`,
      obligation
        ? Prisma.sql`s.obligation = ${obligation}::obligation`
        : Prisma.sql`s.obligation in ('mandatory_by_prime_minister', 'mandatory_by_province')`,
      ...(bucket === "ceased" ? [] : [Prisma.sql`s.bucket <> 'ceased'`]),
      ...(kind ? [Prisma.sql`s.kind = ${kind}::agency_kind`] : []),
      ...(bucket ? [Prisma.sql`s.bucket = ${bucket}::bucket`] : []),
      ...(overdue
        ? [
            Prisma.sql`s.bucket in ('in_progress', 'not_started', 'lapsed') and s.due_on is not null and s.due_on < ${on}::date`,
          ]
        : []),
      ...(topic
        ? [
            Prisma.sql`exists (select 1 from finding f join visit v on v.id = f.visit_id join programme p on p.id = v.programme_id
              where f.agency_id = s.agency_id and f.topic::text = ${topic} and f.raised_on <= ${on}::date
                and p.year = ${yearOf(on)}::int)`,
          ]
        : []),
      ...searchKey(query)
        .split(" ")
        .filter(Boolean)
        .map((word) => Prisma.sql`s.name_key like ${`%${word}%`}`),
    ],
    " and ",
  );

const order = (filter: StandingFilter): Prisma.Sql =>
  filter.overdue
    ? Prisma.sql`s.due_on, s.name collate "vi-VN-x-icu", s.agency_id`
    : Prisma.sql`s.name collate "vi-VN-x-icu", s.agency_id`;

const lineRows = (tx: Tx, filter: StandingFilter, size: number): Promise<LineRow[]> => tx.$queryRaw<
  LineRow[]
>`
  with page as (
    select s.* from agency_standing s where ${conditionOf(filter)}
    order by ${order(filter)} limit ${size} offset ${(filter.page - 1) * size}
  )
  select a.id, a.code, s.name, s.abbreviation, s.kind::text as kind, s.stage::text as stage, s.bucket::text as bucket,
    s.obligation::text as obligation, s.due_on::text as "dueOn", c.reason::text as cause,
    c.stated_on::text as "causeOn", t.kind::text as "targetKind", t.target_on::text as "targetOn", t.stated_on::text as "targetStatedOn"
  from page s join agency a on a.id = s.agency_id
    left join lateral (select reason, stated_on from delay_cause d where d.agency_id = s.agency_id and d.stated_on <= ${filter.on}::date
      and (d.ended_on is null or d.ended_on > ${filter.on}::date) order by stated_on desc limit 1) c on s.bucket <> 'declared'
    left join lateral (select kind, target_on, stated_on from milestone_target m where m.agency_id = s.agency_id
      and m.stated_on <= ${filter.on}::date order by stated_on desc limit 1) t on s.bucket <> 'declared'
  order by ${order(filter)}`;

function lineOf(
  { causeOn, targetKind, targetOn, targetStatedOn, ...row }: LineRow,
  on: PlainDate,
  lapse: PlainDate | null,
): StandingLine {
  const target =
    targetKind && targetOn && targetStatedOn && stillHolds(targetStatedOn, lapse)
      ? { kind: targetKind, on: targetOn }
      : null;
  const cause: DelayReason | null = causeOn && stillHolds(causeOn, lapse) ? row.cause : null;
  return { ...row, overdueDays: daysOverdue(row, on), cause, next: nextStep(row.stage, target) };
}

/** The lines, with what their agencies said since their system last lapsed. */
async function linesOf(tx: Tx, rows: readonly LineRow[], on: PlainDate): Promise<StandingLine[]> {
  const said = rows.filter(({ causeOn, targetStatedOn }) => causeOn !== null || targetStatedOn !== null);
  const milestones = await loadMilestones(
    tx,
    said.map(({ id }) => id),
  );
  return rows.map((row) => lineOf(row, on, lapsedOn(milestones.get(row.id) ?? [], on)));
}

/** A page of agencies with their status on a day. Overdue ones come longest overdue first, all others in Vietnamese order. */
export async function listStandings(
  viewer: Viewer,
  filter: StandingFilter,
  size = pageSize,
): Promise<StandingPage> {
  if (!may(viewer, "agencies.list")) return { lines: [], total: 0 };
  return asViewer(viewer, async (tx) => {
    const rows = await lineRows(tx, filter, size);
    const counted = await tx.$queryRaw<{ total: number }[]>`
      select count(*)::int as total from agency_standing s where ${conditionOf(filter)}`;
    return { lines: await linesOf(tx, rows, filter.on), total: counted[0]?.total ?? 0 };
  });
}

/** How many agencies of the obliged are past their deadline: the length of the overdue list. */
export async function countOverdue(viewer: Viewer, on: PlainDate): Promise<number> {
  if (!may(viewer, "agencies.list")) return 0;
  const everybody = { query: "", kind: null, obligation: null, bucket: null, topic: null, page: 1 };
  const where = conditionOf({ ...everybody, on, overdue: true });
  const rows = await asViewer(
    viewer,
    (tx) =>
      tx.$queryRaw<{ total: number }[]>`select count(*)::int as total from agency_standing s where ${where}`,
  );
  return rows[0]?.total ?? 0;
}

async function progressOf(tx: Tx, viewer: Viewer, agencyId: string, on: PlainDate): Promise<Progress> {
  const where = { ...agencyWhere(viewer, "agencies.read"), AND: { agencyId } };
  const until = { lte: toDatabase(on) };
  const standing = await findStanding(tx, viewer, agencyId, on);
  const milestones = await tx.milestone.findMany({
    where: { ...where, occurredOn: until, cancellationId: null },
    orderBy: [{ occurredOn: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
    select: { id: true, kind: true, occurredOn: true, evidence: true, attachmentId: true },
  });
  const target = await tx.milestoneTarget.findFirst({
    where: { ...where, statedOn: until },
    orderBy: { statedOn: "desc" },
    select: { kind: true, targetOn: true, statedOn: true },
  });
  const steps = milestones.map(({ attachmentId, ...each }) => ({
    ...each,
    occurredOn: fromDatabase(each.occurredOn),
    scanId: attachmentId,
  }));
  const counting = new Set(standingSteps(steps, on));
  const lapse = lapsedOn(steps, on);
  const promised =
    target && stillHolds(fromDatabase(target.statedOn), lapse)
      ? { kind: target.kind, on: fromDatabase(target.targetOn) }
      : null;
  return {
    standing,
    milestones: steps.map((each) => ({ ...each, counts: counting.has(each) })),
    next: standing && nextStep(standing.stage, promised),
  };
}

/** How far an agency has come on a day. */
export const findProgress = (viewer: Viewer, agencyId: string, on: PlainDate): Promise<Progress> =>
  asViewer(viewer, (tx) => progressOf(tx, viewer, agencyId, on));

/** What an agency's status on a day rests on: standing, milestones, declarations, causes, next step. */
export function findAdoption(viewer: Viewer, agencyId: string, on: PlainDate): Promise<AdoptionRecord> {
  const where = { ...agencyWhere(viewer, "agencies.read"), AND: { agencyId } };
  const until = { lte: toDatabase(on) };
  return asViewer(viewer, async (tx) => {
    const obligation = await tx.agencyObligation.findFirst({
      where: { ...where, validFrom: until, OR: [{ validTo: null }, { validTo: { gt: toDatabase(on) } }] },
      select: { legalDocument: { select: { number: true } } },
    });
    const declarations =
      where.agencyId === undefined || where.agencyId === agencyId
        ? await loadDeclarations(tx, agencyId, on)
        : [];
    const causes = await tx.delayCause.findMany({
      where: { ...where, statedOn: until, OR: [{ endedOn: null }, { endedOn: { gt: toDatabase(on) } }] },
      orderBy: { statedOn: "desc" },
      select: { reason: true, note: true, statedOn: true },
    });
    const progress = await progressOf(tx, viewer, agencyId, on);
    const late = progress.standing !== null && owesDeclaration(progress.standing.bucket);
    const lapse = lapsedOn(progress.milestones, on);
    const holding = causes
      .map((each) => ({ ...each, statedOn: fromDatabase(each.statedOn) }))
      .filter(({ statedOn }) => stillHolds(statedOn, lapse));
    return {
      ...progress,
      law: obligation?.legalDocument.number ?? null,
      designation: declarations[0]?.endedOn === null ? declarations[0].designation : null,
      declarations,
      causes: late ? holding : [],
    };
  });
}

async function findStanding(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  on: PlainDate,
): Promise<AdoptionRecord["standing"]> {
  const row = await tx.agencyStanding.findFirst({
    where: {
      ...agencyWhere(viewer, "agencies.read"),
      AND: { agencyId },
      validFrom: { lte: toDatabase(on) },
      validTo: { gt: toDatabase(on) },
    },
  });
  if (!row) return null;
  const day = (date: Date | null) => date && fromDatabase(date);
  return {
    ...row,
    validFrom: fromDatabase(row.validFrom),
    validTo: fromDatabase(row.validTo),
    stageSince: day(row.stageSince),
    dueOn: day(row.dueOn),
  };
}

/** The milestones that this viewer may record for an agency now. */
export async function listRecordable(viewer: Viewer, agencyId: string): Promise<MilestoneKind[]> {
  if (!mayFor(viewer, "adoption.record", agencyId)) return [];
  return asViewer(viewer, async (tx) => {
    const cancelled = await tx.milestone.findMany({
      where: { agencyId, cancellationId: { not: null } },
      select: { kind: true },
    });
    const existing = (await loadMilestones(tx, [agencyId])).get(agencyId) ?? [];
    return recordableMilestones(
      existing,
      cancelled.map(({ kind }) => kind),
    );
  });
}
