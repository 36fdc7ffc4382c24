import { useState } from "react";

import { SaveNote } from "@/components/field/save-note";
import { toldSaid } from "@/components/field/told";
import type { Words } from "@/components/field/words";
import { fill } from "@/lib/kernel/fill";
import type { FieldStore } from "@/lib/offline/store";
import type { Item, Told } from "@/lib/offline/types";

/** What will be true of an item once it is put away. */
function askOf({ body: { kind } }: Item, words: Words["field"]["away"]["ask"]): string {
  if (kind === "minutes" || kind === "photo") return words[kind];
  return kind === "sheet" || kind === "recheck" || kind === "caption" ? words.said : words.other;
}

type WayOnProps = {
  items: readonly Item[];
  at: string;
  /** Of one item or of several: to send again, to put away, and to do so once it was asked. */
  keys: { again: string; away: string; yes: string; ask: readonly string[] };
  store: FieldStore;
  words: Words["field"];
};

/** What a person can do about what the server would not have; putting away is asked twice. */
function WayOn({ items, at, keys, store, words }: WayOnProps) {
  const [asked, setAsked] = useState(false);
  const ids = items.map(({ id }) => id);
  const decide = (write: () => Promise<void>) => store.saving.save(at, null, write, { asked: true });
  const ask = (now: boolean) => () => {
    setAsked(now);
  };
  return (
    <>
      {!asked && (
        <>
          <button
            type="button"
            className="link-button"
            onClick={() => void decide(() => store.retry(...ids))}
          >
            {keys.again}
          </button>{" "}
          <button type="button" className="link-button" onClick={ask(true)}>
            {keys.away}
          </button>
        </>
      )}
      {asked && (
        <div className="notice watch stack" role="alert">
          {keys.ask.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="row">
            <button
              type="button"
              className="button second"
              onClick={() => void decide(() => store.putAway(...ids))}
            >
              {keys.yes}
            </button>{" "}
            <button type="button" className="link-button" onClick={ask(false)}>
              {words.away.no}
            </button>
          </p>
        </div>
      )}
      <SaveNote saving={store.saving} at={at} what={words.save.decision} words={words.save} />
    </>
  );
}

type RefusedProps = { item: Item; told: Told; unkept: Told | undefined; store: FieldStore; words: Words };

/** Why the server would not have an item, nor keep it beside where that was tried, and what a person can do about it. */
export function Refused({ item, told, unkept, store, words: { field: words, problems } }: RefusedProps) {
  const { away, retry, putAway } = words;
  return (
    <>
      {`. ${fill(words.refusedTitle, { problem: toldSaid(told, problems) })} `}
      {unkept && (
        <span className="notice bad" role="alert">
          {fill(away.unkept, { problem: toldSaid(unkept, problems) })}
        </span>
      )}
      <WayOn
        items={[item]}
        at={`decision ${item.id}`}
        keys={{ again: retry, away: putAway, yes: away.yes, ask: [askOf(item, away.ask)] }}
        store={store}
        words={words}
      />
    </>
  );
}

type AllRefusedProps = { visitId: string; items: readonly Item[]; store: FieldStore; words: Words["field"] };

/** The same for all of a visit at once, beside the single ones; nothing where there is one or none. */
export function AllRefused({ visitId, items, store, words }: AllRefusedProps) {
  if (items.length < 2) return null;
  const { away, retryAll, putAwayAll } = words;
  const count = { count: items.length };
  const kinds = [...new Set(items.map((item) => askOf(item, away.ask)))];
  return (
    <div>
      <WayOn
        items={items}
        at={`decisions ${visitId}`}
        keys={{
          again: fill(retryAll, count),
          away: fill(putAwayAll, count),
          yes: fill(away.yesAll, count),
          ask: [fill(away.askAll, count), ...kinds],
        }}
        store={store}
        words={words}
      />
    </div>
  );
}
