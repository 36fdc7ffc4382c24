import type { Prisma } from "@/generated/prisma/client";
import type { StoredEntry } from "@/lib/corrections/entries/types";
import type { Whole } from "@/lib/corrections/types";
import type { Tx } from "@/lib/identity/database";

/** The entries of an agency, or one of them. */
export type Which = { agencyId: string; id?: string };

/** How the entries of one kind are read. */
export type Load = (tx: Tx, which: Which) => Promise<StoredEntry[]>;

/** What every table says of an entry. */
export const recorded = {
  id: true,
  recordedBy: true,
  recordedAt: true,
  cancellation: { select: { reason: true, cancelledName: true, cancelledAt: true } },
} as const;

/** The same of a draft, which is the agency's, whoever wrote it last. */
export const draft = { id: recorded.id, cancellation: recorded.cancellation, version: true } as const;

/** A draft has no day of its own. */
export const unrecorded = { on: null, recordedBy: null, recordedAt: null };

/** What an entry said in its own texts, and its file. */
export const whole = (fileId: string | null, ...texts: string[]): Whole => ({
  fileId,
  said: texts.map((text) => ({ part: "text", text })),
});

/** A row whose text and file are what its entry said. */
export const rowOf = <Row extends { body: string; attachmentId: string | null }>({
  body,
  attachmentId,
  ...row
}: Row) => ({
  ...row,
  ...whole(attachmentId, body),
});

/** Submissions that wait, and those that were taken back. */
export const openOr = (draft: Prisma.SubmissionWhereInput): Prisma.SubmissionWhereInput => ({
  returnedAt: null,
  OR: [draft, { cancellationId: { not: null } }],
});
