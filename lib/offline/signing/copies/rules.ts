import type { SealedCopy } from "@/lib/offline/signing/types";
import type { MinutesDraft } from "@/lib/offline/types";

const daysKept = 30;

/** Has the server a copy, as the minutes or as something else? */
export const isWithServer = ({ receipt, kept, away }: SealedCopy): boolean =>
  (receipt ?? kept ?? away) !== undefined;

/** Are there minutes to read after their visit is gone? For thirty days, and longer where they have not arrived. */
export const isReadable = ({ sealed }: MinutesDraft, now: Date): boolean =>
  sealed !== undefined &&
  (!isWithServer(sealed) || now.getTime() - Date.parse(sealed.sealedAt) <= daysKept * 86_400_000);

/** The copy with its receipt: from now on it no longer depends on the queue. */
export const arrived = (
  draft: MinutesDraft,
  sealed: SealedCopy,
  { number, time, displaced }: NonNullable<SealedCopy["receipt"]>,
): MinutesDraft => ({
  ...draft,
  sealed: { ...sealed, receipt: { number, time, ...(displaced && { displaced }) } },
});

/** The copy of minutes that came after others: they are kept word for word, and are not the ones that stand. */
export const keptBeside = (
  draft: MinutesDraft,
  sealed: SealedCopy,
  { number, time }: { number: string; time: string },
): MinutesDraft => ({ ...draft, sealed: { ...sealed, kept: { number, time } } });

/** The copy of minutes that the server would not have: kept word for word, and no minutes. */
export const keptAway = (
  draft: MinutesDraft,
  sealed: SealedCopy,
  { number, time }: { number: string; time: string },
): MinutesDraft => ({ ...draft, sealed: { ...sealed, away: { number, time } } });
