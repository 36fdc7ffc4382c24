import type { Receipt } from "@/lib/journal/types";
import type { Problem } from "@/lib/kernel/problem";

/** What a device takes along so that it can write a file which only this site opens. */
export type ExportKey = {
  keyId: string;
  /** RSA, SubjectPublicKeyInfo in base64. */
  publicKey: string;
  /** Told to this account alone: a file that does not say it was not written on one of its devices. */
  proof: string;
};

/** What stands in clear at the head of a file: whose it is, from when, and how much. */
export type Header = {
  kind: "nenep-queue";
  edition: 1;
  keyId: string;
  accountId: string;
  name: string;
  madeAt: string;
  items: number;
};

/** What devices deliver: the name of each kind in addresses and files, and the word by which history says what an item is about. */
export const subjects = {
  sheets: "sheet",
  rechecks: "recheck",
  attachments: "photo",
  captions: "caption",
  removals: "removal",
  groups: "group",
  minutes: "minutes",
} as const;
/** The addresses that items of a device are delivered to. */
export type Collection = keyof typeof subjects;
export const collections = Object.keys(subjects) as [Collection, ...Collection[]];

/** An item as it would be delivered: the same id and words, so that it gets the same receipt. `size`: bytes of its photograph. */
export type PackedItem = {
  id: string;
  to: Collection;
  message: Readonly<Record<string, unknown>>;
  size: number;
  /** Seconds by which the clock was fast that it was made by; absent from files of before it was said. */
  clockFast?: number | undefined;
};

/** The parts of a file, before it is opened. */
export type Parts = {
  header: Uint8Array<ArrayBuffer>;
  wrapped: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
};

export const lineResults = ["received", "there", "kept", "held", "refused"] as const;
/**
 * What became of an item: received now; there already; kept beside what stands; held, because what comes before it was not
 * received; or refused.
 */
export type LineResult = (typeof lineResults)[number];

export type ImportLine = {
  itemId: string;
  to: Collection;
  /** "D" of a clause group, "D.1" of a photographed question, "" of minutes. */
  part: string;
  agencyName: string | null;
  recordedAt: string | null;
  /** Seconds by which that clock was fast; absent where it is not known. */
  clockFast?: number | undefined;
  result: LineResult;
  receiptNo: string | null;
  problems: readonly Problem[];
};

export type ImportCounts = Record<LineResult, number>;

/** One line of the list of imports. */
export type ImportSummary = {
  id: string;
  accountName: string;
  madeAt: Date;
  takenAt: Date;
  takenName: string;
  counts: ImportCounts;
};

export type ImportRecord = ImportSummary & {
  sha256: string;
  receiptNo: string;
  /** Each with the moment of its receipt, where it has one. */
  lines: readonly (ImportLine & { receivedAt: Date | null })[];
};

/** Proof of an import, and which it is. */
export type Taken = Receipt & { importId: string };
