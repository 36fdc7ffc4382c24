import type { PlainDate } from "@/lib/kernel/plain-date";

/** A document of an agency that rests on what a change alters, and since when the earliest of that holds; null where nobody knows. */
export type Touched = { documentId: string; agencyId: string; effectiveOn: PlainDate | null };
