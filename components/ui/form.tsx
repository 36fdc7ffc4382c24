"use client";

import { useActionState, useEffect, useRef } from "react";

import { FieldInput } from "@/components/ui/field-input";
import { inputId, type Field, type FormWords } from "@/components/ui/form-fields";
import type { FormAction, FormState } from "@/lib/gate/types";

export type FormProps = {
  action: FormAction;
  /** What the form begins with: `untouched`, or what was kept when a session ran out. */
  initial: FormState;
  fields: readonly Field[];
  words: FormWords;
};

function ErrorSummary({ state, title }: { state: FormState; title: string }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    summary.current?.focus();
  }, [state]);
  return (
    <div className="notice bad field" role="alert" tabIndex={-1} ref={summary}>
      <strong>{title}</strong>
      <ul>
        {state.problems.map(({ field, text }) => (
          <li key={`${field} ${text}`}>{field ? <a href={`#${inputId(field)}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}

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

const fill = (sentence: string, values: Record<string, string>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * An office form. Works without JavaScript; keeps everything typed after a refusal, puts each message at its field and all of
 * them on top; shows the stored text beside one's own when somebody else saved first.
 */
export function Form({ action, initial, fields, words }: FormProps) {
  const [state, send, pending] = useActionState(action, initial);
  const { problems, values, conflict } = state;
  const restored = state === initial && Object.keys(initial.values).length > 0;
  useEffect(() => {
    if (problems.length > 0 && !document.title.startsWith(words.errorPrefix))
      document.title = words.errorPrefix + document.title;
  }, [problems, words.errorPrefix]);
  const conflictWords = conflict && {
    ...words,
    conflictTitle: fill(words.conflictTitle, { savedBy: conflict.savedBy, savedAt: conflict.savedAt }),
  };
  if (state.secret) return <SecretNote secret={state.secret} />;
  return (
    <form action={send} className="form" noValidate onSubmit={(event) => pending && event.preventDefault()}>
      {problems.length > 0 && <ErrorSummary state={state} title={words.errorTitle} />}
      {conflictWords && <ConflictNote words={conflictWords} />}
      {restored && <p className="notice watch field">{words.restored}</p>}
      {fields.map((field) => {
        if (field.kind === "hidden") {
          return (
            <input
              key={field.name}
              type="hidden"
              name={field.name}
              value={conflict?.current[field.name] ?? field.value}
            />
          );
        }
        if (field.kind === "heading")
          return <FieldHeading key={field.name} label={field.label} hint={field.hint} />;
        return (
          <FieldInput
            key={field.name}
            field={field}
            typed={values[field.name]}
            problem={problems.find((each) => each.field === field.name)?.text}
            stored={conflict?.current[field.name]}
            words={words}
          />
        );
      })}
      <button className="button" aria-disabled={pending}>
        {pending ? words.sending : words.submit}
      </button>
    </form>
  );
}
