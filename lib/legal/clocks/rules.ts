import { addDays, addMonths, daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import {
  upperLevels,
  type ChangingLaw,
  type LegalClock,
  type LegalTerm,
  type UpdateClock,
  type UpperLevel,
  type UpperStep,
} from "@/lib/legal/clocks/types";

/** The term of a step on a day; null where nobody entered one. */
export const termOn = (terms: readonly LegalTerm[], clock: LegalClock, on: PlainDate): LegalTerm | null =>
  terms.find(
    (term) => term.clock === clock && term.validFrom <= on && (!term.validTo || term.validTo > on),
  ) ?? null;

const moved = (day: PlainDate, { amount, unit }: LegalTerm, sign: 1 | -1): PlainDate =>
  unit === "month" ? addMonths(day, sign * amount) : addDays(day, sign * amount);

const later = <Day extends PlainDate>(one: Day, other: Day | null): Day =>
  other !== null && other > one ? other : one;

/** By when a level publishes: some days before the text is in force, or some days after signing where it was made in short. */
function publishingDue(law: ChangingLaw, level: UpperLevel, terms: readonly LegalTerm[]): UpperStep["due"] {
  if (law.shortened) {
    const term = termOn(terms, "publishes_shortened", law.issuedOn);
    return term && { on: moved(law.issuedOn, term, 1), term };
  }
  if (!law.inForceFrom) return null;
  const term = termOn(terms, `${level}_publishes`, law.inForceFrom);
  return term && { on: moved(law.inForceFrom, term, -1), term };
}

/** Who publishes the procedures that a text sets: the ministry and the province those of the State's, the province alone its own. */
function publishersOf({ setsProcedures, level }: ChangingLaw): readonly UpperLevel[] {
  if (setsProcedures !== true) return [];
  return level === "central" || level === "ministry" ? upperLevels : ["province"];
}

/**
 * The steps of the levels above that a text which sets procedures asks for, each with the days by which it is late: those of the
 * province begin no sooner than the ministry has published. A text that sets none asks for none.
 */
export function upperSteps(law: ChangingLaw, terms: readonly LegalTerm[], on: PlainDate): UpperStep[] {
  const publishers = publishersOf(law);
  const ministry = publishers.includes("ministry") ? (law.published.ministry ?? on) : null;
  return publishers.map((level) => {
    const due = publishingDue(law, level, terms);
    const doneOn = law.published[level];
    const begins = due && later(due.on, level === "province" ? ministry : null);
    const late = begins ? daysBetween(begins, doneOn ?? on) : 0;
    return { level, due, doneOn, daysLate: Math.max(0, late) };
  });
}

/**
 * The clock of a document that a change touches from a day on: so long after that day as the law says, by its own article. What the
 * province has not published nobody can bring up to date: the agency waits, and its time begins when that is done.
 */
export function updateClock(
  effectiveOn: PlainDate | null,
  law: ChangingLaw,
  terms: readonly LegalTerm[],
): UpdateClock {
  const term = effectiveOn && termOn(terms, "agency_applies", effectiveOn);
  const lawDueOn = term ? moved(effectiveOn, term, 1) : null;
  const publishers = publishersOf(law);
  if (publishers.length > 0 && law.published.province === null) {
    const waitsFor = publishers.find((level) => law.published[level] === null) ?? null;
    return { dueOn: null, waitsFor, lawDueOn, term };
  }
  if (!term) return { dueOn: null, waitsFor: null, lawDueOn: null, term };
  const begins = publishers.length > 0 ? later(effectiveOn, law.published.province) : effectiveOn;
  const dueOn = moved(begins, term, 1);
  return { dueOn, waitsFor: null, lawDueOn: dueOn === lawDueOn ? null : lawDueOn, term };
}
