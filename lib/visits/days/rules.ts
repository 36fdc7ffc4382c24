import type { DayDoubt, RecordedOn } from "@/lib/visits/days/types";
import type { VisitHours } from "@/lib/visits/minutes/types";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

/** The day of the first thing that stands; null where nothing does. */
export const firstDay = ({ answers, rechecks }: RecordedOn): PlainDate | null =>
  [...Object.values(answers), ...Object.values(rechecks)].sort()[0] ?? null;

/** The day on which a claimed day arrived that lies after it, because a clock ran ahead; null where there is nothing to say of it. */
export const arrivedBefore = (
  claimed: PlainDate,
  receivedOn: PlainDate | null | undefined,
): PlainDate | null => (receivedOn && claimed > receivedOn ? receivedOn : null);

/**
 * Is the day on which the work began worth a second look before it is read out? It lies before the one planned, or is another than
 * that of signing; work that went on past midnight, and says so, was signed on the day after. Nobody is kept from signing by that.
 */
export function dayDoubt(
  { startedOn, endedOn }: VisitHours,
  { plannedOn, signedOn }: { plannedOn: PlainDate; signedOn: PlainDate },
): DayDoubt | null {
  if (!startedOn) return null;
  if (startedOn < plannedOn) return "before-plan";
  const isPastMidnight = startedOn === addDays(signedOn, -1) && endedOn === signedOn;
  return startedOn === signedOn || isPastMidnight ? null : "not-signing";
}
