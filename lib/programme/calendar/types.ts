import type { PlainDate } from "@/lib/kernel/plain-date";

/** One day in a calendar, in finished words. */
export type CalendarEvent = {
  /** Stays the same for ever, so that a calendar replaces what it has instead of adding to it. */
  uid: string;
  /** Grows with each change. */
  sequence: number;
  day: PlainDate;
  summary: string;
  location: string;
  description: string;
};

/** A person's address of today, if they have one. The address itself is known to nobody but them. */
export type OwnFeed = { id: string; issuedOn: PlainDate };
