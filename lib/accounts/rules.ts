import type { Role } from "@/lib/identity/types";

/** Officers and heads belong to an agency; everybody else to the province. */
export const needsAgency = (role: Role): boolean => role === "officer" || role === "head";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * A one-time password read aloud and typed without mistakes: four groups of four, no letters that look alike. Bytes beyond
 * the last whole multiple of the alphabet are skipped, so that every letter is equally likely (79 bits).
 */
export function readablePassword(bytes: Iterable<number>): string {
  const usable = 256 - (256 % letters.length);
  const drawn = [...bytes].filter((byte) => byte < usable).map((byte) => letters[byte % letters.length]);
  if (drawn.length < 16) throw new Error("too few random bytes");
  return [0, 4, 8, 12].map((start) => drawn.slice(start, start + 4).join("")).join("-");
}

/** "Chrome, Windows": what a person recognises of a browser's long name. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const browser = /Edg\//.test(userAgent)
    ? "Edge"
    : (/(Firefox|coc_coc_browser|OPR|Chrome|Safari)\//.exec(userAgent)?.[1] ?? null);
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(userAgent)?.[1] ?? null;
  const names = { coc_coc_browser: "Cốc Cốc", OPR: "Opera" } as Record<string, string>;
  const known = [browser && (names[browser] ?? browser), system].filter((each) => each !== null);
  return known.length > 0 ? known.join(", ") : userAgent.slice(0, 40);
}
