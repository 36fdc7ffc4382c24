import { looksLegacy } from "@/lib/kernel/legacy-font";

/** Asks beside a text whether it was typed for an old font. It is kept as it stands, whatever the answer is. */
export function FontDoubt({ text, ask }: { text: string; ask: string }) {
  return looksLegacy(text) ? (
    <p className="notice watch" role="status">
      {ask}
    </p>
  ) : null;
}
