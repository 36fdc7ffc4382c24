"use client";

import { useEffect, useId, useRef, type ReactNode } from "react";

import { CheckView } from "@/components/ui/check-view";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldInput } from "@/components/ui/field-input";
import {
  fill,
  type Asking,
  type Field,
  type FormWords,
  type VisibleField,
} from "@/components/ui/form-fields";
import { MeantAsTyped } from "@/components/ui/meant-as-typed";
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
      <a className="button" href={secret.next.href}>
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

function Hidden({ field, state }: { field: Extract<Field, { kind: "hidden" }>; state: FormState }) {
  // The version is the one that the typed text was made from, however often the page is drawn since.
  const typed = field.name === "version" ? state.values["version"] : undefined;
  const value = state.conflict?.current[field.name] ?? (typeof typed === "string" ? typed : field.value);
  return <input type="hidden" name={field.name} value={value} />;
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
    if (field.kind === "hidden") return <Hidden key={field.name} field={field} state={shown} />;
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
  const asideUnder = fields.map(({ name }) => name).join(" ");
  const { shown, pending, send, submit, reopen } = useSending(action, initial, words, asideUnder);
  const { values, conflict, trouble } = shown;
  const visible = fields.filter((field) => field.kind !== "hidden" && field.kind !== "heading");
  const { problems } = shown;
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
    conflictTitle: fill(words.conflictTitle, { savedBy: conflict.savedBy, savedAt: conflict.savedAt }),
  };
  return (
    <form action={send} className="form" noValidate onSubmit={submit} ref={form}>
      {problems.length > 0 && (
        <ErrorSummary
          form={id}
          title={trouble ? words.troubleTitle : words.errorTitle}
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
        </ErrorSummary>
      )}
      {conflictWords && <ConflictNote words={conflictWords} />}
      <MeantAsTyped problems={problems} values={values} />
      {restored && <p className="notice watch field">{words.restored}</p>}
      {shown.reopened && <p className="notice watch field">{words.reopened}</p>}
      {shown.check ? (
        <>
          {fields.map(
            (field) => field.kind === "hidden" && <Hidden key={field.name} field={field} state={shown} />,
          )}
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
        </>
      ) : (
        <>
          <Fields form={id} {...{ fields, shown, words, problemOf }} />
          <button className={second ? "button second" : "button"} aria-disabled={pending}>
            {pending ? words.sending : words.submit}
          </button>
        </>
      )}
    </form>
  );
}
