import { asViewer, type Tx } from "@/lib/identity/database";
import { command, type Beside } from "@/lib/journal/commands";
import { problem } from "@/lib/kernel/problem";
import { refuse, Refused } from "@/lib/kernel/result";
import { codeKey } from "@/lib/kernel/text";
import { now } from "@/lib/platform/clock";
import { lock } from "@/lib/platform/locks";
import { copyBases } from "@/lib/procedures/bases/commands";
import { copyCarried } from "@/lib/procedures/carried/commands";
import { conflictWith, holdDocument, refuseGone } from "@/lib/procedures/held/commands";
import { firstChange, nextNumber } from "@/lib/procedures/rules";
import { draftForm, newDocumentForm, type NewDocumentForm } from "@/lib/procedures/schema";
import { waitingOf } from "@/lib/submissions/queries";

/** The agency's document whose code nobody could tell from this one, if there is any. */
async function underCode(tx: Tx, agencyId: string, code: string) {
  const documents = await tx.controlledDocument.findMany({
    where: { agencyId },
    select: {
      ...{ id: true, code: true },
      revisions: { where: { cancellationId: null }, select: { id: true }, take: 1 },
      withdrawals: { where: { cancellationId: null }, select: { id: true }, take: 1 },
    },
  });
  return documents.find((each) => codeKey(each.code) === codeKey(code));
}

type UnderCode = NonNullable<Awaited<ReturnType<typeof underCode>>>;

/** Does a document have its code for good? Of one under which every draft was discarded the code is free. */
const isTaken = ({ revisions, withdrawals }: UnderCode): boolean =>
  revisions.length > 0 || withdrawals.length > 0;

/** Says of a code that it is taken, whatever else is wrong with the form. */
const codeBeside: Beside = async (viewer, posted) => {
  const asked = newDocumentForm.pick({ agencyId: true, code: true }).safeParse(posted);
  if (!asked.success) return [];
  const { agencyId, code } = asked.data;
  const before = await asViewer(viewer, (tx) => underCode(tx, agencyId, code));
  return before && isTaken(before) ? [problem("code-taken", "code")] : [];
};

/** The document that a code begins: a new one, or the one under it of which every draft was discarded. */
async function beginUnder(
  tx: Tx,
  { agencyId, code, kind }: Pick<NewDocumentForm, "agencyId" | "code" | "kind">,
) {
  // One document after the other.
  await lock(tx, "codes", agencyId);
  const before = await underCode(tx, agencyId, code);
  const select = { id: true, code: true } as const;
  if (!before) return tx.controlledDocument.create({ data: { agencyId, code, kind }, select });
  if (isTaken(before)) refuse("code-taken", "code");
  await lock(tx, "document", before.id);
  return tx.controlledDocument.update({ where: { id: before.id }, data: { kind }, select });
}

/** A new document with its first draft. What was begun under the same code and discarded is gone on with. */
export const createDocument = command(
  "documents.draft",
  newDocumentForm,
  async ({ tx, viewer }, { agencyId, code: typed, kind, requiredDocumentId, title, body }) => {
    const required = requiredDocumentId
      ? await tx.requiredDocument.findUnique({ where: { id: requiredDocumentId }, select: { id: true } })
      : null;
    if (requiredDocumentId && !required) refuse("not-an-id", "requiredDocumentId");
    const { id, code } = await beginUnder(tx, { agencyId, code: typed, kind });
    if (required)
      await tx.documentCoverage.createMany({
        data: { agencyId, documentId: id, requiredDocumentId: required.id },
        skipDuplicates: true,
      });
    const first = { issueNo: 1, revisionNo: 0, title, body, ...firstChange };
    await tx.documentRevision.create({
      data: { agencyId, documentId: id, ...first, draftedBy: viewer.personId },
      select: { id: true },
    });
    return {
      chain: agencyId,
      action: "document-created",
      entity: "document",
      entityId: id,
      content: { code, kind, ...first },
    };
  },
  { beside: codeBeside },
);

/** Starts a revision, or saves the one under way. A stale save is refused with the stored text. */
export const saveDraft = command("documents.draft", draftForm, async (acting, { documentId, ...form }) => {
  const { tx, viewer } = acting;
  const { agencyId, draft, latest, revisions } = await holdDocument(acting, documentId);
  const { version, newIssue, ...texts } = form;
  if (!draft && version !== 0) await refuseGone(tx, documentId);
  if (draft && draft.version !== version) throw new Refused(await conflictWith(tx, documentId, draft));
  if (draft && (await waitingOf(tx, agencyId, draft.id))) refuse("draft-waits");
  if (latest && latest.body === texts.body && latest.title === texts.title) refuse("no-change", "body");
  const data = { ...texts, draftedBy: viewer.personId, draftedAt: now() };
  const { issueNo, revisionNo } = draft ?? nextNumber(revisions, newIssue === "1");
  if (draft)
    await tx.documentRevision.update({
      where: { id: draft.id, version },
      data: { ...data, version: { increment: 1 } },
      select: { id: true },
    });
  else {
    const begun = await tx.documentRevision.create({
      data: { agencyId, documentId, issueNo, revisionNo, ...data },
      select: { id: true },
    });
    if (latest) {
      await copyBases(tx, latest.id, begun.id);
      await copyCarried(tx, latest.id, begun.id);
    }
  }
  return {
    chain: agencyId,
    action: "draft-saved",
    entity: "document",
    entityId: documentId,
    content: { issueNo, revisionNo, ...texts },
  };
});
