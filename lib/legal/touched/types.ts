import type { PlainDate } from "@/lib/kernel/plain-date";

/** A document of an agency that rests on what a change alters, and since when the earliest of that holds; null where nobody knows. */
export type Touched = { documentId: string; agencyId: string; effectiveOn: PlainDate | null };

/** A procedure that a change touches, by what the change does to it; `via` the document of law that is altered, where it rests on that. */
export type TouchedProcedure = {
  changeId: string;
  procedureId: string;
  act: "published" | "amended" | "ended";
  via: string | null;
};
