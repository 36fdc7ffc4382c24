import { useState } from "react";

import type { AnswerText } from "@/lib/audits/types";
import type { SheetAnswers } from "@/lib/offline/types";

const same = (a: AnswerText | undefined, b: AnswerText | undefined): boolean =>
  a?.outcome === b?.outcome && a?.note === b?.note;

/**
 * Shows what is typed at once, and the device's copy as soon as it says the same: what a colleague saved meanwhile is seen, and a
 * key is never swallowed by a slow disk.
 */
export function useTyped(
  stored: SheetAnswers,
  record: (code: string, answer: AnswerText) => Promise<void>,
): { answers: SheetAnswers; change: (code: string, answer: AnswerText) => void } {
  const [typed, setTyped] = useState<SheetAnswers>({});
  const settled = Object.entries(typed).filter(([code, answer]) => same(stored[code], answer));
  if (settled.length > 0)
    setTyped(
      Object.fromEntries(Object.entries(typed).filter(([code, answer]) => !same(stored[code], answer))),
    );
  return {
    answers: { ...stored, ...typed },
    change: (code, answer) => {
      setTyped((before) => ({ ...before, [code]: answer }));
      void record(code, answer);
    },
  };
}
