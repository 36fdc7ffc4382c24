import type { Factor, Ranked, Reason, RiskFacts, Weight } from "@/lib/programme/risk/types";
import { dateOf, endOfTime, yearOf, type PlainDate } from "@/lib/kernel/plain-date";

/** Whole years from one day to another: anniversaries that have passed. */
const fullYears = (from: PlainDate, to: PlainDate): number =>
  Math.max(0, yearOf(to) - yearOf(from) - (to.slice(5) < from.slice(5) ? 1 : 0));

/** The same day some months earlier, or the last day of a month too short for it. */
export function monthsBefore(day: PlainDate, months: number): PlainDate {
  const at = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  for (let date = Number(day.slice(8)); date > 0; date -= 1) {
    const found = dateOf(year, month, date);
    if (found) return found;
  }
  return day;
}

/** How much of a factor there is: units to be paid for, `Infinity` for what counts in full, 0 for nothing. */
type Amount = { units: number; count: number | null; on: PlainDate | null };

const some = (units: number): Amount => ({ units, count: units, on: null });
const since = (on: PlainDate | null): Amount => ({ units: on === null ? 0 : 1, count: null, on });

const lately = (on: PlainDate | null, day: PlainDate, months: number | null): PlainDate | null =>
  on !== null && (months === null || on >= monthsBefore(day, months)) ? on : null;

const amountOf = {
  time_since_visit: ({ lastVisitOn }, day) => {
    if (lastVisitOn === null) return { units: Infinity, count: null, on: null };
    const years = fullYears(lastVisitOn, day);
    return { units: years, count: years, on: lastVisitOn };
  },
  open_findings: (facts) => some(facts.openFindings),
  overdue_findings: (facts) => some(facts.overdueFindings),
  never_declared: (facts) => some(facts.everDeclared ? 0 : 1),
  edition_expired: (facts, day) =>
    since(facts.editionDeadlineOn !== null && facts.editionDeadlineOn < day ? facts.editionDeadlineOn : null),
  officer_changed: (facts, day, months) => since(lately(facts.officerChangedOn, day, months)),
  legal_churn: (facts, day, months) =>
    some(facts.legalChangesOn.filter((on) => lately(on, day, months)).length),
} as const satisfies Record<Factor, (facts: RiskFacts, day: PlainDate, months: number | null) => Amount>;

/** Why an agency should be visited: each factor that gives points, the weightiest first. */
export function reasonsOf(facts: RiskFacts, weights: readonly Weight[], day: PlainDate): Reason[] {
  return weights
    .map(({ factor, pointsEach, maxPoints, withinMonths }): Reason => {
      const { units, count, on } = amountOf[factor](facts, day, withinMonths);
      const points = units === Infinity ? maxPoints : Math.min(units * pointsEach, maxPoints);
      return { factor, points, count, on };
    })
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || (a.factor < b.factor ? -1 : 1));
}

const seenOn = ({ facts }: Ranked): string => facts.lastVisitOn ?? "";

/**
 * Every agency, the one to be visited first on top: by points, then who has not been seen for longest, then by code. The order
 * depends on nothing else, so that the same facts give the same list whoever asks.
 */
export function rank(agencies: readonly RiskFacts[], weights: readonly Weight[], day: PlainDate): Ranked[] {
  return agencies
    .map((facts): Ranked => {
      const reasons = reasonsOf(facts, weights, day);
      return { facts, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) };
    })
    .sort(
      (a, b) =>
        b.points - a.points ||
        (seenOn(a) < seenOn(b) ? -1 : seenOn(a) > seenOn(b) ? 1 : a.facts.code < b.facts.code ? -1 : 1),
    );
}

/** As things stand at the end of a year in which it was visited: seen, and its findings looked into. */
const visited = (facts: RiskFacts, year: number): RiskFacts => ({
  ...facts,
  lastVisitOn: dateOf(year, 12, 31) ?? endOfTime,
  openFindings: 0,
  overdueFindings: 0,
});

const longestRound = 60;

/**
 * Years until every agency has been seen once if each year's programme visits `perYear` agencies by this ranking and nothing
 * else changes. Null where that takes longer than anybody plans for.
 */
export function yearsToSeeAll(
  agencies: readonly RiskFacts[],
  weights: readonly Weight[],
  day: PlainDate,
  perYear: number,
): number | null {
  if (agencies.length === 0) return 0;
  let standing = [...agencies];
  const unseen = new Set(agencies.map(({ agencyId }) => agencyId));
  for (let years = 1; years <= longestRound && perYear > 0; years += 1) {
    const year = yearOf(day) + years;
    const on = dateOf(year - 1, 12, 31) ?? day;
    const chosen = new Set(
      rank(standing, weights, on)
        .slice(0, perYear)
        .map(({ facts }) => facts.agencyId),
    );
    for (const id of chosen) unseen.delete(id);
    if (unseen.size === 0) return years;
    standing = standing.map((facts) => (chosen.has(facts.agencyId) ? visited(facts, year) : facts));
  }
  return null;
}
