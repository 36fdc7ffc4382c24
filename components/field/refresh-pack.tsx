import { useState } from "react";

import type { Fieldwork, Refreshed } from "@/components/field/use-field";
import type { Words } from "@/components/field/words";

export type RefreshPackProps = { field: Fieldwork; className: string; words: Words["field"] };

/** Asks for a new pack, and says in one sentence what became of it. What the device cannot write is said where it is written. */
export function RefreshPack({ field, className, words }: RefreshPackProps) {
  const [came, setCame] = useState<Refreshed | "busy" | null>(null);
  const ask = async (): Promise<void> => {
    setCame("busy");
    setCame(await field.refresh());
  };
  const said =
    came && came in words.refreshed ? words.refreshed[came as keyof Words["field"]["refreshed"]] : "";
  const isGood = came === "open" || came === "busy";
  return (
    <>
      <button
        type="button"
        className={className}
        aria-disabled={came === "busy"}
        onClick={() => {
          if (came !== "busy") void ask();
        }}
      >
        {words.refresh}
      </button>{" "}
      <span role="status" className={said && !isGood ? "notice watch refreshed" : "soft refreshed"}>
        {said}
        {came === "signed-out" && (
          <>
            {" "}
            <a href="/sign-in?next=/field">{words.signIn}</a>
          </>
        )}
      </span>
    </>
  );
}
