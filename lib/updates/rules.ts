import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import { touches } from "@/lib/legal/provisions/rules";
import type {
  Alteration,
  Altered,
  BasedText,
  Served,
  TouchedProcedure,
  Update,
  UpdateCounts,
  UpdateState,
} from "@/lib/updates/types";

/**
 * Does a text take a change up: does it cite the document that brought it, or say what it rests on and carries, of which the change
 * touches nothing?
 */
function takesUp(text: BasedText, changingLawId: string, alteration: Alteration): boolean {
  if (text.bases.some(({ lawId }) => lawId === changingLawId)) return true;
  if (text.bases.length + text.carried.length === 0) return false;
  return alteredOf(text, alteration).length + touchedOf(text, alteration).length === 0;
}

const isAltered = (basis: { lawId: string; provision: string }, altered: Altered): boolean =>
  basis.lawId === altered.lawId && touches(basis.provision, altered.provision);

/**
 * Since when the texts of a document have taken a change up without a break until this day; null where the one in force does not.
 * `texts` are those that were approved, in the order in which they came into force.
 */
export function appliedSince(
  texts: readonly BasedText[],
  changingLawId: string,
  alteration: Alteration,
  on: PlainDate,
): PlainDate | null {
  const begun = texts.filter(({ effectiveOn }) => effectiveOn <= on);
  const newest = begun.at(-1);
  if (!newest || (newest.obsoleteOn !== null && newest.obsoleteOn <= on)) return null;
  let since: PlainDate | null = null;
  for (const text of begun.toReversed()) {
    if (!takesUp(text, changingLawId, alteration)) break;
    since = text.effectiveOn;
  }
  return since;
}

/** What of a text's bases a change alters. */
export const alteredOf = (text: BasedText | undefined, { altered }: Alteration): Altered[] =>
  altered.filter((each) => text?.bases.some((basis) => isAltered(basis, each)));

/** Which procedures that a text carries a change touches; where the text names itself on what of that law it rests, that decides. */
export const touchedOf = (text: BasedText | undefined, { procedures }: Alteration): TouchedProcedure[] =>
  procedures.filter(
    ({ procedureId, via }) =>
      text?.carried.includes(procedureId) && !text.bases.some(({ lawId }) => lawId === via),
  );

/** The state of an update: what was done counts before what is waited for. */
export function updateState(appliedOn: PlainDate | null, judged: boolean, waits: boolean): UpdateState {
  if (appliedOn !== null) return "applied";
  if (judged) return "unaffected";
  return waits ? "waiting" : "open";
}

/** Past its day: what waits for a level above, or has no day, never is. */
export const isLate = (state: UpdateState, dueOn: PlainDate | null, on: PlainDate): boolean =>
  state === "open" && dueOn !== null && dueOn < on;

/**
 * The days that an agency took: from the day the change held, or the province published where that came later, to the day its text was
 * in force. Nothing where it was there before.
 */
function daysToApply({ doneOn, effectiveOn, clocked, state }: Update): number | null {
  if (state !== "applied" || doneOn === null || effectiveOn === null) return null;
  const { province } = clocked.published;
  const could = clocked.setsProcedures && province && province > effectiveOn ? province : effectiveOn;
  return Math.max(0, daysBetween(could, doneOn));
}

/** The middle of an odd number of days; of an even number the lower of the two in the middle, which is a day that was. */
const medianOf = (days: readonly number[]): number =>
  days.toSorted((a, b) => a - b)[(days.length - 1) >> 1] ?? 0;

export function countUpdates(updates: readonly Update[]): UpdateCounts {
  const of = (state: UpdateState): number => updates.filter((each) => each.state === state).length;
  const days = updates.map(daysToApply).filter((each) => each !== null);
  return {
    documents: updates.length,
    agencies: new Set(updates.map(({ agencyId }) => agencyId)).size,
    ...{ applied: of("applied"), unaffected: of("unaffected"), waiting: of("waiting"), open: of("open") },
    late: updates.filter(({ late }) => late).length,
    daysToApply: days.length > 0 ? { median: medianOf(days), worst: Math.max(...days) } : null,
  };
}

/** Updates with the names of their agencies and of whoever looks after the system there on a day. */
export const withAgencies = (updates: readonly Update[], agencies: readonly Served[], on: PlainDate) =>
  updates.map((update) => {
    const agency = agencies.find(({ id }) => id === update.agencyId);
    const officer = agency?.posts.find(
      ({ seat, from, to }) => seat === "iso_officer" && from <= on && (to === null || to > on),
    );
    return { ...update, agencyName: agency?.name ?? "–", officer: officer?.name ?? null };
  });
