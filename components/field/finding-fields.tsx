import { Fragment, useState } from "react";

import { DateField } from "@/components/field/date-field";
import { phrasesFor, scopeAbove, withPhrase } from "@/components/field/finding-phrases";
import { requirementOf } from "@/components/field/minutes";
import { Labelled, TextField, type Faults } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { Question } from "@/lib/checklists/types";
import { severities, type FindingDraft, type Severity } from "@/lib/findings/types";
import { fill } from "@/lib/kernel/fill";
import { formatDate } from "@/lib/kernel/format";
import { requirementText } from "@/lib/legal/rules";

export type FindingFieldsProps = {
  visit: PackedVisit;
  question: Question | undefined;
  finding: FindingDraft;
  /** All findings of the visit, this one among them. */
  findings: readonly FindingDraft[];
  /** Something of it is still to be written. */
  wanting: boolean;
  faults: Faults;
  words: Words;
  changed: (finding: FindingDraft) => void;
};

type Phrased = Omit<FindingFieldsProps, "question" | "faults" | "wanting">;

/** Where it was found so far: once typed, one tap for the findings that follow. */
function ScopePhrase({ finding, findings, words, changed }: Phrased) {
  const above = scopeAbove(findings, finding);
  if (above === null) return null;
  return (
    <button
      type="button"
      className="button second phrase"
      onClick={() => {
        changed({ ...finding, scope: above });
      }}
    >
      {fill(words.field.phrases.sameScope, { scope: above })}
    </button>
  );
}

/** What was written of this agency before, to be taken again. */
function EvidencePhrases({ visit, finding, findings, words, changed }: Phrased) {
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

type SaidProps = { visit: PackedVisit; requirement: string; words: Words["field"] };

/** The requirement as papers say it, where that is more than what is written. */
function Said({ visit, requirement, words }: SaidProps) {
  const said = requirementText({ requirement, laws: Object.values(visit.frame?.laws ?? {}) });
  return said === requirement ? null : (
    <p className="soft small">{fill(words.requirementSaid, { requirement: said })}</p>
  );
}

const parts = [
  { part: "evidence", rows: 3, maxLength: 4000 },
  { part: "reference", maxLength: 500 },
  { part: "requirement", maxLength: 500 },
  { part: "scope", maxLength: 1000 },
] as const;

/** A finding in short: which it is, until when, and whether something of it is still to be written. */
function Summary({ question, finding, wanting, words }: Omit<FindingFieldsProps, "faults" | "changed">) {
  const { questionCode: code, severity, evidence, dueOn } = finding;
  return (
    <summary>
      <span className="clamped">
        <strong>{fill(words.field.finding, { code })}</strong> {evidence || question?.text}
      </span>{" "}
      <span className="soft small">
        {words.findings.severity[severity]} ·{" "}
        {dueOn && severity !== "observation"
          ? fill(words.audits.dueOn, { date: formatDate(dueOn) })
          : words.audits.noDue}
        {wanting && ` · ${words.field.findingWanting}`}
      </span>
    </summary>
  );
}

/** One finding, folded: its fields open by a touch, and by themselves where something in them is wrong. */
export function FindingFields(props: FindingFieldsProps) {
  const { finding, faults } = props;
  const [open, setOpen] = useState(false);
  const names = ["severity", "dueOn", ...parts.map(({ part }) => part)];
  if (!open && names.some((name) => faults(`${name}.${finding.questionCode}`))) setOpen(true);
  return (
    <details
      className="finding-fields"
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <Summary {...props} />
      <Parts {...props} />
    </details>
  );
}

/** One finding as it will be issued, part by part: what was seen, where, against which requirement, how far; grade and date. */
function Parts(props: FindingFieldsProps) {
  const { visit, question, finding, faults, words, changed } = props;
  const { field } = words;
  const { questionCode, severity } = finding;
  const asked = requirementOf(visit, question);
  const values = {
    ...finding,
    reference: finding.reference ?? "",
    requirement: finding.requirement ?? asked,
  };
  return (
    <div className="stack" role="group" aria-label={fill(field.finding, { code: questionCode })}>
      <p className="soft">{question?.text}</p>
      <Labelled name={`severity.${questionCode}`} label={field.severity} fault={undefined}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={severity}
            onChange={(event) => {
              changed({ ...finding, severity: event.currentTarget.value as Severity });
            }}
          >
            {severities.map((each) => (
              <option key={each} value={each}>
                {words.findings.severity[each]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {parts.map(({ part, ...shape }) => (
        <Fragment key={part}>
          <TextField
            {...shape}
            name={`${part}.${questionCode}`}
            label={field.findingPart[part]}
            hint={field.findingHint[part]}
            fault={faults(`${part}.${questionCode}`)}
            value={values[part]}
            ask={field.fontDoubt.ask}
            known={part === "scope" ? phrasesFor(visit, props.findings, finding).scope : []}
            changed={(value) => {
              changed({ ...finding, [part]: value });
            }}
          />
          {part === "evidence" && <EvidencePhrases {...props} />}
          {part === "requirement" && <Said visit={visit} requirement={values.requirement} words={field} />}
          {part === "scope" && <ScopePhrase {...props} />}
        </Fragment>
      ))}
      {severity !== "observation" && (
        <DateField
          name={`dueOn.${questionCode}`}
          label={field.due}
          value={finding.dueOn}
          faults={faults}
          words={field}
          changed={(dueOn) => {
            changed({ ...finding, dueOn });
          }}
        />
      )}
    </div>
  );
}
