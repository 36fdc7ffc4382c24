import type { Recorded } from "@/lib/corrections/types";
import type { Role } from "@/lib/identity/types";
import { dayInVietnam } from "@/lib/kernel/plain-date";

type Asking = { role: Role | "system"; accountId: string | null };

/** May whoever has the right cancel this entry? The head and the province may; an officer what they recorded themselves, that day. */
export const mayCancel = (
  { role, accountId }: Asking,
  { recordedBy, recordedAt }: Recorded,
  now: Date,
): boolean =>
  role !== "officer" ||
  (accountId !== null &&
    recordedBy === accountId &&
    recordedAt !== null &&
    dayInVietnam(recordedAt) === dayInVietnam(now));
