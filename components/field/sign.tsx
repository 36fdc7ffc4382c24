import type { Outcome } from "@/lib/audits/types";
import type { RecheckOutcome } from "@/lib/findings/rechecks/types";

const drawn = {
  done: <path d="m2 6.5 3 3 5-7" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" stroke="none" />
    </>
  ),
  open: <circle cx="6" cy="6" r="4.5" />,
  none: <path d="M2 6h8" />,
} as const;

const signOf = {
  conforming: "done",
  corrected: "done",
  partly: "half",
  partly_corrected: "half",
  not_conforming: "open",
  not_corrected: "open",
  not_applicable: "none",
  not_checked: "none",
} as const satisfies Record<Outcome | RecheckOutcome, keyof typeof drawn>;

/** The sign of an outcome, drawn: many faces lack the letters for it, or have them tiny. */
export function Sign({ of }: { of: Outcome | RecheckOutcome }) {
  return (
    <svg className="sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {drawn[signOf[of]]}
    </svg>
  );
}
