import type { Changed } from "@/lib/journal/events/fields/types";
import type { Value } from "@/lib/journal/types";
import { isId } from "@/lib/kernel/ids";

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
export function changes<Fields extends { readonly [key: string]: Value }>(
  before: Fields,
  after: Fields,
): Changed<Fields> {
  const changed = Object.keys(after).filter(
    (key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null),
  );
  return Object.fromEntries(
    changed.flatMap((key) => [
      [key, after[key] ?? null],
      [`${key}Before`, before[key] ?? null],
    ]),
  ) as Changed<Fields>;
}

/** Marks of how a message is written down, and the strokes of a drawn name: they say nothing to people. */
const forPrograms: ReadonlySet<string> = new Set(["format", "form", "path", "times", "problems"]);

const isFields = (value: unknown): value is { readonly [key: string]: Value } =>
  value !== null && typeof value === "object" && !Array.isArray(value);

function fieldsIn(text: string): { readonly [key: string]: Value } | null {
  try {
    const read: unknown = JSON.parse(text);
    return isFields(read) ? read : null;
  } catch {
    return null;
  }
}

/** What stands in one text as it was sent or signed, in its parts again; without what only programs read. */
function inParts(value: Value, field = ""): Value {
  if (typeof value === "string") {
    const fields = field === "text" ? fieldsIn(value) : null;
    return fields ? inParts(fields) : value;
  }
  if (Array.isArray(value)) return value.map((each) => inParts(each as Value));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (forPrograms.has(key) ? [] : [[key, inParts(each, key)]])),
  );
}

/** The actions under which history keeps a whole message of a device. */
const whole: ReadonlySet<string> = new Set(["item-kept", "item-put-away"]);

/** The content of an entry as people read it: what a device sent whole is taken apart, and what it is about named by its kind. */
export function spoken(action: string, content: Record<string, Value>): Record<string, Value> {
  if (!whole.has(action)) return content;
  const { subject } = content;
  // Which group, question or finding it is of stands in a field of its own.
  const kind = typeof subject === "string" && { subject: subject.replace(/:.*$/, "") };
  return { ...(inParts(content) as Record<string, Value>), ...kind };
}

export type Shown = { field: string; value: Value; before: Value | undefined };

/** Every id in a content, as a value or as a key, and the codes of agencies: what people know by a name. */
export function named(value: Value, field = ""): string[] {
  if (typeof value === "string") return isId(value) || field === "agency" ? [value] : [];
  if (value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.flatMap((each) => named(each as Value, field));
  return Object.entries(value).flatMap(([key, each]) => [...(isId(key) ? [key] : []), ...named(each, key)]);
}

/** Is this an id whose name is not known? People read no ids. */
export const namelessIn = (names: Readonly<Record<string, string>>, value: unknown): boolean =>
  isId(value) && !(value in names);

/** The content of an entry by field, each with what it was before where that was written down; ids without a name left out. */
export const shownContent = (
  content: Readonly<Record<string, Value>>,
  names: Readonly<Record<string, string>>,
): Shown[] =>
  Object.entries(content)
    .filter(([field]) => !(field.endsWith("Before") && field.slice(0, -"Before".length) in content))
    .map(([field, value]) => ({ field, value, before: content[`${field}Before`] }))
    .filter(({ value }) => !namelessIn(names, value))
    .map((shown) => ({
      ...shown,
      value: Array.isArray(shown.value)
        ? shown.value.filter((each) => !namelessIn(names, each))
        : shown.value,
    }));
