import type { Prisma } from "@/generated/prisma/client";
import { standingPeriods } from "@/lib/adoption/rules";
import { loadFacts, loadFramework, loadMilestones } from "@/lib/adoption/standing/queries";
import type { Milestone, Standing } from "@/lib/adoption/types";
import type { Tx } from "@/lib/identity/database";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { searchKey } from "@/lib/kernel/text";
import { lock } from "@/lib/platform/locks";

type Row = Standing & { agencyId: string; nameKey: string };

/** Found by its name, its abbreviation, and with "Ủy ban nhân dân" written out. */
const nameKeyOf = ({ name, abbreviation }: Standing): string =>
  searchKey(`${name} ${abbreviation} ${name.replace(/^UBND /, "Ủy ban nhân dân ")}`);

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
  const framework = await loadFramework(tx);
  const facts = await loadFacts(tx, agencyIds);
  const rows = [...facts].flatMap(([agencyId, ofAgency]) =>
    standingPeriods(ofAgency, framework).map((standing): Row => ({
      ...standing,
      agencyId,
      nameKey: nameKeyOf(standing),
    })),
  );
  await tx.$executeRaw`delete from agency_standing where agency_id = any(${agencyIds}::uuid[])`;
  await insertStanding(tx, rows);
}

const insertStanding = (tx: Tx, rows: readonly Row[]): Promise<number> => tx.$executeRaw`
  insert into agency_standing (agency_id, valid_from, valid_to, name, abbreviation, name_key, kind, parent_id, obligation, stage,
    bucket, edition_id, declaration_id, stage_since, due_on)
  select "agencyId", "validFrom", "validTo", name, abbreviation, "nameKey", kind, "parentId", obligation, stage, bucket,
    "editionId", "declarationId", "stageSince", "dueOn"
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("agencyId" uuid, "validFrom" date, "validTo" date, name text,
    abbreviation text, "nameKey" text, kind agency_kind, "parentId" uuid, obligation obligation, stage stage, bucket bucket,
    "editionId" text, "declarationId" uuid, "stageSince" date, "dueOn" date)`;
