import type { Topic } from "@/lib/findings/types";
import type { StandingLine } from "@/lib/adoption/types";
import type { Definition, Headline, Jump } from "@/lib/compliance/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** `correctedOn`: when a cancellation made after the day last changed its figure; null where none did. */
export type YearPoint = {
  year: number;
  on: PlainDate;
  declared: number;
  total: number;
  correctedOn: PlainDate | null;
};

/** In how many visited agencies a kind of shortcoming was found in the year. */
export type TopicCount = { topic: Topic; agencies: number };

/** A higher level on which corrections wait: how many, and how long the longest has waited. */
export type BlockerCount = { body: string; findings: number; longestDays: number };

/** How findings stood on a day; what a higher level blocks is late for nobody but that level. */
export type FindingFigures = {
  open: number;
  late: number;
  blocked: number;
  /** Answered by the agency, to be verified. */
  answered: number;
  /** Seen corrected by a later visit, to be verified. */
  corrected: number;
  blockers: readonly BlockerCount[];
};

export type Dashboard = {
  on: PlainDate;
  headline: Headline;
  definition: Definition | null;
  /** Every agency, while they can be taken in at a glance; empty beyond that. */
  tiles: readonly StandingLine[];
  overdue: readonly StandingLine[];
  topics: readonly TopicCount[];
  findings: FindingFigures;
  visited: number;
  visits: { done: number; planned: number };
  years: readonly YearPoint[];
  /** Why the years are not all of one number of agencies. */
  jumps: readonly Jump[];
};
