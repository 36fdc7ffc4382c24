import type { Locale } from "@/lib/kernel/format";
import type { Desk, Task, Timing } from "@/lib/reminders/types";

/** The steps at which somebody is told of a thing they owe, the last one reached counting. */
export const rungs = ["undated", "before14", "before3", "due", "overdue7", "overdue30"] as const;
export type Rung = (typeof rungs)[number];

/** Parts of a letter: by the time that is left, and what is too far ahead for any rung. */
export type Section = Timing | "later";

/** That a duty, by its due date, stood on a rung: what is told once. */
export type Told = { duty: string; rung: Rung };

/** What somebody owes, and what of it they have not been told yet. */
export type Digest = { tasks: readonly Task[]; fresh: readonly Told[] };

/** Somebody who can be written to: an officer or a head of an agency, or an inspector. */
export type Recipient = {
  accountId: string;
  personId: string;
  name: string;
  address: string;
  language: Locale;
  secret: string;
  agency: { id: string; code: string; desk: Desk } | null;
};
