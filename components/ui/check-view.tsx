import { useEffect, useRef, type ReactNode } from "react";

import { FieldInput } from "@/components/ui/field-input";
import type { FormWords, VisibleField } from "@/components/ui/form-fields";
import { lookedAt, lookedAtAs, type Check, type FormState } from "@/lib/gate/types";

type Props = {
  form: string;
  check: Check;
  values: FormState["values"];
  fields: readonly VisibleField[];
  words: FormWords;
  pending: boolean;
  /** Draws what is to be read whole. */
  draw: ((paper: unknown) => ReactNode) | undefined;
  /** What is wrong with a field, as a sentence. */
  problemOf: (name: string) => string | undefined;
};

/** What was typed, carried along unseen: exactly what was shown in words is what is recorded. */
function Carried({ values, fields }: Pick<Props, "values" | "fields">) {
  return fields.flatMap(({ name, kind }) =>
    kind === "file"
      ? []
      : [values[name] ?? []]
          .flat()
          .map((value) => <input type="hidden" key={`${name} ${value}`} name={name} value={value} />),
  );
}

/** The last look before something is recorded: all of it in words, what it changes, what is missing; then record, or go back. */
export function CheckView({ form, check, values, fields, words, pending, draw, problemOf }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { title } = check;
  useEffect(() => {
    heading.current?.focus();
  }, [title]);
  return (
    <div className="stack">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {check.facts.length > 0 && (
        <dl className="summary-list">
          {check.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {check.parts.map(({ title, lines, link }) => (
        <div className={link ? "notice watch" : "notice"} key={title}>
          <strong>{title}</strong>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {link && (
            <p>
              <a href={link.href}>{link.label}</a>
            </p>
          )}
        </div>
      ))}
      {check.paper !== undefined && draw?.(check.paper)}
      {check.shown !== undefined && <input type="hidden" name={lookedAtAs} value={check.shown} />}
      <Carried values={values} fields={fields} />
      {fields.map((field) =>
        field.kind === "file" ? (
          <FieldInput
            key={field.name}
            form={form}
            field={field}
            typed={values[field.name]}
            problem={problemOf(field.name)}
            stored={undefined}
            words={words}
          />
        ) : null,
      )}
      <p className="row">
        <button className="button" name={lookedAt} value="record" aria-disabled={pending}>
          {pending ? words.sending : check.submit}
        </button>{" "}
        <button className="button second" name={lookedAt} value="change" aria-disabled={pending}>
          {check.back}
        </button>
      </p>
    </div>
  );
}
