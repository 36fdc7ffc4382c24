import { plainDate, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import type { Policy, PolicyGap, Posting } from "@/lib/policies/types";

export const isInForce = (
  { signedOn, replacedOn }: Pick<Policy, "signedOn" | "replacedOn">,
  on: PlainDate,
): boolean => signedOn !== null && signedOn <= on && (replacedOn === null || on < replacedOn);

export const isPosted = (
  { postedOn, removedOn }: Pick<Posting, "postedOn" | "removedOn">,
  on: PlainDate,
): boolean => postedOn <= on && (removedOn === null || on < removedOn);

/** What is wanting: no signed policy, signed by somebody who no longer heads the agency, posted nowhere. */
export function policyGaps(
  current: Pick<Policy, "signerId" | "postings"> | null,
  headId: string | null,
  on: PlainDate,
): PolicyGap[] {
  if (!current) return ["none-signed"];
  return [
    ...(headId !== null && current.signerId !== headId ? ["former-head" as const] : []),
    ...(current.postings.some((posting) => isPosted(posting, on)) ? [] : ["not-posted" as const]),
  ];
}

/** In the last month of a year the objectives of the next are asked for. */
const monthOfNextYear = 12;

/** The years whose objectives an agency should have set by now. */
export const yearsToSet = (today: PlainDate): number[] =>
  plannableYears(today).slice(0, Number(today.slice(5, 7)) >= monthOfNextYear ? 2 : 1);

/** Objectives of a year are set before it begins. */
export const objectivesDueOn = (year: number): PlainDate => plainDate(`${year - 1}-12-31`);

/** Objectives are set for the year that runs and the one that comes. */
export const plannableYears = (today: PlainDate): number[] => [yearOf(today), yearOf(today) + 1];
