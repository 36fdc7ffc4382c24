import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis, LegalLevel } from "@/lib/legal/types";

/** Whose step the law sets a term for. */
export type LegalClock =
  "agency_applies" | "ministry_publishes" | "province_publishes" | "publishes_shortened";

export type TermUnit = "day" | "month";

/** How long a step may take, while the provision that says so holds. */
export type LegalTerm = {
  clock: LegalClock;
  validFrom: PlainDate;
  validTo: PlainDate | null;
  amount: number;
  unit: TermUnit;
  law: Basis;
  provision: string;
};

/** What is known of a document of law that its clocks are reckoned from. */
export type ChangingLaw = {
  level: LegalLevel;
  issuedOn: PlainDate;
  inForceFrom: PlainDate | null;
  setsProcedures: boolean | null;
  shortened: boolean;
  /** When the procedures that it sets were published, by the ministry and by the province; null while they were not. */
  published: Readonly<Record<UpperLevel, PlainDate | null>>;
};

/** Who publishes procedures before an agency can bring its own up to date. */
export const upperLevels = ["ministry", "province"] as const;
export type UpperLevel = (typeof upperLevels)[number];

/** One step of a level above: by when, when it was done, and how many days it holds up what follows. */
export type UpperStep = {
  level: UpperLevel;
  /** Null where no term is known that says so, or the day on which the text is in force is not. */
  due: { on: PlainDate; term: LegalTerm } | null;
  doneOn: PlainDate | null;
  daysLate: number;
};

/** The clock of one document that a change touches. */
export type UpdateClock = {
  /** By when the document is to be up to date; null while an upper step is missing, or nobody knows since when the change holds. */
  dueOn: PlainDate | null;
  /** Whom the agency waits for. */
  waitsFor: UpperLevel | null;
  /** The law's own day, which an upper step that came late moved; null where it moved nothing. */
  lawDueOn: PlainDate | null;
  term: LegalTerm | null;
};
