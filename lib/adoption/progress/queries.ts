import { loadDeclarations } from "@/lib/adoption/declarations/queries";
import { isInForce } from "@/lib/adoption/declarations/rules";
import { lapsedOn, standingSteps, stillHolds } from "@/lib/adoption/chain/rules";
import { nextStep, owesDeclaration } from "@/lib/adoption/rules";
import type { AdoptionRecord, Progress } from "@/lib/adoption/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

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
      designation: declarations.find(isInForce)?.designation ?? null,
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
