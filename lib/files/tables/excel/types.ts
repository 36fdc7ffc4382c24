/** A sheet of a workbook that people see: its name, and the relation that leads to its part. */
export type SheetName = { name: string; relation: string };

export type Workbook = { sheets: readonly SheetName[]; from1904: boolean };

/** How the cells of one style show their numbers: as days, or by a format of somebody's own. */
export type NumberStyle = { date: boolean; format: string | undefined };

/** What cells refer to: texts and styles by their place, and from where days are counted. */
export type Shared = { texts: readonly string[]; styles: readonly NumberStyle[]; from1904: boolean };

export type Area = { top: number; left: number; bottom: number; right: number };
