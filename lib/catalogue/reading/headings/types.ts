/** What a column says of the procedure in its row; `aside` is known, and says nothing that is kept. */
export type Role =
  | "number"
  | "code"
  | "oldCode"
  | "newCode"
  | "name"
  | "oldName"
  | "newName"
  | "field"
  | "levels"
  | "decides"
  | "performs"
  | "bases"
  | "from"
  | "to"
  | "until"
  | "status"
  | "note"
  | "shared"
  | "noCase"
  | "internal"
  | "aside";

/** A column, and what stands lowest in its heading ("Cấp tỉnh" below "Cấp thực hiện"). */
export type Column = { index: number; role: Role; label: string };

/** The heading of a table: how many rows it takes, how wide they are, and its columns. */
export type Header = { depth: number; width: number; columns: readonly Column[] };
