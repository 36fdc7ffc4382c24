import type { PlainDate } from "@/lib/kernel/plain-date";

/** The days on which what stands of a visit was last changed: of answers by question, of rechecks by finding. */
export type RecordedOn = {
  answers: Readonly<Record<string, PlainDate>>;
  rechecks: Readonly<Record<string, PlainDate>>;
};

/** What to look at once more about the day on which a visit is said to have begun. */
export type DayDoubt = "before-plan" | "not-signing";
