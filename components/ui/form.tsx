"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";

import { AskedAs } from "@/components/ui/asked-as";
import { CheckView } from "@/components/ui/check-view";
import { DrawnAs } from "@/components/ui/drawn-as";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldInput } from "@/components/ui/field-input";
import {
  fillHere,
  isUnseen,
  isWritten,
  type Asking,
  type Field,
  type FormWords,
  type UnseenField,
  type VisibleField,
} from "@/components/ui/form-fields";
import { KeptNote } from "@/components/ui/kept-note";
import { MeantAsTyped } from "@/components/ui/meant-as-typed";
import { renewed } from "@/components/ui/renewed";
import { useSending } from "@/components/ui/use-sending";
import type { FormAction, FormProblem, FormState } from "@/lib/gate/types";

export type FormProps = {
  action: FormAction;
  /** What the form begins with: `untouched`, or what was kept when a session ran out. */
  initial: FormState;
  fields: readonly Field[];
  words: FormWords;
  /** Is another act the main one of its page? */
  second?: boolean;
  /** Draws the text that is read whole before it is recorded, where there is one. */
  draw?: (paper: unknown) => ReactNode;
};

function FieldHeading({ label, hint }: { label: string; hint: string | undefined }) {
  return (
    <div className="field-heading">
      <h2>{label}</h2>
      {hint && <p className="soft">{hint}</p>}
    </div>
  );
}

function ConflictNote({ words }: { words: FormWords }) {
  return (
    <div className="notice watch field">
      <strong>{words.conflictTitle}</strong>
      <p className="small">{words.conflictHint}</p>
    </div>
  );
}

function SecretNote({ secret }: { secret: NonNullable<FormState["secret"]> }) {
  return (
    <div className="notice good stack" role="status">
      <strong>{secret.title}</strong>
      <p>
        <output className="secret">{secret.value}</output>
      </p>
      <p>{secret.text}</p>
      <a className="button second" href={secret.next.href}>
        {secret.next.label}
      </a>
    </div>
  );
}

const askingOf = ({ kind }: VisibleField): Asking => {
  switch (kind) {
    case "text":
    case "password":
    case "textarea":
      return "text";
    case "select":
    case "radios":
    case "checkboxes":
      return "choice";
    case "date":
    case "number":
    case "file":
      return kind;
  }
};

/** A field that was left empty is asked for by its kind. */
const sentenceOf = (problem: FormProblem, fields: readonly VisibleField[], words: FormWords): string => {
  const field = problem.missing && fields.find(({ name }) => name === problem.field);
  return field ? words.missing[askingOf(field)] : problem.text;
};

/** The page's title says that its form was not taken, as long as that is so. */
function useFaultyTitle(faulty: boolean, prefix: string): void {
  useEffect(() => {
    if (!faulty) return;
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [faulty, prefix]);
}

/** A version is the one that was sent, however often the page is drawn since. */
function carried({ kind, name, value }: UnseenField, { values, conflict }: FormState, anew: boolean): string {
  const sent = values[name];
  const before = typeof sent === "string" ? sent : value;
  if (kind === "edited") return conflict?.current[name] ?? before;
  return kind === "read" && !anew ? before : value;
}

/** Which form of its page this is: a page may ask the same of several records. */
const keyOfFields = (fields: readonly Field[]): string =>
  fields.map((field) => (field.kind === "hidden" ? `${field.name}=${field.value}` : field.name)).join(" ");

type UnseenProps = { fields: readonly Field[]; shown: FormState; anew: boolean };

function Unseen({ fields, shown, anew }: UnseenProps) {
  return fields
    .filter(isUnseen)
    .map((field) => (
      <input key={field.name} type="hidden" name={field.name} value={carried(field, shown, anew)} />
    ));
}

type FieldsProps = {
  form: string;
  fields: readonly Field[];
  shown: FormState;
  words: FormWords;
  problemOf: (name: string) => string | undefined;
};

function Fields({ form, fields, shown, words, problemOf }: FieldsProps) {
  const { values, conflict } = shown;
  const wasSent = Object.keys(values).length > 0;
  return fields.map((field) => {
    if (isUnseen(field)) return null;
    if (field.kind === "heading")
      return <FieldHeading key={field.name} label={field.label} hint={field.hint} />;
    if (field.kind === "file" && field.atCheck) return null;
    return (
      <FieldInput
        key={field.name}
        form={form}
        field={field}
        typed={values[field.name] ?? (field.kind === "checkboxes" && wasSent ? [] : undefined)}
        problem={problemOf(field.name)}
        stored={conflict?.current[field.name]}
        words={words}
      />
    );
  });
}

/**
 * An office form. Works without JavaScript; keeps everything typed after a refusal and after trouble on the way, puts each message
 * at its field and all of them on top; shows the stored text beside one's own when somebody else saved first.
 */
export function Form({ action, initial, fields, words, second = false, draw }: FormProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const asideUnder = keyOfFields(fields);
  const { shown, edition, pending, send, submit, reopen } = useSending(action, initial, words, asideUnder);
  const { values, conflict, trouble } = shown;
  const visible = fields.filter((field) => !isUnseen(field) && field.kind !== "heading");
  const { problems } = shown;
  const signIn = problems.find((problem) => problem.signIn !== undefined)?.signIn;
  const reread = problems.find((problem) => problem.reread !== undefined)?.reread;
  const say = (problem: FormProblem): string => sentenceOf(problem, visible, words);
  const problemOf = (name: string): string | undefined => {
    const problem = problems.find((each) => each.field === name);
    return problem && say(problem);
  };
  const wasSent = Object.keys(values).length > 0;
  const restored = shown === initial && wasSent;
  useFaultyTitle(problems.length > 0, words.errorPrefix);
  if (shown.secret) return <SecretNote secret={shown.secret} />;
  const conflictWords = conflict && {
    ...words,
    conflictTitle: fillHere(words.conflictTitle, { savedBy: conflict.savedBy, savedAt: conflict.savedAt }),
  };
  return (
    <>
      {restored && <KeptNote keptAt={initial.keptAt ?? ""} {...{ words, send, submit }} />}
      <form
        key={edition}
        action={send}
        className="form"
        data-answered={problems.length > 0 || undefined}
        noValidate
        onSubmit={submit}
        ref={form}
      >
        {problems.length > 0 && (
          <ErrorSummary
            form={id}
            title={trouble || shown.stays ? words.troubleTitle : words.errorTitle}
            problems={problems}
            say={say}
            fields={visible}
          >
            {trouble === "outdated" && (
              <button
                type="button"
                className="button second"
                onClick={() => form.current && reopen(form.current)}
              >
                {words.reopen}
              </button>
            )}
            {signIn !== undefined && (
              <a className="button second" href={signIn} target="_blank">
                {words.signInElsewhere}
              </a>
            )}
            {reread !== undefined && (
              // Without scripts it is what it is: the way to this page.
              <a
                className="button second"
                href={reread}
                onClick={(event) => {
                  event.preventDefault();
                  if (form.current) reopen(form.current);
                }}
              >
                {words.reopen}
              </a>
            )}
          </ErrorSummary>
        )}
        {conflictWords && <ConflictNote words={conflictWords} />}
        <MeantAsTyped problems={problems} values={values} />
        {shown.reopened && <p className="notice watch field">{words.reopened}</p>}
        <DrawnAs drawn={renewed(shown.drawn ?? words.drawn)} />
        <AskedAs fields={visible.filter(isWritten)} />
        <Unseen {...{ fields, shown }} anew={restored || shown.reopened === true} />
        {shown.check ? (
          <CheckView
            form={id}
            check={shown.check}
            values={values}
            fields={visible}
            words={words}
            pending={pending}
            draw={draw}
            problemOf={problemOf}
          />
        ) : (
          <>
            <Fields form={id} {...{ fields, shown, words, problemOf }} />{" "}
            <button className={second ? "button second" : "button"} aria-disabled={pending}>
              {pending ? words.sending : words.submit}
            </button>
          </>
        )}
      </form>
    </>
  );
}
