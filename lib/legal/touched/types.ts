import type { PlainDate } from "@/lib/kernel/plain-date";

/** A document of an agency that rests on what a change alters, and since when the earliest of that holds; null where nobody knows. */
export type Touched = { documentId: string; agencyId: string; effectiveOn: PlainDate | null };

/** What a change does to a procedure that stood before: one that is published anew is amended. */
export type TouchedAct = "amended" | "ended" | "replaced";

/** A procedure that a change touches, by what the change does to it; `via` the document of law that is altered, where it rests on that. */
export type TouchedProcedure = {
  changeId: string;
  procedureId: string;
  act: TouchedAct;
  via: string | null;
};
