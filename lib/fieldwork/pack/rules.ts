import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import { dueDate } from "@/lib/findings/terms/rules";
import type { Severity } from "@/lib/findings/types";
import { addDays, dayInVietnam, daysBetween, type PlainDate } from "@/lib/kernel/plain-date";

/** The server's time less the device's, in milliseconds, as measured when they last spoke. */
export type ClockOffset = number;

/** A device's clock as it was read, and how long the page that read it had been open; milliseconds. A page is named by its beginning. */
export type ClockReading = { wall: number; page: number; open: number };

/** A pack as it lies on the device, with what was measured of the device's clock, and when by that clock. */
export type HeldPack = FieldPack & {
  offset?: ClockOffset;
  reading?: ClockReading;
  /** Visits that are no longer taken along, of which something is still held here. */
  gone?: readonly Pick<PackedVisit, "id" | "agencyName" | "plannedOn">[];
};

/**
 * The day on the device: the pack's day, moved by the days that have passed since the pack was made, by the device's clock as far
 * as it is known to be right. Never before the pack was made, whatever the clock says.
 */
export function dayOnDevice(pack: HeldPack, now: Date): PlainDate {
  const day = dayRecorded(pack, now);
  return day < pack.today ? pack.today : day;
}

/** The day of a moment by the device's clock, as far as it is known to be right; before the pack was made, too. */
export const dayRecorded = ({ today, madeAt, offset = 0 }: HeldPack, at: Date): PlainDate =>
  addDays(today, daysBetween(dayInVietnam(new Date(madeAt)), dayInVietnam(new Date(at.getTime() + offset))));

/** When each grade of finding is due if it is raised on a day. A pack of before terms were taken along says it for its own day. */
export function dueDatesOn(pack: FieldPack, day: PlainDate): Readonly<Record<Severity, PlainDate | null>> {
  const { terms } = pack;
  const due = (severity: Severity): PlainDate | null => {
    if (terms) return dueDate(terms, severity, day);
    const then = pack.dueDates[severity];
    return then && addDays(then, daysBetween(pack.today, day));
  };
  return { major: due("major"), minor: due("minor"), observation: due("observation") };
}
