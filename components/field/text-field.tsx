import type { ReactNode } from "react";

import type { Words } from "@/components/field/words";
import { fieldId } from "@/components/field/field-id";
import { fill } from "@/lib/kernel/fill";
import { FontDoubt } from "@/components/field/font-doubt";
import type { Problem } from "@/lib/kernel/problem";

/** What is wrong at a field, by its name; undefined where nothing is. */
export type Faults = (name: string) => string | undefined;

export const faultsOf =
  (problems: readonly Problem[], words: Words): Faults =>
  (name) => {
    const found = problems.find(({ field }) => field === name);
    return found && fill(words.problems[found.code], found.values ?? {});
  };

type Named = { name: string; label: string; hint?: string; fault: string | undefined };
type Control = { id: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/** A control with its label, its hint, and what is wrong with it right beside it. */
export function Labelled({
  name,
  label,
  hint,
  fault,
  children,
}: Named & { children: (control: Control) => ReactNode }) {
  const id = fieldId(name);
  const said = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return (
    <div className={fault ? "field faulty" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault && (
        <span className="fault" id={`${id}-fault`}>
          {fault}
        </span>
      )}
      {children({ id, "aria-invalid": fault ? true : undefined, "aria-describedby": said || undefined })}
    </div>
  );
}

export type TextFieldProps = Named & {
  value: string;
  maxLength: number;
  rows?: number;
  /** What may be taken again instead of typed. */
  known?: readonly string[];
  /** What is asked where it may be of an old font. */
  ask: string;
  changed: (value: string) => void;
};

/** One line of text, or several where rows are named. */
export function TextField({ value, maxLength, rows, known = [], ask, changed, ...named }: TextFieldProps) {
  const list = `${fieldId(named.name)}-known`;
  return (
    <Labelled {...named}>
      {(control) => (
        <>
          {rows === undefined ? (
            <input
              {...control}
              className="input"
              autoComplete="off"
              list={known.length > 0 ? list : undefined}
              maxLength={maxLength}
              value={value}
              onChange={(event) => {
                changed(event.currentTarget.value);
              }}
            />
          ) : (
            <textarea
              {...control}
              className="input"
              rows={rows}
              maxLength={maxLength}
              value={value}
              onChange={(event) => {
                changed(event.currentTarget.value);
              }}
            />
          )}
          {known.length > 0 && (
            <datalist id={list}>
              {known.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          )}
          <FontDoubt text={value} ask={ask} />
        </>
      )}
    </Labelled>
  );
}
