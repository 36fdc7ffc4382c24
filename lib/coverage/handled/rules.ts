import type { Procedure } from "@/lib/catalogue/types";
import { shownAs } from "@/lib/kernel/shown";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

/** The procedures that a form asks about: of one field of work, or of all; those in force, and those that are handled all the same. */
export const askedAbout = (
  procedures: readonly Procedure[],
  handled: ReadonlySet<string>,
  field: string,
): Procedure[] =>
  procedures.filter(
    (each) => (field === "" || each.field === field) && (!each.ended || handled.has(each.id)),
  );

/** By what a form tells which of the procedures that it asked about were handled: those whose tick may be taken off. */
export const handledShown = (asked: readonly Procedure[], handled: ReadonlySet<string>): string =>
  shownAs(
    asked
      .map(({ id }) => id)
      .filter((id) => handled.has(id))
      .sort(),
  );

type Span = { procedureId: string; since: PlainDate; until: PlainDate | null };

/**
 * What of a procedure's spans goes and what ends, so that from a day on it is not handled. Where that day is to come, what was said of
 * days to come before gives way to it.
 */
export function endedFrom(
  spans: readonly Span[],
  day: PlainDate,
  today: PlainDate,
): { dropped: Span[]; ended: Span[] } {
  const from = day > today ? addDays(today, 1) : day;
  return {
    dropped: spans.filter(({ since }) => since >= from),
    ended: spans.filter(({ since, until }) => since < from && (until === null || until >= from)),
  };
}
