/** Tones of the design: what is well, under way, needs somebody to act, waits for others, is over. */
export type Tone = "good" | "watch" | "bad" | "waiting" | "over";

export const signs = { good: "✓", watch: "◐", bad: "○", waiting: "⏸", over: "–" } satisfies Record<
  Tone,
  string
>;

/** A state told three ways at once: sign, word, colour. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`tag ${tone}`}>
      <span aria-hidden="true">{signs[tone]}</span>
      {children}
    </span>
  );
}
