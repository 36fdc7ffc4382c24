/** Tones of the design: what is well, under way, needs somebody to act, waits for others, is over. */
export type Tone = "good" | "watch" | "bad" | "waiting" | "over";

const drawn = {
  good: <path d="m2 6.5 3 3 5-7" />,
  watch: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" stroke="none" />
    </>
  ),
  bad: <circle cx="6" cy="6" r="4.5" />,
  waiting: <path d="M4 2v8M8 2v8" />,
  over: <path d="M2 6h8" />,
} as const satisfies Record<Tone, unknown>;

/** The sign of a state, drawn: many faces lack the letters for it, or have them tiny. The word beside it says the same. */
export function Sign({ tone }: { tone: Tone }) {
  return (
    <svg className="sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {drawn[tone]}
    </svg>
  );
}
