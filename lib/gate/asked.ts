import { askedAs } from "@/lib/gate/types";
import { printable } from "@/lib/kernel/text";

type Label = readonly [name: string, label: string];

/** How a form says what it asks: a field a line, its name and how people read it. */
export const askedText = (fields: readonly Label[]): string =>
  fields.map(([name, label]) => `${name} ${label.replace(/\s+/g, " ")}`).join("\n");

const longestAsked = 50_000;

/** What a form says that it asks. Whoever sends it reads it alone. */
export function labelsIn(data: FormData): Label[] {
  const said = data.get(askedAs);
  if (typeof said !== "string") return [];
  return said
    .slice(0, longestAsked)
    .split(/\r?\n/)
    .flatMap((line) => {
      const at = line.indexOf(" ");
      return at > 0 ? [[line.slice(0, at), printable(line.slice(at + 1))] as const] : [];
    });
}
