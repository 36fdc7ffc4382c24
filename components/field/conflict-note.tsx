import { fill, type Words } from "@/components/field/words";
import type { Recheck } from "@/lib/findings/rechecks/types";
import { answersIn, recheckStanding } from "@/lib/offline/packed";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, Item, ItemConflict, SheetAnswers } from "@/lib/offline/types";

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

const inConflict = (held: Held, visitId: string, subject: string): Item | undefined =>
  held.items.find(
    (each) => each.visitId === visitId && each.subject === subject && each.standing.state === "conflict",
  );

type Line = { name: string; theirs: string; mine: string };

type BothProps = {
  item: Item;
  title: string;
  lines: readonly Line[];
  store: FieldStore;
  words: Words["field"];
};

/** Both texts side by side, and a person decides. */
function Both({ item, title, lines, store, words }: BothProps) {
  const kept = item.standing.state === "conflict" ? item.standing.conflict.kept : undefined;
  return (
    <div className="notice watch stack" role="alert">
      <strong>{title}</strong>
      <dl className="summary-list">
        {lines.map(({ name, theirs, mine }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {words.conflictTheirs}: {theirs}
              <br />
              {words.conflictMine}: {mine}
            </dd>
          </div>
        ))}
      </dl>
      {kept && <p>{fill(words.conflictKept, { number: kept })}</p>}
      <p className="row">
        <button type="button" className="button" onClick={() => void store.insist(item.id)}>
          {words.insist}
        </button>
        <button type="button" className="button second" onClick={() => void store.yield(item.id)}>
          {words.yield}
        </button>
      </p>
    </div>
  );
}

/** Two of one team wrote the same section. */
export function ConflictNote({ visitId, groupCode, held, store, words }: ConflictNoteProps) {
  const item = inConflict(held, visitId, `sheet:${groupCode}`);
  if (item?.standing.state !== "conflict" || item.body.kind !== "sheet") return null;
  const { conflict } = item.standing;
  const said = (answer: SheetAnswers[string] | undefined): string =>
    answer ? [words.audits.outcome[answer.outcome], answer.note].filter(Boolean).join(". ") : "–";
  const { savedBy: name, savedAt: time } = conflict;
  const lines = differing(item.body.answers, conflict).map(({ code, mine, theirs }) => ({
    name: code,
    mine: said(mine),
    theirs: said(theirs),
  }));
  const title = fill(words.field.conflictTitle, { name, group: groupCode, time });
  return <Both item={item} title={title} lines={lines} store={store} words={words.field} />;
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
  const title = fill(words.field.recheckConflict, { name, code: finding.questionCode, time });
  return <Both item={item} title={title} lines={[line]} store={store} words={words.field} />;
}
