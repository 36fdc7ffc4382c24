/** What a paper says, part by part, in the words of Nghị định 30/2020/NĐ-CP. How a part looks is decided in render/. */
export type Paper = {
  /** Without its ending. */
  fileName: string;
  letterhead: Letterhead;
  title: Title;
  /** Kính gửi: only where a report goes to a higher level. */
  addressees: readonly string[];
  /** Căn cứ: one a line; the renderer ends them. */
  bases: readonly string[];
  body: readonly Block[];
  signatures: readonly Signature[];
  recipients: readonly string[];
  /** What stands below the signatures: by what the paper can be told from any other. */
  closing: readonly Block[];
  annexes: readonly Annex[];
  /** Said at the foot of every page: that it is a draft, that its records are made up. */
  marks: readonly string[];
};

export type Letterhead = {
  parent: string;
  agency: string;
  number: string;
  /** Null for minutes, whose form has no such line. */
  placeAndDate: string | null;
};

/** The kind of paper in capitals, and what it is about, in lines. */
type Title = { kind: string; subject: readonly string[] };

/** Headings are numbered by Word: I, II, III, and 1, 2, 3 below each. The lines of a typed text stay lines. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "subheading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "item"; text: string }
  | { kind: "note"; text: string }
  | { kind: "table"; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  | { kind: "pictures"; pictures: readonly Picture[] }
  | { kind: "writing-lines"; count: number };

/** Widths are shares of the width of the text. */
export type Column = { title: string; share: number; align?: "left" | "center" | "right" };

/** A photograph with the words below it, and a sentence for those who cannot see it. */
export type Picture = {
  type: "jpg" | "png";
  bytes: Uint8Array;
  width: number;
  height: number;
  caption: string;
  description: string;
};

/**
 * Who signs, in lines of capitals; the name where it is known. The space between is left for hand and seal, unless a person has
 * drawn their signature on a device: then it stands there as they drew it (a path in the box of the signature pad).
 */
export type Signature = {
  title: readonly string[];
  name: string | null;
  drawn?: string;
  /** The name was typed in the place of a hand. */
  typed?: boolean;
  /** Who signs below, for the same side. */
  second?: Signature;
};

export type Annex = {
  title: string;
  /** What it belongs to, in brackets. */
  attachedTo: string;
  landscape: boolean;
  body: readonly Block[];
};

export const heading = (text: string): Block => ({ kind: "heading", text });
export const subheading = (text: string): Block => ({ kind: "subheading", text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const item = (text: string): Block => ({ kind: "item", text });
export const note = (text: string): Block => ({ kind: "note", text });
export const writingLines = (count: number): Block => ({ kind: "writing-lines", count });

/** A table, or a sentence where there would be nothing in it. */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  empty: string,
): Block => (rows.length === 0 ? paragraph(empty) : { kind: "table", columns, rows });
