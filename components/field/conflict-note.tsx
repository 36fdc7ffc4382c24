import { useId } from "react";

import { receiptSaid } from "@/components/field/receipt";
import { SaveNote } from "@/components/field/save-note";
import type { Words } from "@/components/field/words";
import type { Recheck } from "@/lib/findings/rechecks/types";
import { fill } from "@/lib/kernel/fill";
import { answersIn, recheckStanding } from "@/lib/offline/packed/rules";
import { contestedIn } from "@/lib/offline/conflict/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Choice, Held, Item, ItemConflict, SheetAnswers } from "@/lib/offline/types";

export type ConflictNoteProps = {
  visitId: string;
  groupCode: string;
  held: Held;
  store: FieldStore;
  words: Words;
};

const inConflict = (held: Held, visitId: string, subject: string): Item | undefined =>
  held.items.find(
    (each) => each.visitId === visitId && each.subject === subject && each.standing.state === "conflict",
  );

/** `from`: whose the other text is, where it is not the server's. */
type Line = { name: string; theirs: string; mine: string; from?: string };

type BothProps = {
  line: Line;
  /** What has been decided so far. */
  chosen: Choice | undefined;
  choose: (choice: Choice) => void;
  words: Words["field"];
};

/** Both texts about one thing, side by side, and a person decides. */
export function Both({ line, chosen, choose, words }: BothProps) {
  const { name, theirs, mine, from = words.conflictTheirs } = line;
  const said = { mine: [words.conflictMine, mine], theirs: [from, theirs] } as const;
  const group = useId();
  return (
    <fieldset className="field">
      <legend>{name}</legend>
      {(["mine", "theirs"] as const).map((choice) => (
        <label className="option" key={choice}>
          <input
            type="radio"
            name={group}
            checked={chosen === choice}
            onChange={() => {
              choose(choice);
            }}
          />
          <span>
            {said[choice][0]}: {said[choice][1]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const decisionOn = ({ id }: Item): string => `decision ${id}`;

/** A decision is asked for: one that could not be written is said, and made anew. */
const decide = (store: FieldStore, item: Item, write: () => Promise<void>): Promise<boolean> =>
  store.saving.save(decisionOn(item), null, write, { asked: true });

type UndecidedProps = { item: Item; store: FieldStore; words: Words["field"]["save"] };

const Undecided = ({ item, store, words }: UndecidedProps) => (
  <SaveNote saving={store.saving} at={decisionOn(item)} what={words.decision} words={words} />
);

const Kept = ({ conflict: { kept, keptAt }, words }: { conflict: ItemConflict; words: Words["field"] }) =>
  kept ? (
    <p>{fill(words.conflictKept, { receipt: receiptSaid({ number: kept, time: keptAt }, words) })}</p>
  ) : null;

/**
 * Two of one team wrote the same section. What only one of them wrote is there already; about each question that both wrote, a
 * person decides by itself.
 */
export function ConflictNote({ visitId, groupCode, held, store, words }: ConflictNoteProps) {
  const item = inConflict(held, visitId, `sheet:${groupCode}`);
  const sheet = held.sheets.find((each) => each.visitId === visitId && each.groupCode === groupCode);
  if (item?.standing.state !== "conflict" || item.body.kind !== "sheet") return null;
  const { conflict } = item.standing;
  const { answers: mine } = item.body;
  const theirs = answersIn(conflict.current);
  const said = (answer: SheetAnswers[string] | undefined): string =>
    answer ? [words.audits.outcome[answer.outcome], answer.note].filter(Boolean).join(". ") : "–";
  const { savedBy: name, savedAt: time } = conflict;
  return (
    <div className="notice watch stack" role="alert">
      <strong>{fill(words.field.conflictTitle, { name, group: groupCode, time })}</strong>
      <p>{words.field.conflictIntro}</p>
      {contestedIn(item, sheet ?? {}).map((code) => (
        <Both
          key={code}
          line={{ name: code, mine: said(mine[code]), theirs: said(theirs[code]) }}
          chosen={conflict.chosen?.[code]}
          choose={(choice) => void decide(store, item, () => store.choose(item.id, code, choice))}
          words={words.field}
        />
      ))}
      <Undecided item={item} store={store} words={words.field.save} />
      <Kept conflict={conflict} words={words.field} />
    </div>
  );
}

export type RecheckConflictProps = Omit<ConflictNoteProps, "groupCode"> & {
  finding: { id: string; questionCode: string };
};

/** Two of one team looked at the same earlier finding. */
export function RecheckConflict({ finding, visitId, held, store, words }: RecheckConflictProps) {
  const item = inConflict(held, visitId, `recheck:${finding.id}`);
  if (item?.standing.state !== "conflict" || item.body.kind !== "recheck") return null;
  const { current, savedBy: name, savedAt: time } = item.standing.conflict;
  const said = (recheck: Recheck | null): string =>
    recheck ? [words.findings.recheck[recheck.outcome], recheck.note].filter(Boolean).join(". ") : "–";
  const line = {
    name: finding.questionCode,
    mine: said(item.body),
    theirs: said(recheckStanding(current)),
  };
  return (
    <div className="notice watch stack" role="alert">
      <strong>{fill(words.field.recheckConflict, { name, code: finding.questionCode, time })}</strong>
      <Both
        line={line}
        chosen={undefined}
        choose={(choice) =>
          void decide(store, item, () => (choice === "mine" ? store.insist(item.id) : store.yield(item.id)))
        }
        words={words.field}
      />
      <Undecided item={item} store={store} words={words.field.save} />
      <Kept conflict={item.standing.conflict} words={words.field} />
    </div>
  );
}
