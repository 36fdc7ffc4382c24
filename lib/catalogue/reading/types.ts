import type { ProcedureAct } from "@/lib/catalogue/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type Place = { table: string; row: number };

/** One procedure of a publishing decision, as its row says it. */
export type ReadRow = {
  place: Place;
  act: ProcedureAct;
  /** The national code without the province's suffix ("1.004238"); null where the row has none. */
  code: string | null;
  name: string;
  field: string;
  levels: string;
  decides: string;
  performs: string;
  /** Set where the row says its own day; null where it follows the decision. */
  effectiveOn: PlainDate | null;
  /** The first day on which it no longer stands ("bãi bỏ từ 01/01/2027" and "đến hết 31/12/2026" are the same). */
  endsOn: PlainDate | null;
  /** Codes that this procedure takes the place of (old → new). */
  replaces: readonly string[];
  shared: boolean;
  noCase: boolean;
  internal: boolean;
  /** Numbers of legal documents named in the row's column of legal bases, as written ("19/2018/TT-BGDĐT"). */
  bases: readonly string[];
};

export const readProblemCodes = [
  "row-without-name",
  "row-too-long",
  "row-code-malformed",
  "row-code-twice",
  "row-day-malformed",
  "row-act-unknown",
  "row-end-before-start",
  "row-replaces-itself",
] as const;
export type ReadProblemCode = (typeof readProblemCodes)[number];

/** What is wrong with a row, and the words of it that are. */
export type ReadProblem = { place: Place; code: ReadProblemCode; what: string };

/** What was read; `found` is false where no table has the headings of a list of procedures. */
export type Reading = { rows: ReadRow[]; problems: ReadProblem[]; found: boolean };
