import { roman } from "@/lib/visits/wording/parts/rules";
import type { WordBlock, WordTable } from "@/lib/visits/wording/types";

/** A part as a screen draws it: headings with their numbers, the items of one list together. */
export type ShownBlock =
  | { kind: "heading" | "subheading" | "paragraph"; text: string }
  | { kind: "list"; items: readonly string[] }
  | WordTable
  | { kind: "room"; lines: number };

/** Blocks with the numbers that Word gives their headings: I, II, III, and 1, 2, 3 below each. */
export function shownBlocks(body: readonly WordBlock[]): ShownBlock[] {
  const shown: ShownBlock[] = [];
  let [parts, below] = [0, 0];
  for (const block of body) {
    if (block.kind === "table" || block.kind === "room") {
      shown.push(block);
      continue;
    }
    const { kind, text } = block;
    const last = shown.at(-1);
    if (kind === "heading") [parts, below] = [parts + 1, 0];
    if (kind === "subheading") below += 1;
    if (kind === "item" && last?.kind === "list")
      shown[shown.length - 1] = { kind: "list", items: [...last.items, text] };
    else if (kind === "item") shown.push({ kind: "list", items: [text] });
    else if (kind === "heading") shown.push({ kind, text: `${roman(parts - 1)}. ${text}` });
    else shown.push({ kind, text: kind === "subheading" ? `${below}. ${text}` : text });
  }
  return shown;
}

/** Letters and digits held together by hyphens, strokes and points; from its stroke on where room is left for the number. */
const joined = /\/?[\p{L}\p{N}]+(?:[-/.][\p{L}\p{N}]+)+/gu;

/** Longer ones would be wider than the screen of a phone. */
const longestCode = 32;

/** A text apart at its codes, "QT-TCKH-04/06", "19/2014/QĐ-TTg": every second part is one, and stays on one line. */
export function apartAtCodes(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: code, index } of text.matchAll(joined)) {
    if (!/^\/|\p{N}/u.test(code) || code.length > longestCode) continue;
    parts.push(text.slice(from, index), code);
    from = index + code.length;
  }
  return [...parts, text.slice(from)];
}
