import type { PlainDate } from "@/lib/kernel/plain-date";

/** An answer, or what was seen of an earlier finding. */
export type Words = { outcome: string; note: string };

/** An entry of the history that writes answers of a visit, or what became of an earlier finding of its agency. */
export type SavedEntry = {
  id: bigint;
  visitId: string;
  actorId: string | null;
  /** Whose words they are: who sent them, or for whom they were sent. */
  by: string;
  /** Were they sent for somebody else, from a phone to which they had been handed over? */
  isHanded: boolean;
  at: Date;
  /** "D" of a clause group; the id of an earlier finding. */
  part: string;
  isRecheck: boolean;
  /** By question, or by finding. */
  said: Readonly<Record<string, Words>>;
  /** What a signed text took the place of; null of an entry that nobody signed. */
  before: Readonly<Record<string, Words>> | null;
};

/** What somebody had sent of a visit, and signed minutes say otherwise. */
export type Displacement = {
  visitId: string;
  /** The receipt under which it had come, and when. */
  receiptNo: bigint;
  at: Date;
  by: string;
  /** The account that sent it. */
  actorId: string | null;
  part: string;
  isRecheck: boolean;
  said: Readonly<Record<string, Words>>;
};

/** What a device is told of it: whose words, about which questions, and the receipt that they have. */
export type Displaced = {
  visitId: string;
  receipt: string;
  by: string;
  codes: readonly string[];
};

/** The same, told to whoever had sent it, with the visit by which they know it. */
export type OwnDisplaced = Displaced & {
  agencyName: string;
  plannedOn: PlainDate;
  /** The day on which its minutes were signed; absent from packs of before. */
  signedOn?: PlainDate;
};
