import { foreseenIn } from "@/lib/adoption/declarations/queries";
import { fieldOf, publicationProblem, publicationsOf } from "@/lib/adoption/declarations/rules";
import {
  declarationForm,
  publicationForm,
  type DeclarationForm,
  type PublicationForm,
} from "@/lib/adoption/declarations/schema";
import { addMilestone, lockMilestones, systemOf } from "@/lib/adoption/standing/commands";
import { publicationChannels } from "@/lib/adoption/types";
import { filesBeside } from "@/lib/files/bytes";
import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import { command, type Acting } from "@/lib/journal/commands";
import { fromDatabase, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";
import { insist, refuse, refuseIf } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";

type Days = Pick<PublicationForm, "officeOn" | "websiteOn" | "leadAgencyOn">;

/** The places where it was made known, as history tells of them. */
const daysTold = (days: Days): Record<string, PlainDate> =>
  Object.fromEntries(publicationsOf(days).map(([channel, on]) => [fieldOf[channel], on]));

/**
 * Records a declaration with its milestone, what it supersedes and where it was made known: what it is and changes is what was shown
 * before, or it is shown again.
 */
export const recordDeclaration = command(
  "adoption.record",
  declarationForm,
  async (acting, form) => {
    const { tx, today } = acting;
    const { agencyId, number, decisionNumber, declaredOn, editionId, scan } = form;
    await lockMilestones(tx, agencyId);
    const { kind, milestone, shown } = insist(await foreseenIn(tx, form, today));
    refuseOther(form.shown, shown);
    const file = scan && (await storeFile(acting, agencyId, scan, "scan", "scan"));
    const supersedes = await lastDeclaration(tx, agencyId, declaredOn);
    await saveDeclaration(acting, form, {
      ...{ milestone, attachmentId: file, supersedesId: supersedes },
    });
    return {
      chain: agencyId,
      action: "declaration-recorded",
      entity: "agency",
      entityId: agencyId,
      content: {
        ...{ number, decisionNumber, declaredOn, kind, editionId },
        ...coverageOf(form),
        ...daysTold(form),
        ...{ supersedes, file },
      },
    };
  },
  { once: "declaration", beside: filesBeside("scan", "scan") },
);

const coverageOf = ({ proceduresCovered, proceduresTotal, unitsCovered, unitsTotal }: DeclarationForm) => ({
  ...{ proceduresCovered, proceduresTotal, unitsCovered, unitsTotal },
});

/** The declaration that stood on a day, and that another of that day takes the place of. */
async function lastDeclaration(tx: Tx, agencyId: string, on: PlainDate): Promise<string | null> {
  const last = await tx.declaration.findFirst({
    where: {
      agencyId,
      cancellationId: null,
      declaredOn: { lte: toDatabase(on) },
      supersededBy: { none: { cancellationId: null } },
    },
    orderBy: { declaredOn: "desc" },
    select: { id: true },
  });
  return last?.id ?? null;
}

type Decided = {
  milestone: "declared" | "redeclared";
  attachmentId: string | null;
  supersedesId: string | null;
};

async function saveDeclaration(
  acting: Acting,
  form: DeclarationForm,
  { milestone, ...decided }: Decided,
): Promise<void> {
  const { tx, viewer } = acting;
  const { agencyId, editionId, decisionNumber, number, declaredOn } = form;
  const systemId = await systemOf(tx, agencyId, declaredOn);
  const shared = { agencyId, systemId, editionId, recordedBy: viewer.accountId };
  const { id } = await tx.declaration.create({
    data: {
      ...{ ...shared, ...decided, decisionNumber, number, declaredOn: toDatabase(declaredOn) },
      ...coverageOf(form),
    },
    select: { id: true },
  });
  await savePublications(acting, { ...form, declarationId: id });
  await addMilestone(tx, {
    ...{ ...shared, kind: milestone, occurredOn: declaredOn, declarationId: id },
    evidence: `${decisionNumber}; ${number}`,
  });
}

const savePublications = (
  { tx, viewer }: Acting,
  { agencyId, declarationId, ...days }: Omit<PublicationForm, "agencyCode">,
): Promise<unknown> =>
  tx.declarationPublication.createMany({
    data: publicationsOf(days).map(([channel, on]) => ({
      ...{ agencyId, declarationId, channel, publishedOn: toDatabase(on) },
      recordedBy: viewer.accountId,
    })),
  });

/** Records where a declaration was made known that was recorded without it: each place once, with its day. */
export const recordPublications = command("adoption.record", publicationForm, async (acting, form) => {
  const { tx, today } = acting;
  const { agencyId, declarationId } = form;
  await lockMilestones(tx, agencyId);
  const declaration = await tx.declaration.findFirst({
    where: { id: declarationId, agencyId, cancellationId: null },
    select: {
      number: true,
      declaredOn: true,
      publications: { where: { cancellationId: null }, select: { channel: true } },
    },
  });
  if (!declaration) refuse("not-yours");
  const known = new Set(declaration.publications.map(({ channel }) => channel));
  const first = publicationChannels.find((channel) => !known.has(channel));
  if (first === undefined) refuse("already-done");
  const wanted = publicationsOf(form);
  if (wanted.length === 0) refuse("publication-needed", fieldOf[first]);
  const twice = wanted.find(([channel]) => known.has(channel));
  if (twice) refuse("already-done", fieldOf[twice[0]]);
  refuseIf(publicationProblem(form, fromDatabase(declaration.declaredOn), today));
  await savePublications(acting, form);
  return {
    chain: agencyId,
    action: "declaration-published",
    entity: "agency",
    entityId: agencyId,
    content: { number: declaration.number, ...daysTold(form) },
  };
});
