"use client";

import { useActionState } from "react";

import { AskedAs } from "@/components/ui/asked-as";
import { DrawnAs } from "@/components/ui/drawn-as";
import { MeantAsTyped } from "@/components/ui/meant-as-typed";
import { TextArea } from "@/components/ui/text-area";
import type { Drawn, FormAction, FormState } from "@/lib/gate/types";
import { fill } from "@/lib/kernel/fill";

export type SheetQuestion = {
  code: string;
  text: string;
  hint: string;
  outcome: string | null;
  note: string;
  noteLabel: string;
  photos: { label: string; href: string };
};

export type SheetWords = {
  drawn: Drawn | null;
  outcomes: readonly { value: string; label: string }[];
  note: string;
  next: string;
  back: string;
  conflict: string;
};

export type GroupSheetProps = {
  visitId: string;
  groupCode: string;
  version: number;
  next: string;
  questions: readonly SheetQuestion[];
  action: FormAction;
  initial: FormState;
  words: SheetWords;
};

type Stored = Readonly<Record<string, string>> | null;

function Question({
  question,
  typed,
  stored,
  words,
}: {
  question: SheetQuestion;
  typed: FormState["values"];
  stored: Stored;
  words: SheetWords;
}) {
  const { code, text, hint, note, noteLabel, photos } = question;
  const chosen = typed[`outcome.${code}`] ?? question.outcome;
  const written = String(typed[`note.${code}`] ?? note);
  const theirs = stored?.[`outcome.${code}`];
  const differs = theirs !== undefined && (theirs !== chosen || (stored?.[`note.${code}`] ?? "") !== written);
  const label = (value: string | undefined) =>
    words.outcomes.find((each) => each.value === value)?.label ?? "–";
  return (
    <fieldset className="field sheet-question" id={`question-${code.replace(".", "-")}`}>
      <legend>
        {code} {text}
      </legend>
      <span className="hint">{hint}</span>
      {words.outcomes.map(({ value, label: name }) => (
        <label className={`option outcome-${value}`} key={`${value} ${String(chosen === value)}`}>
          <input type="radio" name={`outcome.${code}`} value={value} defaultChecked={chosen === value} />
          <span>{name}</span>
        </label>
      ))}
      <label className="sheet-note">
        <span aria-hidden="true">{words.note}</span>
        <span className="visually-hidden">{noteLabel}</span>
        <TextArea className="input" name={`note.${code}`} rows={2} maxLength={4000} defaultValue={written} />
      </label>
      <a className="sheet-photos" href={photos.href}>
        {photos.label} <span className="visually-hidden">{code}</span>
      </a>
      {differs && (
        <div className="stored">
          {label(theirs)}. {stored?.[`note.${code}`]}
        </div>
      )}
    </fieldset>
  );
}

/**
 * The questions of one clause group as a form, for where the app of the field does not run: its buttons save. Somebody else's text
 * is shown beside one's own, never overwritten unseen.
 */
export function GroupSheet(props: GroupSheetProps) {
  const { visitId, groupCode, version, next, questions, action, initial, words } = props;
  const [{ problems, values, conflict, drawn }, send, pending] = useActionState(action, initial);
  const stored = conflict?.current ?? null;
  return (
    <form
      action={send}
      className="sheet"
      data-answered={problems.length > 0 || undefined}
      onSubmit={(event) => pending && event.preventDefault()}
    >
      <DrawnAs drawn={drawn ?? words.drawn} />
      <AskedAs
        fields={questions.map(({ code, noteLabel }) => ({ name: `note.${code}`, label: noteLabel }))}
      />
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="groupCode" value={groupCode} />
      <input type="hidden" name="version" value={stored?.["version"] ?? version} />
      {problems.length > 0 && (
        <div className="notice bad" role="alert">
          {problems.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
          {conflict && <p>{fill(words.conflict, { name: conflict.savedBy, time: conflict.savedAt })}</p>}
        </div>
      )}
      <MeantAsTyped problems={problems} values={values} />
      {questions.map((question) => (
        <Question key={question.code} question={question} typed={values} stored={stored} words={words} />
      ))}
      <div className="sheet-foot">
        <div className="sheet-buttons">
          <button className="button second" name="to" value="" aria-disabled={pending}>
            {words.back}
          </button>{" "}
          <button className="button" name="to" value={next} aria-disabled={pending}>
            {words.next}
          </button>
        </div>
      </div>
    </form>
  );
}
