import { fill, type Words } from "@/components/field/words";
import { answersIn, type FieldStore, type Held } from "@/lib/offline/store";
import type { Item, ItemConflict, SheetAnswers } from "@/lib/offline/types";

export type ConflictNoteProps = {
  visitId: string;
  groupCode: string;
  held: Held;
  store: FieldStore;
  words: Words;
};

type Differing = { code: string; mine: SheetAnswers[string] | undefined; theirs: SheetAnswers[string] };

const differing = (mine: SheetAnswers, { current }: ItemConflict): Differing[] =>
  Object.entries(answersIn(current)).flatMap(([code, theirs]) => {
    const own = mine[code];
    return own?.outcome === theirs.outcome && own.note === theirs.note ? [] : [{ code, mine: own, theirs }];
  });

/** Two of one team wrote the same section: both texts side by side, and a person decides. */
export function ConflictNote({ visitId, groupCode, held, store, words }: ConflictNoteProps) {
  const item = held.items.find(
    (each): each is Item =>
      each.visitId === visitId && each.subject === `sheet:${groupCode}` && each.standing.state === "conflict",
  );
  if (item?.standing.state !== "conflict" || item.body.kind !== "sheet") return null;
  const { conflict } = item.standing;
  const { answers } = item.body;
  const said = (answer: SheetAnswers[string] | undefined): string =>
    answer ? [words.audits.outcome[answer.outcome], answer.note].filter(Boolean).join(". ") : "–";
  const { field } = words;
  return (
    <div className="notice watch stack" role="alert">
      <strong>
        {fill(field.conflictTitle, { name: conflict.savedBy, group: groupCode, time: conflict.savedAt })}
      </strong>
      <dl className="summary-list">
        {differing(answers, conflict).map(({ code, mine, theirs }) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>
              {field.conflictTheirs}: {said(theirs)}
              <br />
              {field.conflictMine}: {said(mine)}
            </dd>
          </div>
        ))}
      </dl>
      {conflict.kept && <p>{fill(field.conflictKept, { number: conflict.kept })}</p>}
      <p className="row">
        <button type="button" className="button" onClick={() => void store.insist(item.id)}>
          {field.insist}
        </button>
        <button type="button" className="button second" onClick={() => void store.yield(item.id)}>
          {field.yield}
        </button>
      </p>
    </div>
  );
}
