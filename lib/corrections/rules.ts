import { undoingOf, type Entry, type EntryKind, type Recorded } from "@/lib/corrections/types";
import type { Viewer } from "@/lib/identity/types";
import { dayInVietnam } from "@/lib/kernel/plain-date";
import type { ProblemCode } from "@/lib/kernel/problem";

type Asking = Pick<Viewer, "role" | "accountId" | "office">;

const sameDay = (instant: Date | null, now: Date): boolean =>
  instant !== null && dayInVietnam(instant) === dayInVietnam(now);

const ofDocuments: ReadonlySet<EntryKind> = new Set(["document_approval", "document_withdrawal"]);

/**
 * May whoever has the right cancel this entry? Whoever heads the agency and the province may; an officer and a deputy what they recorded
 * themselves on that day, and a deputy what was decided on documents. What was approved, signed or taken out of use is the agency's own
 * affair. A draft is discarded by those who may write it; a submission is taken back by whoever made it.
 */
export function mayCancel(
  { role, accountId, office }: Asking,
  { of, recordedBy, recordedAt }: Pick<Entry, "of"> & Recorded,
  now: Date,
): boolean {
  const undoing = undoingOf(of);
  if (undoing === "draft") return role === "officer" || role === "head";
  if (undoing === "submission") return accountId !== null && recordedBy === accountId;
  if (role !== "officer" && role !== "head") return of !== "policy_signature" && !ofDocuments.has(of);
  if (role === "head" && (office?.holds === "head" || ofDocuments.has(of))) return true;
  return accountId !== null && recordedBy === accountId && sameDay(recordedAt, now);
}

/** What is said of an entry that somebody has already acted on. */
export const judgedAs = (of: EntryKind): ProblemCode => {
  if (of === "answer") return "answer-judged";
  return of === "claim" ? "claim-judged" : "approval-followed";
};
