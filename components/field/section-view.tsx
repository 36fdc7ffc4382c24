import { useMemo } from "react";

import { ChoiceWithNote } from "@/components/field/choice-with-note";
import { placeOf } from "@/components/field/route";
import { QuestionPhotos } from "@/components/field/question-photos";
import { answersOf, asked, groupsOf, progress } from "@/components/field/sheets";
import { SaveNote } from "@/components/field/save-note";
import { useTyped } from "@/components/field/use-typed";
import { fill, type Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import { outcomes, type Group, type Question } from "@/lib/audits/types";
import { ConflictNote } from "@/components/field/conflict-note";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, SheetAnswers } from "@/lib/offline/types";

export type SectionViewProps = {
  visit: PackedVisit;
  group: Group;
  held: Held;
  store: FieldStore;
  words: Words;
};

const evidenceOf = (
  visit: PackedVisit,
  { evidence, basis, clauses }: Question,
  words: Words["field"],
): string => {
  const clause = clauses[visit.scope.editionId];
  return fill(words.evidence, { evidence, basis: clause ? `${visit.designation}, ${clause}` : basis });
};

type QuestionProps = {
  visit: PackedVisit;
  question: Question;
  answer: SheetAnswers[string] | undefined;
  held: Held;
  store: FieldStore;
  words: Words;
  changed: (answer: SheetAnswers[string]) => void;
};

function QuestionView({ visit, question, answer, held, store, words, changed }: QuestionProps) {
  const { code, text } = question;
  const before = visit.previous[code];
  const note = answer?.note ?? "";
  return (
    <fieldset className="field sheet-question" id={`question-${code.replace(".", "-")}`}>
      <legend>
        {code} {text}
      </legend>
      <span className="hint">
        {evidenceOf(visit, question, words.field)}{" "}
        {before && fill(words.field.previously, { outcome: words.audits.outcome[before.outcome] })}
      </span>
      <ChoiceWithNote
        kind="outcome"
        name={code}
        outcomes={outcomes}
        labels={words.audits.outcome}
        chosen={answer?.outcome}
        note={note}
        noteLabel={words.field.note}
        noteFor={fill(words.field.noteFor, { code })}
        choose={(outcome) => {
          changed({ outcome, note });
        }}
        write={(text) => {
          changed({ outcome: answer?.outcome ?? "not_checked", note: text });
        }}
      />
      <SaveNote
        saving={store.saving}
        at={`answer ${visit.id} ${code}`}
        what={fill(words.field.save.question, { code })}
        words={words.field.save}
      />
      <QuestionPhotos visit={visit} code={code} held={held} store={store} words={words.field} />
    </fieldset>
  );
}

/** One clause group a screen. What is chosen or typed is on the device before the finger is up. */
export function SectionView({ visit, group, held, store, words }: SectionViewProps) {
  const questions = useMemo(
    () => asked(visit).filter((each) => each.groupCode === group.code),
    [visit, group],
  );
  const groups = groupsOf(visit);
  const place = groups.findIndex((each) => each.code === group.code);
  const { done, total } = progress(visit, held, null);
  const { shown, change } = useTyped(answersOf(visit, held, group.code), {
    saving: store.saving,
    scope: `answer ${visit.id}`,
    record: (code, answer) => store.record(visit.id, group.code, code, answer),
  });
  const next = groups[place + 1]?.code ?? "check";
  const before = groups[place - 1]?.code;
  return (
    <div className="stack sheet-page">
      <p className="soft small">
        {fill(words.field.section, { n: place + 1, all: groups.length, done, total })}
      </p>
      <progress
        className="sheet-progress"
        max={total}
        value={done}
        aria-label={fill(words.field.progress, { done, total })}
      />
      <h1 tabIndex={-1}>{`${group.code}. ${group.title}`}</h1>
      <ConflictNote visitId={visit.id} groupCode={group.code} held={held} store={store} words={words} />
      <div className="sheet">
        {questions.map((question) => (
          <QuestionView
            key={question.code}
            visit={visit}
            question={question}
            answer={shown[question.code]}
            held={held}
            store={store}
            words={words}
            changed={(answer) => {
              change(question.code, answer);
            }}
          />
        ))}
      </div>
      <nav className="field-foot" aria-label={words.field.sections}>
        <a className="button second" href={placeOf(visit.id, before)}>
          {before ? words.field.before : words.field.back}
        </a>
        <a className="button" href={placeOf(visit.id, next)}>
          {next === "check" ? words.field.check : words.field.next}
        </a>
      </nav>
    </div>
  );
}
