import { useState } from "react";

import type { Fieldwork } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";

/** Whose account it is now, where another person has signed in while this page stood open: until somebody has read it. */
export function AnotherNote({
  field: { accountId, held },
  words,
}: {
  field: Fieldwork;
  words: Words["field"];
}) {
  const [seen, setSeen] = useState({ accountId, changed: false });
  if (accountId !== null && accountId !== seen.accountId)
    setSeen({ accountId, changed: seen.accountId !== null });
  if (!seen.changed || accountId === null) return null;
  const name = held?.pack?.name;
  const { another, anotherNamed, read } = words.ofOthers;
  return (
    <div className="notice watch stack" role="alert">
      <p>{name === undefined ? another : fill(anotherNamed, { name })}</p>
      <button
        type="button"
        className="button second"
        onClick={() => {
          setSeen({ accountId, changed: false });
        }}
      >
        {read}
      </button>
    </div>
  );
}
