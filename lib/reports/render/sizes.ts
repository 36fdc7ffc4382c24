export const font = "Times New Roman";

/** Sizes in points. */
export const sizes = { motherland: 12, motto: 13, agency: 12, number: 13, body: 13, title: 14, table: 11 };

/** Points as Word counts them in spacing. */
export const spacing = (points: number): number => points * 20;
