import { useState } from "react";

import { ChoiceRow } from "@/components/field/choice-row";
import { NoteDoubt } from "@/components/field/note-doubt";
import { NoteField } from "@/components/field/note-field";
import { phrasesFor } from "@/components/field/phrases";
import { QuestionPhotos } from "@/components/field/question-photos";
import { questionId } from "@/components/field/route";
import { SaveNote, useUnsaved } from "@/components/field/save-note";
import { doubtfulOf } from "@/components/field/sheets";
import { unreadOf } from "@/components/field/unread-files";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { outcomes, type Outcome, type Question } from "@/lib/checklists/types";
import { fill } from "@/lib/kernel/fill";
import type { Unsaved } from "@/lib/offline/saving";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, SheetAnswers } from "@/lib/offline/types";

export type QuestionViewProps = {
  visit: PackedVisit;
  question: Question;
  answer: SheetAnswers[string] | undefined;
  /** The colleague whose answer it is, while the group is in conflict; else null. */
  theirs: string | null;
  /** There is room beside the question for all that belongs to it. */
  wide: boolean;
  held: Held;
  store: FieldStore;
  words: Words;
  changed: (answer: SheetAnswers[string]) => void;
};

const answered = ["conforming", "partly", "not_conforming", "not_applicable"] as const;
const unanswered = ["not_checked"] as const;

const wantsWords = (outcome: Outcome | undefined): boolean =>
  outcome === "partly" || outcome === "not_conforming";

const evidenceOf = (
  visit: PackedVisit,
  { evidence, basis, clauses }: Question,
  words: Words["field"],
): string => {
  const clause = clauses[visit.scope.editionId];
  return fill(words.evidence, { evidence, basis: clause ? `${visit.designation}, ${clause}` : basis });
};

/** What was written last time, and where there is room what proves the answer. */
function Known({
  visit,
  question,
  wide,
  words,
}: Pick<QuestionViewProps, "visit" | "question" | "wide" | "words">) {
  const note = visit.previous[question.code]?.note;
  return (
    <>
      {note && <p className="known">{fill(words.field.previousNote, { note })}</p>}
      {wide && <p className="known">{evidenceOf(visit, question, words.field)}</p>}
    </>
  );
}

/** The question itself; whether the grade hangs on it, and how it stood last time, is read with it. */
function Title({ visit, question, words }: Pick<QuestionViewProps, "visit" | "question" | "words">) {
  const { code, text, gate } = question;
  const before = visit.previous[code];
  return (
    <legend>
      {code} {text}{" "}
      <span className="known">
        {gate && ` ${words.field.gate}`}
        {before && (
          <>
            {" "}
            <span className="last">
              {fill(words.field.previously, { outcome: words.audits.outcome[before.outcome] })}
            </span>
          </>
        )}
      </span>
    </legend>
  );
}

/** Photographs that are kept, those that the device could not keep yet, and files that are none. */
const hasPhotos = (
  visit: PackedVisit,
  held: Held,
  unsaved: ReadonlyMap<string, Unsaved>,
  code: string,
): boolean =>
  (visit.photos[code] ?? []).length > 0 ||
  held.photos.some((photo) => photo.visitId === visit.id && photo.questionCode === code) ||
  unreadOf(visit.id, held, unsaved).some(({ questionCode }) => questionCode === code) ||
  [...unsaved.keys()].some((key) => key.startsWith(`photo ${visit.id} ${code} `));

/**
 * A question is two finger-widths high until it needs more: what was seen, photographs and what proves it open by themselves where
 * the answer does not conform or something is there already, and else when they are asked for.
 */
export function QuestionView(props: QuestionViewProps) {
  const { visit, question, answer, theirs, wide, held, store, words, changed } = props;
  const { code } = question;
  const [wanted, setWanted] = useState<boolean | null>(null);
  const unsaved = useUnsaved(store.saving);
  const note = answer?.note ?? "";
  const needed = wantsWords(answer?.outcome) || note !== "" || hasPhotos(visit, held, unsaved, code);
  const talked = wanted ?? needed;
  const open = wide || talked;
  const id = questionId(code);
  const row = { kind: "outcome", name: code, labels: words.audits.outcome, chosen: answer?.outcome } as const;
  const choose = (outcome: Outcome): void => {
    setWanted((before) => (wantsWords(outcome) ? null : before));
    changed({ outcome, note });
  };
  return (
    <fieldset className="sheet-question" id={id}>
      <Title visit={visit} question={question} words={words} />
      <div className="asked">
        <Known visit={visit} question={question} wide={wide} words={words} />
        {theirs !== null && <p className="known">{fill(words.field.conflictOnly, { name: theirs })}</p>}
        <div className="choices">
          <ChoiceRow {...row} outcomes={wide ? outcomes : answered} choose={choose} />
          {!wide && (
            <button
              type="button"
              className="choice more"
              aria-expanded={open}
              aria-controls={`${id}-more`}
              onClick={() => {
                setWanted(!open);
              }}
            >
              {words.field.more}
              <span className="visually-hidden">{fill(words.field.moreFor, { code })}</span>
            </button>
          )}
        </div>
      </div>
      <SaveNote
        saving={store.saving}
        at={`answer ${visit.id} ${code}`}
        what={fill(words.field.save.question, { code })}
        words={words.field.save}
      />
      <div
        className="said"
        id={`${id}-more`}
        hidden={!open}
        onFocus={() => {
          setWanted(true);
        }}
      >
        {open && (
          <>
            {doubtfulOf(visit, held).includes(code) && (
              <NoteDoubt
                {...{ visitId: visit.id, code, store, words: words.field }}
                emptied={() => {
                  changed({ outcome: answer?.outcome ?? "not_checked", note: "" });
                }}
              />
            )}
            <NoteField
              note={note}
              label={words.field.note}
              labelFor={fill(words.field.noteFor, { code })}
              phrases={talked ? phrasesFor(visit, held, code, note) : []}
              phrasesLabel={words.field.useAgain}
              ask={words.field.fontDoubt.ask}
              write={(typed) => {
                changed({ outcome: answer?.outcome ?? "not_checked", note: typed });
              }}
            />
            <QuestionPhotos visit={visit} code={code} held={held} store={store} words={words.field} />
            {!wide && (
              <div className="beside">
                <p className="known">{evidenceOf(visit, question, words.field)}</p>
                {answer && <ChoiceRow {...row} outcomes={unanswered} choose={choose} />}
              </div>
            )}
          </>
        )}
      </div>
    </fieldset>
  );
}
