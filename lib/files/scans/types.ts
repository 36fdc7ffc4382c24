import type { PlainDate } from "@/lib/kernel/plain-date";

/** What is recorded with the signed paper, or a photograph, beside it, and may be given it later. */
export const scanSubjects = ["review", "milestone", "declaration", "posting"] as const;
export type ScanSubject = (typeof scanSubjects)[number];

/** A record that stands without its paper: what kind of thing it is, its day, and how people call it. */
export type Unscanned = { of: ScanSubject; id: string; on: PlainDate; name: string };

/** Where a missing scan is added. */
export const scanAddress = (agencyCode: string, { of, id }: Pick<Unscanned, "of" | "id">): string =>
  `/agencies/${agencyCode}/scan?of=${of}&id=${id}`;
