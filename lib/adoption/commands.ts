import { declaringKind, hasOwnForm, milestoneProblem } from "@/lib/adoption/rules";
import type { DeclarationForm, MilestoneForm } from "@/lib/adoption/schema";
import { lockMilestones, rebuildStanding } from "@/lib/adoption/standing/commands";
import type { PublicationChannel } from "@/lib/adoption/types";
import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { formatDate } from "@/lib/kernel/format";
import { toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** The signed paper itself, where it is given. */
const storeScan = async (
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  scan: File | null,
): Promise<Result<string | null>> => (scan ? storeFile(tx, viewer, agencyId, scan, "scan") : done(null));

/** The agency's system, begun with its first milestone. */
async function systemOf(tx: Tx, agencyId: string, on: PlainDate): Promise<string> {
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

/** Records a step of an agency's own chain; declaring and ending have forms of their own. */
export async function recordMilestone(viewer: Viewer, form: MilestoneForm): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "adoption.record", form.agencyId)) return refused(problem("not-an-id"));
  if (hasOwnForm(form.kind)) return refused(problem("not-a-choice", "kind"));
  const day = await today();
  return changeOnce(viewer, "milestone", form, async (tx) => {
    const { agencyId, kind, occurredOn, editionId, evidence, scan } = form;
    const fault = milestoneProblem(await lockMilestones(tx, agencyId), { kind, occurredOn }, day);
    if (fault) return refused(fault);
    const stored = await storeScan(tx, viewer, agencyId, scan);
    if (!stored.ok) return stored;
    const attachmentId = stored.value;
    const systemId = await systemOf(tx, agencyId, occurredOn);
    await tx.milestone.create({
      data: {
        agencyId,
        systemId,
        kind,
        occurredOn: toDatabase(occurredOn),
        editionId,
        evidence,
        attachmentId,
        recordedBy: viewer.accountId,
      },
      select: { id: true },
    });
    await rebuildStanding(tx, [agencyId]);
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "milestone-recorded",
        entity: "agency",
        entityId: agencyId,
        content: { kind, occurredOn, editionId, evidence, file: attachmentId },
      }),
    );
  });
}

const channelsOf = (form: DeclarationForm): [PublicationChannel, PlainDate][] =>
  (
    [
      ["office", form.officeOn],
      ["website", form.websiteOn],
      ["lead_agency", form.leadAgencyOn],
    ] as const
  ).flatMap(([channel, on]) => (on ? [[channel, on] as [PublicationChannel, PlainDate]] : []));

const fieldOf = { office: "officeOn", website: "websiteOn", lead_agency: "leadAgencyOn" } satisfies Record<
  PublicationChannel,
  string
>;

/** A declaration is made known after it is signed, and not in the future. */
function publicationProblem(form: DeclarationForm, day: PlainDate): Problem | null {
  for (const [channel, on] of channelsOf(form)) {
    if (on < form.declaredOn)
      return problem("date-before", fieldOf[channel], { earliest: formatDate(form.declaredOn) });
    if (on > day) return problem("date-in-future", fieldOf[channel], { latest: formatDate(day) });
  }
  return null;
}

/** Records a declaration with its milestone, what it supersedes and where it was made known. */
export async function recordDeclaration(viewer: Viewer, form: DeclarationForm): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "adoption.record", form.agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return changeOnce(viewer, "declaration", form, async (tx) => {
    const { agencyId, declaredOn } = form;
    const milestones = await lockMilestones(tx, agencyId);
    const kind = declaringKind(milestones, declaredOn) ?? "declared";
    const fault = milestoneProblem(milestones, { kind, occurredOn: declaredOn }, day);
    if (fault) return refused(fault.field === "occurredOn" ? { ...fault, field: "declaredOn" } : fault);
    const late = publicationProblem(form, day);
    if (late) return refused(late);
    const stored = await storeScan(tx, viewer, agencyId, form.scan);
    if (!stored.ok) return stored;
    const receipt = await saveDeclaration(tx, viewer, form, kind, stored.value);
    await rebuildStanding(tx, [agencyId]);
    return done(receipt);
  });
}

async function saveDeclaration(
  tx: Tx,
  viewer: Viewer,
  form: DeclarationForm,
  milestone: "declared" | "redeclared",
  attachmentId: string | null,
): Promise<Receipt> {
  const {
    agencyId,
    editionId,
    kind,
    decisionNumber,
    number,
    declaredOn,
    proceduresCovered,
    proceduresTotal,
    unitsCovered,
    unitsTotal,
  } = form;
  const systemId = await systemOf(tx, agencyId, declaredOn);
  const last = await tx.declaration.findFirst({
    where: {
      agencyId,
      cancellationId: null,
      declaredOn: { lte: toDatabase(declaredOn) },
      supersededBy: { none: { cancellationId: null } },
    },
    orderBy: { declaredOn: "desc" },
    select: { id: true },
  });
  const { id } = await tx.declaration.create({
    data: {
      agencyId,
      systemId,
      editionId,
      kind,
      decisionNumber,
      number,
      declaredOn: toDatabase(declaredOn),
      proceduresCovered,
      proceduresTotal,
      unitsCovered,
      unitsTotal,
      supersedesId: last?.id ?? null,
      attachmentId,
      recordedBy: viewer.accountId,
    },
    select: { id: true },
  });
  await tx.milestone.create({
    data: {
      agencyId,
      systemId,
      kind: milestone,
      occurredOn: toDatabase(declaredOn),
      editionId,
      evidence: `${decisionNumber}; ${number}`,
      declarationId: id,
      recordedBy: viewer.accountId,
    },
    select: { id: true },
  });
  await tx.declarationPublication.createMany({
    data: channelsOf(form).map(([channel, on]) => ({
      agencyId,
      declarationId: id,
      channel,
      publishedOn: toDatabase(on),
    })),
  });
  return record(tx, viewer, {
    chain: agencyId,
    action: "declaration-recorded",
    entity: "agency",
    entityId: agencyId,
    content: {
      number,
      decisionNumber,
      declaredOn,
      kind,
      editionId,
      proceduresCovered,
      proceduresTotal,
      unitsCovered,
      unitsTotal,
      supersedes: last?.id ?? null,
      file: attachmentId,
    },
  });
}
