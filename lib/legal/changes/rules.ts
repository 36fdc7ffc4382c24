import { shownAs } from "@/lib/kernel/shown";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Bearing, LegalChange } from "@/lib/legal/changes/types";
import type { LegalRelationKind, LegalState } from "@/lib/legal/types";

/** What alters the text it bears on, so that whatever rests on that text has to be looked at. */
export const alteringKinds = [
  "amends",
  "replaces",
  "repeals",
  "suspends",
  "corrects",
] as const satisfies LegalRelationKind[];

const ends = ({ kind }: Bearing): boolean => kind === "replaces" || kind === "repeals";
const whole = ({ provision }: Bearing): boolean => provision === "";

/** Where a document stands on a day, by its own days and by what bears on it. What is not known is said to be unknown. */
export function stateOf(
  { inForceFrom, inForceTo }: { inForceFrom: PlainDate | null; inForceTo: PlainDate | null },
  bearings: readonly Bearing[],
  on: PlainDate,
): LegalState {
  const begun = bearings.filter(({ since }) => since !== null && since <= on);
  if ((inForceTo && inForceTo <= on) || begun.some((each) => ends(each) && whole(each))) return "ended";
  if (bearings.some((each) => each.since === null && ends(each) && whole(each))) return "unknown";
  if (begun.some((each) => each.kind === "suspends" && whole(each))) return "suspended";
  if (!inForceFrom) return "unknown";
  if (inForceFrom > on) return "not_yet";
  if (begun.some((each) => (ends(each) || each.kind === "suspends") && !whole(each))) return "partly";
  return begun.some(({ kind }) => kind === "amends" || kind === "corrects") ? "amended" : "in_force";
}

/** Is something noted, and is it said of every row which procedure it means? */
export const isReleasable = ({ relations, rows }: Pick<LegalChange, "relations" | "rows">): boolean =>
  relations.length + rows.length > 0 && rows.every(({ matched }) => matched);

/** By what a form tells what its page showed before a change was released: what was noted of law and of procedures, and what it touches. */
export const releaseShown = (
  noted: readonly string[],
  touched: readonly { documentId: string; effectiveOn: PlainDate | null }[],
): string =>
  shownAs([noted.toSorted(), touched.map(({ documentId, effectiveOn }) => [documentId, effectiveOn])]);
