import { useState } from "react";

import { SaveNote } from "@/components/field/save-note";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import type { FieldStore } from "@/lib/offline/store";
import type { Item } from "@/lib/offline/types";

type RefusedProps = { item: Item; problem: string; store: FieldStore; words: Words["field"] };

/** What will be true of an item once it is put away. */
function askOf({ body: { kind } }: Item, words: Words["field"]["away"]["ask"]): string {
  if (kind === "minutes" || kind === "photo") return words[kind];
  return kind === "sheet" || kind === "recheck" || kind === "caption" ? words.said : words.other;
}

/** Why the server would not have an item, and what a person can do about it; putting it away is asked twice. */
export function Refused({ item, problem, store, words }: RefusedProps) {
  const [asked, setAsked] = useState(false);
  const key = `decision ${item.id}`;
  const decide = (write: () => Promise<void>) => store.saving.save(key, null, write, { asked: true });
  const ask = (now: boolean) => () => {
    setAsked(now);
  };
  return (
    <>
      {`. ${fill(words.refusedTitle, { problem })} `}
      {!asked && (
        <>
          <button
            type="button"
            className="link-button"
            onClick={() => void decide(() => store.retry(item.id))}
          >
            {words.retry}
          </button>{" "}
          <button type="button" className="link-button" onClick={ask(true)}>
            {words.putAway}
          </button>
        </>
      )}
      {asked && (
        <div className="notice watch stack" role="alert">
          <p>{askOf(item, words.away.ask)}</p>
          <p className="row">
            <button
              type="button"
              className="button second"
              onClick={() => void decide(() => store.putAway(item.id))}
            >
              {words.away.yes}
            </button>
            <button type="button" className="link-button" onClick={ask(false)}>
              {words.away.no}
            </button>
          </p>
        </div>
      )}
      <SaveNote saving={store.saving} at={key} what={words.save.decision} words={words.save} />
    </>
  );
}
