import { Prisma } from "@/generated/prisma/client";
import { lapsedOn, stillHolds } from "@/lib/adoption/chain/rules";
import { daysOverdue, nextStep, recordableMilestones } from "@/lib/adoption/rules";
import { loadMilestones, mandatory } from "@/lib/adoption/standing/queries";
import type {
  DelayReason,
  MilestoneKind,
  StandingFilter,
  StandingLine,
  StandingPage,
} from "@/lib/adoption/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { may, mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { yearOf, type PlainDate } from "@/lib/kernel/plain-date";
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
        : Prisma.sql`s.obligation in ${mandatory}`,
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
