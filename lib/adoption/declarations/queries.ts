import { consequencesFor } from "@/lib/adoption/consequences/queries";
import {
  declarationKind,
  declarationKinds,
  declarationProblem,
  lapsesOf,
  missingChannels,
  stepsBefore,
} from "@/lib/adoption/declarations/rules";
import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import type {
  CancelledDeclaration,
  Foreseen,
  Prospect,
  Unpublished,
} from "@/lib/adoption/declarations/types";
import { standingSteps } from "@/lib/adoption/chain/rules";
import { declaringKind, recordableMilestones } from "@/lib/adoption/rules";
import { loadMilestones } from "@/lib/adoption/standing/queries";
import type { DeclarationKind, DeclarationRecord, Milestone } from "@/lib/adoption/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { mayFor, refusalOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";
import { endOfTime, fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { done, refused, type Result } from "@/lib/kernel/result";
import { shownAs } from "@/lib/kernel/shown";
import { today } from "@/lib/platform/clock";

/** The day on which a system lapsed or ceased, from one declaration to the next. */
const endOf = (
  milestones: readonly Milestone[],
  from: PlainDate,
  before: PlainDate,
  until: PlainDate,
): PlainDate | null =>
  milestones.find(
    ({ kind, occurredOn }) =>
      (kind === "lapsed" || kind === "ceased") &&
      from <= occurredOn &&
      occurredOn <= before &&
      occurredOn <= until,
  )?.occurredOn ?? null;

/** What an agency has declared by a day, the last first; what was cancelled was never declared. */
export async function loadDeclarations(
  tx: Tx,
  agencyId: string,
  until: PlainDate,
): Promise<DeclarationRecord[]> {
  const rows = await tx.declaration.findMany({
    where: { agencyId, declaredOn: { lte: toDatabase(until) }, cancellationId: null },
    orderBy: [{ declaredOn: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
    include: {
      edition: { select: { designation: true } },
      publications: { where: { cancellationId: null }, orderBy: { channel: "asc" } },
    },
  });
  const milestones = (await loadMilestones(tx, [agencyId])).get(agencyId) ?? [];
  const declarations = rows.map((row) => ({
    id: row.id,
    number: row.number,
    decisionNumber: row.decisionNumber,
    declaredOn: fromDatabase(row.declaredOn),
    editionId: row.editionId,
    designation: row.edition.designation,
    procedures: [row.proceduresCovered, row.proceduresTotal] as const,
    units: [row.unitsCovered, row.unitsTotal] as const,
    scanId: row.attachmentId,
    publications: row.publications.map(({ id, channel, publishedOn }) => ({
      id,
      channel,
      publishedOn: fromDatabase(publishedOn),
    })),
  }));
  const kinds = declarationKinds(declarations, lapsesOf(milestones));
  const standing = new Set(standingSteps(milestones, until).map(({ declarationId }) => declarationId));
  return declarations
    .map((declaration, at) => ({
      ...declaration,
      kind: kinds[at] ?? "first",
      superseded: at < declarations.length - 1,
      founded: standing.has(declaration.id),
      endedOn: endOf(
        milestones,
        declaration.declaredOn,
        declarations[at + 1]?.declaredOn ?? endOfTime,
        until,
      ),
    }))
    .toReversed();
}

/** The declaration that stood, or had stood last, on a day. */
const declarationBefore = async (
  tx: Tx,
  agencyId: string,
  on: PlainDate,
): Promise<DeclarationRecord | null> => (await loadDeclarations(tx, agencyId, on))[0] ?? null;

/** What a declaration is that is about to be recorded. */
function kindOf(
  form: DeclarationForm,
  before: DeclarationRecord | null,
  milestones: readonly Milestone[],
): DeclarationKind {
  const scope = {
    editionId: form.editionId,
    procedures: [form.proceduresCovered, form.proceduresTotal] as const,
    units: [form.unitsCovered, form.unitsTotal] as const,
  };
  const lapsed =
    before !== null && lapsesOf(milestones).some((on) => before.declaredOn <= on && on <= form.declaredOn);
  return declarationKind(scope, before, lapsed);
}

/** The declaration that was recorded last, where it was cancelled since. */
async function lastCancelled(tx: Tx, agencyId: string): Promise<CancelledDeclaration | null> {
  const row = await tx.declaration.findFirst({
    where: { agencyId },
    orderBy: { recordedAt: "desc" },
    include: { publications: { where: { cancellationId: null }, orderBy: { publishedOn: "asc" } } },
  });
  if (!row?.cancellationId) return null;
  const { editionId, decisionNumber, number, publications } = row;
  return {
    ...{ editionId, decisionNumber, number, declaredOn: fromDatabase(row.declaredOn) },
    procedures: [row.proceduresCovered, row.proceduresTotal],
    units: [row.unitsCovered, row.unitsTotal],
    publications: publications.map(({ channel, publishedOn }) => ({
      channel,
      publishedOn: fromDatabase(publishedOn),
    })),
  };
}

/** What is known before a declaration is typed; null where it is not for this viewer to record one. */
export async function findProspect(viewer: Viewer, agencyId: string): Promise<Prospect | null> {
  if (!mayFor(viewer, "adoption.record", agencyId)) return null;
  const day = await today();
  return asViewer(viewer, async (tx) => {
    const milestones = (await loadMilestones(tx, [agencyId])).get(agencyId) ?? [];
    const cancelled = await tx.milestone.findMany({
      where: { agencyId, cancellationId: { not: null } },
      select: { kind: true },
    });
    const kinds = cancelled.map(({ kind }) => kind);
    const recordable = recordableMilestones(milestones, kinds);
    const steps = stepsBefore(milestones);
    const last = standingSteps(milestones, endOfTime).at(-1) ?? null;
    return {
      // One that was cancelled may be entered anew, wherever the chain has gone since.
      open:
        declaringKind(milestones) !== null ||
        (kinds.some((kind) => kind.endsWith("declared")) && steps.every(({ on }) => on !== null)),
      steps,
      next: steps.find(({ kind, on }) => on === null && recordable.includes(kind))?.kind ?? null,
      earliest: last && last.occurredOn,
      editionId: last && last.editionId,
      before: await declarationBefore(tx, agencyId, day),
      cancelled: await lastCancelled(tx, agencyId),
    };
  });
}

/** What a declaration would be and change, or why it may not be recorded, inside a transaction that is already open. */
export async function foreseenIn(tx: Tx, form: DeclarationForm, day: PlainDate): Promise<Result<Foreseen>> {
  const { agencyId, declaredOn, editionId } = form;
  const milestones = (await loadMilestones(tx, [agencyId])).get(agencyId) ?? [];
  const before = await declarationBefore(tx, agencyId, declaredOn);
  const fault = declarationProblem(form, milestones, before, day);
  if (fault) return refused(fault);
  const kind = kindOf(form, before, milestones);
  const milestone = declaringKind(milestones, declaredOn) ?? "declared";
  const edition = await tx.standardEdition.findUniqueOrThrow({
    where: { id: editionId },
    select: { designation: true },
  });
  const consequences = await consequencesFor(
    tx,
    agencyId,
    (all) => [...all, { kind: milestone, occurredOn: declaredOn, editionId, declarationId: null }],
    day,
  );
  return done({
    ...{ kind, milestone, before, designation: edition.designation, consequences },
    shown: shownAs([kind, before?.id ?? null, consequences]),
  });
}

/** The same for whoever may record it. Nothing is written. */
export async function foreseeDeclaration(viewer: Viewer, form: DeclarationForm): Promise<Result<Foreseen>> {
  const refusal = refusalOf(viewer, "adoption.record", form);
  if (refusal) return refused(refusal);
  const day = await today();
  return asViewer(viewer, (tx) => foreseenIn(tx, form, day));
}

/** A declaration of this agency that was not yet made known everywhere; null where there is none, or nothing is lacking. */
export async function findUnpublished(
  viewer: Viewer,
  agencyId: string,
  id: string,
): Promise<Unpublished | null> {
  if (!isId(id) || !mayFor(viewer, "adoption.record", agencyId)) return null;
  const day = await today();
  const all = await asViewer(viewer, (tx) => loadDeclarations(tx, agencyId, day));
  const found = all.find((each) => each.id === id);
  const missing = missingChannels(found?.publications.map(({ channel }) => channel) ?? []);
  if (!found || missing.length === 0) return null;
  const { number, declaredOn, publications } = found;
  return { id, number, declaredOn, published: publications, missing };
}
