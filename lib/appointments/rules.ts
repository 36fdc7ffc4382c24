import { shownAs } from "@/lib/kernel/shown";
import type { Appointment, Period, Post, Seat, Signer, Vacancy } from "@/lib/appointments/types";
import { groupBy } from "@/lib/kernel/collections";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

export const postOf = (seat: Seat): Post => (seat === "acting_head" ? "head" : seat);

export const seatOf = (post: Post, acting: boolean): Seat => (acting ? "acting_head" : post);

export const heads = ({ seat }: Pick<Appointment, "seat">): boolean => postOf(seat) === "head";

/** Is there a day on which both hold? */
const overlap = (a: Period, b: Period): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

export const holdsOn = ({ from, to }: Period, on: PlainDate): boolean =>
  from <= on && (to === null || on < to);

/** All who ever headed an agency, appointed or acting, or deputised, with when they did: the last first. Of a paper the day decides. */
export function signersOf(appointments: readonly Appointment[]): Signer[] {
  const terms = appointments
    .filter(({ seat, cancelled }) => !cancelled && (postOf(seat) === "head" || seat === "deputy_head"))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return [...groupBy(terms, ({ personId }) => personId).values()].flatMap(([first, ...others]) =>
    first ? [{ personId: first.personId, name: first.name, terms: [first, ...others] }] : [],
  );
}

type Kept = Pick<Appointment, "personId" | "seat" | "cancelled"> & Period;

/**
 * What stands in the way of another appointment: of a head, that the agency has one on one of those days; of any other, that this
 * person holds the same post then.
 */
export const inTheWay = <Known extends Kept>(
  known: readonly Known[],
  asked: Pick<Appointment, "personId" | "seat"> & Period,
): Known | undefined =>
  known.find(
    (each) =>
      !each.cancelled &&
      postOf(each.seat) === postOf(asked.seat) &&
      (heads(asked) || each.personId === asked.personId) &&
      overlap(each, asked),
  );

/** Why somebody cannot hold a post, or another like it, on these days: who does, since when, and until which day where that is known. */
export function takenProblem(
  known: readonly Appointment[],
  meant: Parameters<typeof inTheWay>[1],
  field: "validFrom" | "lastDay",
): Problem | null {
  const before = inTheWay(known, meant);
  if (!before) return null;
  const until = before.to ? formatDate(addDays(before.to, -1)) : "none";
  const code = heads(meant) ? "has-a-head" : "holds-that-post";
  return problem(code, field, { name: before.name, since: formatDate(before.from), until });
}

/** The days, since a post was first held, on which nobody holds it: between two holders, and since the last. */
export function vacanciesOf(appointments: readonly Kept[], post: Post = "head"): Vacancy[] {
  const known = appointments.filter((each) => postOf(each.seat) === post && !each.cancelled);
  const ends = [...new Set(known.flatMap(({ to }) => to ?? []))].sort();
  return ends
    .filter((end) => !known.some((each) => holdsOn(each, end)))
    .map((from) => ({
      from,
      to:
        known
          .map((each) => each.from)
          .filter((begins) => begins > from)
          .sort()[0] ?? null,
    }));
}

/** Since when nobody heads the agency, where nobody does on that day; unknown where nobody ever did. */
export function vacancyOn(appointments: readonly Kept[], on: PlainDate): { from: PlainDate | null } | null {
  if (appointments.some((each) => heads(each) && !each.cancelled && holdsOn(each, on))) return null;
  return { from: vacanciesOf(appointments).find((each) => holdsOn(each, on))?.from ?? null };
}

/** Does the right one stand already in place of one that was cancelled, as where a wrong end was taken back? */
export const standsAnew = (appointments: readonly Appointment[], wrong: Appointment): boolean =>
  appointments.some(
    ({ cancelled, personId, seat, from }) =>
      !cancelled && personId === wrong.personId && seat === wrong.seat && from === wrong.from,
  );

/** By what a form tells how an appointment stood when it was drawn: until when, by which decision. */
export const standingShown = ({ from, to, endedBy }: Appointment): string => shownAs([from, to, endedBy]);
