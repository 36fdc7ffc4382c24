import type { Tx } from "@/lib/platform/database";

/**
 * What changes one after the other, and under which number PostgreSQL knows it. A number stays with its name: two releases may serve
 * beside each other.
 */
const numbers = {
  /** The key of the sealed files, of which there is one. */
  "export-key": 0,
  /** The milestones of an agency, and what follows from them. */
  milestones: 1,
  visit: 2,
  /** A controlled document with its revisions. */
  document: 3,
  /** The policy and objectives of an agency. */
  policies: 4,
  finding: 5,
  /** Photographs of a visit, and the pieces that an account is sending. */
  photos: 6,
  /** A file that was brought in. */
  import: 7,
  /** A notice that something is kept on a device. */
  kept: 8,
  /** An item of a device's queue. */
  item: 9,
  appointments: 10,
  /** The cause of delay that an agency states. */
  delay: 11,
  /** The codes of an agency's documents. */
  codes: 12,
  /** The report of a year. */
  report: 13,
  /** Attempts to sign in. */
  attempts: 14,
  /** What an account has kept beside records. */
  keepings: 15,
  /** A legal document, and what is noted of it. */
  law: 16,
  /** The register of legal documents: its numbers, and what rests on what it changes. */
  laws: 17,
  /** The procedures that an agency handles. */
  handled: 18,
  /** What an account sent last. */
  once: 33,
} as const;

export type Lock = keyof typeof numbers;

/** Waits until nobody else holds this, and holds it until the transaction ends. */
export const lock = (tx: Tx, what: Lock, id: string): Promise<unknown> =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, ${numbers[what]}::bigint))::text as locked`;

/** Its number, for a statement that holds it among other things. */
export const numberOf = (what: Lock): number => numbers[what];
