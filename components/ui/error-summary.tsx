"use client";

import { useEffect, useRef, type ReactNode } from "react";

import { inputId, type VisibleField } from "@/components/ui/form-fields";
import type { FormProblem } from "@/lib/gate/types";

/** "Số quyết định: nhập nội dung": a sentence as it stands after the name of its field. */
const afterLabel = (label: string, text: string): string =>
  `${label}: ${/^\p{Lu}[\p{Ll}\p{M} ]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text}`;

export type ErrorSummaryProps = {
  form: string;
  title: string;
  problems: readonly FormProblem[];
  say: (problem: FormProblem) => string;
  fields: readonly VisibleField[];
  children?: ReactNode;
};

/** All that is in the way of a form, in the order of its fields, each with the way to its field. */
export function ErrorSummary({ form, title, problems, say, fields, children }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    summary.current?.focus();
  }, [problems]);
  const rank = ({ field }: FormProblem): number => fields.findIndex(({ name }) => name === field);
  return (
    <div className="notice bad field" role="alert" tabIndex={-1} ref={summary}>
      <strong>{title}</strong>
      <ul>
        {[...problems]
          .sort((a, b) => rank(a) - rank(b))
          .map((problem) => {
            const field = fields[rank(problem)];
            return (
              <li key={`${problem.field} ${problem.text}`}>
                {field ? (
                  <a href={`#${inputId(form, field.name)}`}>{afterLabel(field.label, say(problem))}</a>
                ) : (
                  say(problem)
                )}
              </li>
            );
          })}
      </ul>
      {children}
    </div>
  );
}
