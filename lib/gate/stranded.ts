import { labelsIn } from "@/lib/gate/asked";
import { pages } from "@/lib/gate/doors";
import { typedValues } from "@/lib/gate/rules";
import type { Stranded } from "@/lib/gate/types";

/** A refused form as it is read where its page draws it no more: why, and everything that was typed, under the names of its fields. */
export function strandedIn(data: FormData, problems: readonly string[]): Stranded {
  const values = new Map(Object.entries(typedValues(data)));
  const typed = labelsIn(data).map(([name, label]) => ({
    label,
    texts: [values.get(name) ?? []].flat().filter((text) => text.trim() !== ""),
  }));
  return { problems: [...new Set(problems)], typed: typed.filter(({ texts }) => texts.length > 0) };
}

/** The pages by how much of their address is said, that which says most first: as the framework chooses among them. */
const known = Object.keys(pages)
  .map((pattern) => pattern.split("/"))
  .sort((a, b) => rank(a).localeCompare(rank(b)));

function rank(parts: readonly string[]): string {
  return parts.map((part) => (part.startsWith("[") ? "2" : "1")).join("");
}

const fits = (parts: readonly string[], pattern: readonly string[]): boolean =>
  parts.length === pattern.length &&
  pattern.every((part, at) => part === parts[at] || (part.startsWith("[") && parts[at] !== ""));

/** The page above another: what an act was about, where the page of the act has nothing to show any more. */
export function pageAbove(path: string): string {
  const parts = (path.split("?")[0] ?? "").split("/");
  const pattern = known.find((each) => fits(parts, each)) ?? [];
  for (let length = pattern.length - 1; length > 1; length -= 1)
    if (pattern.slice(0, length).join("/") in pages) return parts.slice(0, length).join("/");
  return "/";
}
