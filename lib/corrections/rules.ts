import { undoingOf, type Entry, type EntryKind, type Recorded } from "@/lib/corrections/types";
import type { Role } from "@/lib/identity/types";
import { dayInVietnam } from "@/lib/kernel/plain-date";

type Asking = { role: Role | "system"; accountId: string | null };

const sameDay = (instant: Date | null, now: Date): boolean =>
  instant !== null && dayInVietnam(instant) === dayInVietnam(now);

const approvals: ReadonlySet<EntryKind> = new Set([
  "document_approval",
  "document_withdrawal",
  "policy_signature",
]);

/**
 * May whoever has the right cancel this entry? The head and the province may, an officer what they recorded themselves on that day.
 * What the head approved, signed or took out of use is the agency's own affair. A draft is discarded by those who may write it; a submission is taken back by whoever made it.
 */
export function mayCancel(
  { role, accountId }: Asking,
  { of, recordedBy, recordedAt }: Pick<Entry, "of"> & Recorded,
  now: Date,
): boolean {
  const undoing = undoingOf(of);
  if (undoing === "draft") return role === "officer" || role === "head";
  if (undoing === "submission") return accountId !== null && recordedBy === accountId;
  if (role !== "officer") return role === "head" || !approvals.has(of);
  return accountId !== null && recordedBy === accountId && sameDay(recordedAt, now);
}
