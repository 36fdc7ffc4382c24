import type { PlainDate } from "@/lib/kernel/plain-date";

declare const minted: unique symbol;

/** Proof that history was written. Only lib/journal makes one, inside the transaction of the change. */
export type Receipt = {
  readonly [minted]: true;
  /** Number of the journal entry, as people quote it. */
  readonly number: string;
  readonly at: Date;
  /** First 16 hexadecimal digits of the entry's hash: enough to compare by eye. */
  readonly fingerprint: string;
};

/** What a command hands over once, beside its receipt. */
export type Secret = { receipt: Receipt; secret: string };

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export const entities = [
  "agency",
  "system",
  "document",
  "policy",
  "objective",
  "programme",
  "visit",
  "finding",
  "review",
  "report",
  "account",
  "registry",
  "law",
] as const;
export type Entity = (typeof entities)[number];

export type HistoryEntry = {
  number: string;
  at: Date;
  actorName: string;
  actorRole: string;
  action: string;
  entity: string;
  entityId: string;
  content: Record<string, Value>;
  fingerprint: string;
};

/** An entry with the agency whose chain it stands in; null for the province's. */
export type HistoryLine = HistoryEntry & {
  chain: string;
  agencyName: string | null;
  /** What the ids and codes in its content stand for, as far as its reader may know. */
  names: Readonly<Record<string, string>>;
};

export type HistoryFilter = {
  /** By name or by code, in any spelling; empty for all. */
  agency: string;
  actor: string;
  entity: Entity | null;
  from: PlainDate | null;
  to: PlainDate | null;
  /** Only entries older than this number: how pages follow one another. */
  before: string | null;
  /** What was typed as a day and is none. */
  unread: readonly string[];
};

/** The first entry of a chain that does not follow from the one before it. */
export type ChainBreak = { chain: string; seq: string; reason: string };

/** A row that is not what the last entry about its record says of it. */
export type RecordBreak = {
  entity: string;
  entityId: string;
  /** Table and key. */
  name: string;
  reason: string;
};

declare const drawnForm: unique symbol;

/** A form as it was drawn once: what comes twice under one of these, with the same content, was sent once. */
export type FormId = string & { readonly [drawnForm]: true };
