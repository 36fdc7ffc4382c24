import type { Value } from "@/lib/journal/types";

/** One text for one content: keys in order, no spaces (as RFC 8785 for the values we use). The hash is taken over it. */
export function canonical(value: Value): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item as Value)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value as { readonly [key: string]: Value }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

/** "000123": six digits at least, so that receipts line up and read well aloud. */
export const receiptNumber = (id: bigint): string => id.toString().padStart(6, "0");

export const fingerprintOf = (hash: Uint8Array): string => Buffer.from(hash).toString("hex").slice(0, 16);

/** What differs between two states of a record: each changed field under its name, and what it was before. */
export function changes(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const changed = Object.keys(after).filter(
    (key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null),
  );
  return Object.fromEntries(
    changed.flatMap((key) => [
      [key, after[key] ?? null],
      [`${key}Before`, before[key] ?? null],
    ]),
  );
}

export type Shown = { field: string; value: Value; before: Value | undefined };

/** The content of an entry by field, each with what it was before where that was written down. */
export const shownContent = (content: Readonly<Record<string, Value>>): Shown[] =>
  Object.entries(content)
    .filter(([field]) => !(field.endsWith("Before") && field.slice(0, -"Before".length) in content))
    .map(([field, value]) => ({ field, value, before: content[`${field}Before`] }));
