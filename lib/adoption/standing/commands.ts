import type { Prisma } from "@/generated/prisma/client";
import { derivation, standingsJob } from "@/lib/adoption/standing/rules";
import { loadMilestones, computeStanding } from "@/lib/adoption/standing/queries";
import type { Milestone, StandingRow } from "@/lib/adoption/types";
import { enqueue } from "@/lib/gate/queue";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { lock } from "@/lib/platform/locks";

/** The milestones of an agency, which nobody else changes until the transaction ends. */
export async function lockMilestones(tx: Tx, agencyId: string): Promise<Milestone[]> {
  await lock(tx, "milestones", agencyId);
  return (await loadMilestones(tx, [agencyId])).get(agencyId) ?? [];
}

/** The agency's system, begun with its first milestone. */
export async function systemOf(tx: Tx, agencyId: string, on: PlainDate): Promise<string> {
  const open = await tx.managementSystem.findFirst({
    where: { agencyId, endedOn: null },
    select: { id: true },
  });
  if (open) return open.id;
  const created = await tx.managementSystem.create({
    data: { agencyId, title: "Hệ thống quản lý chất lượng của cơ quan", startedOn: toDatabase(on) },
    select: { id: true },
  });
  return created.id;
}

type NewMilestone = Omit<Prisma.MilestoneUncheckedCreateInput, "occurredOn"> & { occurredOn: PlainDate };

/** Adds a milestone, and writes the standing of its agency anew. */
export async function addMilestone(tx: Tx, milestone: NewMilestone): Promise<void> {
  await tx.milestone.create({
    data: { ...milestone, occurredOn: toDatabase(milestone.occurredOn) },
    select: { id: true },
  });
  await rebuildStanding(tx, [milestone.agencyId]);
}

/** Writes the standing of these agencies anew from their facts, inside the transaction that changed a fact. */
export async function rebuildStanding(tx: Tx, agencyIds: readonly string[]): Promise<void> {
  const rows = await computeStanding(tx, agencyIds);
  await tx.$executeRaw`delete from agency_standing where agency_id = any(${agencyIds}::uuid[])`;
  await insertStanding(tx, rows);
}

/** Asks for every standing to be written anew, unless it has been since the rules last changed. */
export const askForStandings = (viewer: Viewer): Promise<unknown> =>
  asViewer(viewer, (tx) => enqueue(tx, standingsJob, derivation));

/** Notes that the standings of this world were written by the rules as they are. */
export const noteStandings = (tx: Tx): Promise<unknown> =>
  tx.$executeRaw`insert into job (name, key, finished_at) values (${standingsJob}, ${derivation}, now()) on conflict do nothing`;

const atOnce = 500;

/** Writes every standing anew. Agencies are held meanwhile, some at a time: nobody's milestone falls between reading and writing. */
export async function writeStandings(viewer: Viewer): Promise<null> {
  const agencies = await asViewer(viewer, (tx) =>
    tx.agency.findMany({ orderBy: { id: "asc" }, select: { id: true } }),
  );
  for (let from = 0; from < agencies.length; from += atOnce)
    await asViewer(viewer, async (tx) => {
      const ids = agencies.slice(from, from + atOnce).map(({ id }) => id);
      for (const id of ids) await lock(tx, "milestones", id);
      await rebuildStanding(tx, ids);
    });
  return null;
}

const insertStanding = (tx: Tx, rows: readonly StandingRow[]): Promise<number> => tx.$executeRaw`
  insert into agency_standing (agency_id, valid_from, valid_to, name, abbreviation, name_key, kind, parent_id, obligation, stage,
    bucket, edition_id, declaration_id, stage_since, due_on)
  select "agencyId", "validFrom", "validTo", name, abbreviation, "nameKey", kind, "parentId", obligation, stage, bucket,
    "editionId", "declarationId", "stageSince", "dueOn"
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("agencyId" uuid, "validFrom" date, "validTo" date, name text,
    abbreviation text, "nameKey" text, kind agency_kind, "parentId" uuid, obligation obligation, stage stage, bucket bucket,
    "editionId" text, "declarationId" uuid, "stageSince" date, "dueOn" date)`;
