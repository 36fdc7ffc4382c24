import type { PlainDate } from "@/lib/kernel/plain-date";

/** What may be cancelled where it was entered wrongly; then submissions, which are taken back, and drafts, which are discarded. */
export const entryKinds = [
  "milestone",
  "declaration",
  "review",
  "posting",
  "objective",
  "document_review",
  "document_submission",
  "policy_submission",
  "publication",
  "answer",
  "claim",
  "document_approval",
  "document_withdrawal",
  "update_judgement",
  "policy_signature",
  "policy_draft",
  "document_draft",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How an entry is undone: what was entered wrongly is cancelled, a submission taken back, a draft discarded. */
export function undoingOf(of: EntryKind): "entry" | "submission" | "draft" {
  if (of === "document_submission" || of === "policy_submission") return "submission";
  return of === "policy_draft" || of === "document_draft" ? "draft" : "entry";
}

/** An entry as it is cancelled: what kind of thing, of which record, its day where it has one, and how people call it. */
export type Entry = { of: EntryKind; id: string; about: string; on: PlainDate | null; name: string };

/** Who recorded an entry and when, as far as that is known. */
export type Recorded = { recordedBy: string | null; recordedAt: Date | null };

/** All that an entry said, one part after the other, and its file: what stays readable of one that was cancelled. */
export type Whole = {
  said?: readonly { part: "participants" | "scope" | "findings" | "text"; text: string }[];
  fileId?: string | null;
};

/** A day by which something is to be reviewed, and that changes with an entry. */
export type Moved = {
  what: "document" | "internal_audit" | "management_review";
  before: PlainDate | null;
  after: PlainDate | null;
};

/** An entry that was cancelled: by whom, when and why. */
export type CancelledEntry = Entry & Whole & { reason: string; by: string; at: Date };

/** What was cancelled on a page, and the ids of what its reader may cancel. */
export type Corrections = { cancelled: readonly CancelledEntry[]; cancellable: readonly string[] };

const agencyPages = {
  milestone: "",
  declaration: "",
  publication: "",
  review: "/reviews",
  posting: "/policy",
  objective: "/policy",
  document_review: "/documents",
  document_approval: "/documents",
  document_withdrawal: "/documents",
  update_judgement: "/documents",
  policy_signature: "/policy",
  document_submission: "/documents",
  policy_submission: "/policy",
  policy_draft: "/policy",
  document_draft: "/documents",
} satisfies Record<Exclude<EntryKind, "answer" | "claim">, string>;

/** On which page an entry stands; `about` is the record that it is about. */
export const pageOf = (of: EntryKind, agencyCode: string, about: string): string =>
  of === "answer" || of === "claim" ? `/findings/${about}` : `/agencies/${agencyCode}${agencyPages[of]}`;

/** Where an entry is cancelled. */
export const cancelAddress = (agencyCode: string, { of, id }: Pick<Entry, "of" | "id">): string =>
  `/agencies/${agencyCode}/cancel?of=${of}&id=${id}`;
