import { useState } from "react";

import { fill, type Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/audits/field/types";
import type { Question } from "@/lib/audits/types";
import { severities, type FindingDraft, type Severity } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import { parseDate } from "@/lib/kernel/plain-date";

export type FindingFieldsProps = {
  visit: PackedVisit;
  question: Question | undefined;
  finding: FindingDraft;
  words: Words;
  changed: (finding: FindingDraft) => void;
};

function DueField({
  finding,
  words,
  changed,
}: Pick<FindingFieldsProps, "finding" | "changed"> & { words: Words["field"] }) {
  const [text, setText] = useState(finding.dueOn ? formatDate(finding.dueOn) : "");
  const bad = text.trim() !== "" && parseDate(text) === null;
  return (
    <label className={bad ? "field faulty" : "field"}>
      <span>{words.due}</span>
      {bad && <span className="fault">{words.badDate}</span>}
      <input
        className="input narrow"
        inputMode="numeric"
        value={text}
        aria-invalid={bad || undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          changed({ ...finding, dueOn: parseDate(event.currentTarget.value) });
        }}
      />
    </label>
  );
}

/** One finding as it will be issued: evidence, scope, grade and date. */
export function FindingFields({ visit, question, finding, words, changed }: FindingFieldsProps) {
  const { field } = words;
  const clause = question?.clauses[visit.scope.editionId];
  const basis = clause ? `${visit.designation}, ${clause}` : (question?.basis ?? "");
  return (
    <div
      className="stack finding-fields"
      role="group"
      aria-label={fill(field.finding, { code: finding.questionCode })}
    >
      <h3>{fill(field.finding, { code: finding.questionCode })}</h3>
      <p className="soft">
        {question?.text} {fill(field.requirement, { basis })}
      </p>
      <label className="field">
        <span>{field.severity}</span>
        <select
          className="input"
          value={finding.severity}
          onChange={(event) => {
            changed({ ...finding, severity: event.currentTarget.value as Severity });
          }}
        >
          {severities.map((severity) => (
            <option key={severity} value={severity}>
              {words.findings.severity[severity]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{field.findingEvidence}</span>
        <textarea
          className="input"
          rows={3}
          maxLength={4000}
          value={finding.evidence}
          onChange={(event) => {
            changed({ ...finding, evidence: event.currentTarget.value });
          }}
        />
      </label>
      <label className="field">
        <span>{field.findingScope}</span>
        <input
          className="input"
          maxLength={1000}
          value={finding.scope}
          onChange={(event) => {
            changed({ ...finding, scope: event.currentTarget.value });
          }}
        />
      </label>
      {finding.severity !== "observation" && <DueField finding={finding} words={field} changed={changed} />}
    </div>
  );
}
