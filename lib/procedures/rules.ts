import {
  requiredStates,
  type DocumentLine,
  type DocumentSet,
  type DocumentState,
  type RequiredItem,
  type RequiredState,
  type Revision,
  type RevisionDates,
  type SetSummary,
  type WithdrawalConsequences,
} from "@/lib/procedures/types";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { shownAs } from "@/lib/kernel/shown";

/** A review is announced this long before it is due. */
const reviewNoticeDays = 30;

/** What the change log says of a document that was never issued: there is nothing that it could have changed. */
export const firstChange = {
  changeRequest: "Xây dựng tài liệu",
  changePlace: "Toàn bộ",
  changeSummary: "Ban hành lần đầu",
};

export const isCurrent = ({ approvedOn, effectiveOn, obsoleteOn }: RevisionDates, on: PlainDate): boolean =>
  approvedOn !== null &&
  effectiveOn !== null &&
  effectiveOn <= on &&
  (obsoleteOn === null || on < obsoleteOn);

/** Approved, to be in force from a later day on. */
export const isPending = ({ approvedOn, effectiveOn }: RevisionDates, on: PlainDate): boolean =>
  approvedOn !== null && effectiveOn !== null && effectiveOn > on;

/** The text that was approved last and has not been replaced: the one that waits for its day, else the one in force. */
export const lastApproved = <Revision extends RevisionDates>(
  revisions: readonly Revision[],
  on: PlainDate,
): Revision | undefined =>
  revisions.find((revision) => isPending(revision, on)) ??
  revisions.find((revision) => isCurrent(revision, on));

/**
 * The revision by whose title a document goes on a day: the one in force, else the one approved for a later day, else the newest. Of a
 * text in force nobody reads what its draft is to be called.
 */
export const namingRevision = <Revision extends RevisionDates>(
  revisions: readonly Revision[],
  on: PlainDate,
): Revision | undefined =>
  revisions.find((revision) => isCurrent(revision, on)) ??
  revisions.find((revision) => isPending(revision, on)) ??
  revisions[0];

/**
 * What a document's revisions amount to on a day. A draft counts only where nothing is in force; a text whose successor has been
 * approved needs no review.
 */
export function stateOf(
  revisions: readonly RevisionDates[],
  on: PlainDate,
  withdrawnOn: PlainDate | null = null,
): DocumentState {
  if (withdrawnOn !== null && withdrawnOn <= on) return "withdrawn";
  const current = revisions.find((revision) => isCurrent(revision, on));
  const pending = revisions.some((revision) => isPending(revision, on));
  if (!current && pending) return "approved";
  if (!current) return revisions.length > 0 ? "draft" : "missing";
  return !pending && current.reviewDueOn !== null && current.reviewDueOn <= addDays(on, reviewNoticeDays)
    ? "review_due"
    : "current";
}

type Written = RevisionDates & { draftedOn: PlainDate };

const unapproved: RevisionDates = {
  approvedOn: null,
  effectiveOn: null,
  obsoleteOn: null,
  reviewDueOn: null,
};

/** A document's revisions as they stood on a day: those written or approved by then, and of a later approval nothing. */
export const knownOn = <Revision extends Written>(
  revisions: readonly Revision[],
  on: PlainDate,
): Revision[] =>
  revisions
    .map((revision) =>
      revision.approvedOn !== null && revision.approvedOn > on ? { ...revision, ...unapproved } : revision,
    )
    .filter(({ approvedOn, draftedOn }) => draftedOn <= on || approvedOn !== null);

/** A required item is as good as the best document that answers it; a recorded review is its own record. */
export const itemState = (
  states: readonly DocumentState[],
  heldOn: PlainDate | null = null,
): RequiredState =>
  heldOn === null ? (requiredStates.find((state) => states.includes(state)) ?? "missing") : "current";

/** Which review is recorded as what: by the usual code of the required record (TCVN ISO 9001, 5.6.1 and 9.3.3, 9.2.2). */
export const reviewRecordedAs = {
  management_review: "HS-XXLĐ",
  internal_audit: "HS-ĐGNB",
} as const;

/** How many of the required items are in which state. What only waits for its review is still in force. */
export function summaryOf(
  items: readonly Omit<RequiredItem, "usualCode" | "documents" | "heldOn">[],
): SetSummary {
  const count = (state: RequiredState): number => items.filter((item) => item.state === state).length;
  const counts = {
    current: count("current"),
    review_due: count("review_due"),
    approved: count("approved"),
    draft: count("draft"),
    missing: count("missing"),
  };
  const missing = items
    .filter((item) => item.state === "missing")
    .map(({ id, clause, title }) => ({ id, clause, title }));
  return { done: counts.current + counts.review_due, total: items.length, counts, missing };
}

/** The same set without one of its documents: what withdrawing it would leave. */
function withoutDocument(set: DocumentSet, id: string): DocumentSet {
  return {
    ...set,
    others: set.others.filter((each) => each.id !== id),
    items: set.items.map((item) => {
      const documents = item.documents.filter((each) => each.id !== id);
      const state = itemState(
        documents.map((each) => each.state),
        item.heldOn,
      );
      return { ...item, documents, state };
    }),
  };
}

/** What of the required would be missing without a document, and how many would be left in force. */
export function consequencesOfWithdrawing(set: DocumentSet, id: string): WithdrawalConsequences {
  const [before, after] = [summaryOf(set.items), summaryOf(withoutDocument(set, id).items)];
  const known = new Set(before.missing.map((each) => each.id));
  return {
    ...{ before: before.done, after: after.done, total: before.total },
    missing: after.missing.filter((each) => !known.has(each.id)),
  };
}

/** The documents in use, each once, though it may answer several requirements. */
export function documentsOf({ items, others }: Pick<DocumentSet, "items" | "others">): DocumentLine[] {
  const all = [...items.flatMap((item) => item.documents), ...others];
  return [...new Map(all.map((line) => [line.id, line])).values()].filter(
    (line) => line.state !== "withdrawn",
  );
}

type Texts = readonly Pick<Revision, "id" | "version">[];

/** By what a form tells which texts of a document were there when it was drawn. */
export const textsShown = (revisions: Texts): string =>
  shownAs(revisions.map(({ id, version }) => `${id} ${version}`).sort());

/** The same where it is taken out of use, with what that changes. */
export const withdrawalShown = (
  revisions: Texts,
  { before, after, total, missing }: WithdrawalConsequences,
): string => shownAs([textsShown(revisions), before, after, total, missing.map(({ id }) => id)]);

export type Numbering = { issueNo: number; revisionNo: number };

/** The number of the next revision: a new issue starts its revisions again from 0. */
export function nextNumber(existing: readonly Numbering[], newIssue: boolean): Numbering {
  const issueNo = Math.max(0, ...existing.map((each) => each.issueNo));
  if (issueNo === 0) return { issueNo: 1, revisionNo: 0 };
  if (newIssue) return { issueNo: issueNo + 1, revisionNo: 0 };
  const revisionNo =
    Math.max(...existing.filter((each) => each.issueNo === issueNo).map((each) => each.revisionNo)) + 1;
  return { issueNo, revisionNo };
}
