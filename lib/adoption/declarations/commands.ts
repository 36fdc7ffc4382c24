import { declarationBefore, kindOf } from "@/lib/adoption/declarations/queries";
import {
  declarationProblem,
  fieldOf,
  publicationProblem,
  publicationsOf,
} from "@/lib/adoption/declarations/rules";
import type { DeclarationForm, PublicationForm } from "@/lib/adoption/declarations/schema";
import { declaringKind } from "@/lib/adoption/rules";
import { lockMilestones, rebuildStanding, systemOf } from "@/lib/adoption/standing/commands";
import { publicationChannels } from "@/lib/adoption/types";
import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import { mayFor } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changeOnce } from "@/lib/journal/once/commands";
import type { Receipt } from "@/lib/journal/types";
import { fromDatabase, toDatabase } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { today } from "@/lib/platform/clock";

/** Records a declaration with its milestone, what it supersedes and where it was made known. */
export async function recordDeclaration(viewer: Viewer, form: DeclarationForm): Promise<Result<Receipt>> {
  if (!mayFor(viewer, "adoption.record", form.agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return changeOnce(viewer, "declaration", form, async (tx) => {
    const { agencyId, declaredOn } = form;
    const milestones = await lockMilestones(tx, agencyId);
    const before = await declarationBefore(tx, agencyId, declaredOn);
    const fault = declarationProblem(form, milestones, before, day);
    if (fault) return refused(fault);
    const stored = form.scan ? await storeFile(tx, viewer, agencyId, form.scan, "scan") : done(null);
    if (!stored.ok) return stored;
    const milestone = declaringKind(milestones, declaredOn) ?? "declared";
    const kind = kindOf(form, before, milestones);
    const id = await saveDeclaration(tx, viewer, form, milestone, stored.value);
    await rebuildStanding(tx, [agencyId]);
    const {
      number,
      decisionNumber,
      editionId,
      proceduresCovered,
      proceduresTotal,
      unitsCovered,
      unitsTotal,
    } = form;
    const publications = Object.fromEntries(
      publicationsOf(form).map(([channel, on]) => [fieldOf[channel], on]),
    );
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "declaration-recorded",
        entity: "agency",
        entityId: agencyId,
        content: {
          ...{ number, decisionNumber, declaredOn, kind, editionId },
          ...{ proceduresCovered, proceduresTotal, unitsCovered, unitsTotal },
          ...publications,
          supersedes: id.supersedes,
          file: stored.value,
        },
      }),
    );
  });
}

async function saveDeclaration(
  tx: Tx,
  viewer: Viewer,
  form: DeclarationForm,
  milestone: "declared" | "redeclared",
  attachmentId: string | null,
): Promise<{ supersedes: string | null }> {
  const { agencyId, editionId, decisionNumber, number, declaredOn } = form;
  const { proceduresCovered, proceduresTotal, unitsCovered, unitsTotal } = form;
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
  const supersedes = last?.id ?? null;
  const shared = { agencyId, systemId, editionId, recordedBy: viewer.accountId };
  const { id } = await tx.declaration.create({
    data: {
      ...shared,
      decisionNumber,
      number,
      declaredOn: toDatabase(declaredOn),
      ...{ proceduresCovered, proceduresTotal, unitsCovered, unitsTotal },
      supersedesId: supersedes,
      attachmentId,
    },
    select: { id: true },
  });
  await tx.milestone.create({
    data: {
      ...shared,
      kind: milestone,
      occurredOn: toDatabase(declaredOn),
      evidence: `${decisionNumber}; ${number}`,
      declarationId: id,
    },
    select: { id: true },
  });
  await savePublications(tx, viewer, { ...form, declarationId: id });
  return { supersedes };
}

/** Records where a declaration was made known that was recorded without it: each place once, with its day. */
export async function recordPublications(viewer: Viewer, form: PublicationForm): Promise<Result<Receipt>> {
  const { agencyId, declarationId } = form;
  if (!mayFor(viewer, "adoption.record", agencyId)) return refused(problem("not-an-id"));
  const day = await today();
  return change(viewer, async (tx) => {
    await lockMilestones(tx, agencyId);
    const declaration = await tx.declaration.findFirst({
      where: { id: declarationId, agencyId, cancellationId: null },
      select: {
        number: true,
        declaredOn: true,
        publications: { where: { cancellationId: null }, select: { channel: true } },
      },
    });
    if (!declaration) return refused(problem("not-an-id"));
    const wanted = publicationsOf(form);
    const [first] = publicationChannels.filter((channel) =>
      declaration.publications.every((each) => each.channel !== channel),
    );
    if (first === undefined) return refused(problem("already-done"));
    if (wanted.length === 0) return refused(problem("publication-needed", fieldOf[first]));
    const twice = wanted.find(([channel]) =>
      declaration.publications.some((each) => each.channel === channel),
    );
    if (twice) return refused(problem("already-done", fieldOf[twice[0]]));
    const fault = publicationProblem(form, fromDatabase(declaration.declaredOn), day);
    if (fault) return refused(fault);
    await savePublications(tx, viewer, form);
    return done(
      await record(tx, viewer, {
        chain: agencyId,
        action: "declaration-published",
        entity: "agency",
        entityId: agencyId,
        content: {
          number: declaration.number,
          ...Object.fromEntries(wanted.map(([channel, on]) => [fieldOf[channel], on])),
        },
      }),
    );
  });
}

const savePublications = (
  tx: Tx,
  viewer: Viewer,
  { agencyId, declarationId, ...days }: Omit<PublicationForm, "agencyCode">,
): Promise<unknown> =>
  tx.declarationPublication.createMany({
    data: publicationsOf(days).map(([channel, on]) => ({
      agencyId,
      declarationId,
      channel,
      publishedOn: toDatabase(on),
      recordedBy: viewer.accountId,
    })),
  });
