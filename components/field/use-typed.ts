import { useState } from "react";

import { valuesUnder, type Saving } from "@/lib/offline/saving";

/** What is chosen, and what is written about it. */
type Said = { outcome: string | null; note: string };

const same = (a: Said | undefined, b: Said | undefined): boolean =>
  a?.outcome === b?.outcome && a?.note === b?.note;

/** Where what is typed goes: through `saving`, each thing under "<scope> <its key>". */
export type Keeping<T> = {
  saving: Saving;
  scope: string;
  record: (key: string, said: T) => Promise<void>;
};

/**
 * Shows what is typed at once, and the device's copy as soon as it says the same: what a colleague saved meanwhile is seen, and a
 * key is never swallowed by a slow disk or a full one. What could not be written is there again when the screen is.
 */
export function useTyped<T extends Said>(
  stored: Readonly<Record<string, T>>,
  { saving, scope, record }: Keeping<T>,
): { shown: Readonly<Record<string, T>>; change: (key: string, said: T) => void } {
  const [typed, setTyped] = useState<Readonly<Record<string, T>>>(() => valuesUnder(saving.unsaved, scope));
  const settled = Object.entries(typed).filter(([key, said]) => same(stored[key], said));
  if (settled.length > 0)
    setTyped(Object.fromEntries(Object.entries(typed).filter(([key, said]) => !same(stored[key], said))));
  return {
    shown: { ...stored, ...typed },
    change: (key, said) => {
      setTyped((before) => ({ ...before, [key]: said }));
      void saving.save(`${scope} ${key}`, said, () => record(key, said));
    },
  };
}
