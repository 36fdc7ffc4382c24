import { addDays, plainDate, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import type { Policy, PolicyGap, Posting } from "@/lib/policies/types";

export const isInForce = (
  { signedOn, replacedOn }: Pick<Policy, "signedOn" | "replacedOn">,
  on: PlainDate,
): boolean => signedOn !== null && signedOn <= on && (replacedOn === null || on < replacedOn);

export const isPosted = (
  { postedOn, removedOn }: Pick<Posting, "postedOn" | "removedOn">,
  on: PlainDate,
): boolean => postedOn <= on && (removedOn === null || on < removedOn);

/** Who heads the agency for good on the day that is looked at, and whether whoever signed headed it on the day of the signature. */
type Offices = { headId: string | null; inOffice: boolean };

/**
 * What is wanting: no signed policy, signed by somebody who did not head the agency on that day or no longer does, posted nowhere. A
 * policy that nobody in office signed is cancelled or signed anew before it is posted.
 */
export function policyGaps(
  current: Pick<Policy, "signerId" | "postings"> | null,
  { headId, inOffice }: Offices,
  on: PlainDate,
): PolicyGap[] {
  if (!current) return ["none-signed"];
  if (!inOffice) return ["signed-outside"];
  return [
    ...(headId !== null && current.signerId !== headId ? ["former-head" as const] : []),
    ...(current.postings.some((posting) => isPosted(posting, on)) ? [] : ["not-posted" as const]),
  ];
}

/** In the last month of a year the objectives of the next are asked for. */
const monthOfNextYear = 12;

/** The years whose objectives an agency should have set by now. */
const yearsToSet = (today: PlainDate): number[] =>
  plannableYears(today).slice(0, Number(today.slice(5, 7)) >= monthOfNextYear ? 2 : 1);

/** So many days after a declaration the objectives of that year may still be set. */
const daysToSet = 30;

/**
 * Objectives of a year are set before it begins; those of the year in which a system was declared within a month of that. Of a year
 * that ends before, none are owed: nothing could be measured by them.
 */
const objectivesDueOn = (year: number, declaredOn: PlainDate): PlainDate | null => {
  const before = plainDate(`${year - 1}-12-31`);
  const due = before < declaredOn ? addDays(declaredOn, daysToSet) : before;
  return yearOf(due) > year ? null : due;
};

/**
 * The years whose objectives an agency owes on a day and has not set, each with the day from which it does. Like everything that is
 * done every year they are owed by whoever maintains a declared system, and by nobody before (as reviews are).
 */
export const objectivesOwed = (
  set: readonly number[],
  declaredOn: PlainDate | null,
  on: PlainDate,
): { year: number; dueOn: PlainDate }[] =>
  declaredOn === null
    ? []
    : yearsToSet(on)
        .filter((year) => !set.includes(year))
        .flatMap((year) => {
          const dueOn = objectivesDueOn(year, declaredOn);
          return dueOn === null ? [] : [{ year, dueOn }];
        });

/** Objectives are set for the year that runs and the one that comes. */
export const plannableYears = (today: PlainDate): number[] => [yearOf(today), yearOf(today) + 1];
