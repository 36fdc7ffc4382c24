import type { Position } from "@/lib/appointments/types";
import type { Checklist } from "@/lib/checklists/types";
import type { VisitRecord } from "@/lib/visits/types";
import type { Basis } from "@/lib/legal/types";

/** What the minutes of a visit say beside what is recorded on it: from whom, by which law, how the agency stands. */
export type Frame = {
  /** Căn cứ: one a line, without its end. */
  bases: readonly string[];
  /** Documents that the bases name in full, by their numbers: from there on they are named in short. */
  named: readonly string[];
  /** What the visit looks at the carrying out of, in short: "Quyết định số 19/2014/QĐ-TTg". */
  carriesOut: string;
  /** How the agency's system stood on the day planned, in sentences. */
  general: readonly string[];
  /** To whom the agency reports what it has mended. */
  reportsTo: string;
  /** The documents that requirements may name, by id. */
  laws: Readonly<Record<string, Basis>>;
  /** What those of the team are, and where, by person. */
  posts: Readonly<Record<string, Position>>;
  /** The checklist in Vietnamese, where the visit carries it in another language. */
  checklist?: Checklist;
};

/** A visit as far as its minutes speak of it. */
export type WordedVisit = Pick<
  VisitRecord,
  "agencyName" | "mode" | "plannedOn" | "scope" | "designation" | "team" | "checklist" | "openBefore"
>;

/** What the text of a visit's minutes is made from, beside what they record. */
export type Worded = {
  visit: WordedVisit & Pick<VisitRecord, "photos">;
  /** Absent from a pack that an older site made. */
  frame: Frame | undefined;
};

export const tableNames = ["groups", "findings", "earlier", "answers"] as const;
/** Which table it is: how wide its columns are is for who draws it. */
export type TableName = (typeof tableNames)[number];

export type WordTable = {
  kind: "table";
  table: TableName;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
};

type WordLine = { kind: "heading" | "subheading" | "paragraph" | "item"; text: string };

/** Room to write in by hand stands only in a draft, where nobody has said yet what belongs there. */
export type WordBlock = WordLine | WordTable | { kind: "room"; lines: number };

/** A photograph of the annex: its number is its place. */
export type WordPhoto = { questionCode: string; sha256: string; text: string };

/**
 * The text of the minutes: read before it is signed, sealed with them, and from then on only drawn: on the device, in the agency's
 * copy, on the visit's page, in Word. Headings are numbered I, II, III, and 1, 2, 3 below each. The lines of a typed text stay lines.
 */
export type MinutesWords = {
  subject: readonly string[];
  bases: readonly string[];
  body: readonly WordBlock[];
  annexes: { answers: WordTable; photos: readonly WordPhoto[] };
};
