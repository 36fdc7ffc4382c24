import { useState } from "react";

import { requirementOf } from "@/components/field/minutes";
import { phrasesFor, scopeAbove, withPhrase } from "@/components/field/finding-phrases";
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
  /** All findings of the visit, this one among them. */
  findings: readonly FindingDraft[];
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

/** Where it was seen: once typed, one tap for the findings that follow. */
function ScopeField({ visit, finding, findings, words, changed }: Omit<FindingFieldsProps, "question">) {
  const above = scopeAbove(findings, finding);
  const known = `scopes-${finding.questionCode}`;
  return (
    <>
      <label className="field">
        <span>{words.field.findingScope}</span>
        <input
          className="input"
          maxLength={1000}
          list={known}
          value={finding.scope}
          onChange={(event) => {
            changed({ ...finding, scope: event.currentTarget.value });
          }}
        />
      </label>
      <datalist id={known}>
        {phrasesFor(visit, findings, finding).scope.map((scope) => (
          <option key={scope} value={scope} />
        ))}
      </datalist>
      {above !== null && (
        <button
          type="button"
          className="button second phrase"
          onClick={() => {
            changed({ ...finding, scope: above });
          }}
        >
          {fill(words.field.phrases.sameScope, { scope: above })}
        </button>
      )}
    </>
  );
}

/** What was written of this agency before, to be taken again. */
function EvidencePhrases({ visit, finding, findings, words, changed }: Omit<FindingFieldsProps, "question">) {
  const { evidence } = phrasesFor(visit, findings, finding);
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>{fill(words.field.phrases.evidence, { count: evidence.length })}</summary>
      <ul className="plain">
        {evidence.map((phrase) => (
          <li key={phrase}>
            <button
              type="button"
              className="link-button phrase"
              onClick={() => {
                changed({ ...finding, evidence: withPhrase(finding.evidence, phrase) });
              }}
            >
              {phrase}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** One finding as it will be issued: evidence, scope, grade and date. */
export function FindingFields({ question, ...props }: FindingFieldsProps) {
  const { visit, finding, words, changed } = props;
  const { field } = words;
  const basis = requirementOf(visit, question);
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
      <EvidencePhrases {...props} />
      <ScopeField {...props} />
      {finding.severity !== "observation" && <DueField finding={finding} words={field} changed={changed} />}
    </div>
  );
}
