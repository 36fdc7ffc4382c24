import { createHash } from "node:crypto";

/** The same id for the same name in every database: a UUID (version 8) from the name's hash. */
export function idOf(...names: (string | number)[]): string {
  const hex = createHash("sha256").update(names.join("\u001f")).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** A date column's value for yyyy-MM-dd. */
export const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** A fixed instant in the morning of that day in Vietnam, so that two seedings are equal. */
export const morning = (text: string): Date => new Date(`${text}T01:00:00Z`);
