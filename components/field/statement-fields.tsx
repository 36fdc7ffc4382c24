import { useState } from "react";

import { TextField } from "@/components/field/text-field";
import type { Words } from "@/components/field/words";
import type { FindingDraft } from "@/lib/findings/types";
import { fill } from "@/lib/kernel/fill";

type StatementProps = { finding: FindingDraft; words: Words; changed: (statement: string) => void };

function Statement({ finding, words, changed }: StatementProps) {
  const { questionCode: code, statement = "" } = finding;
  const [begun] = useState(statement !== "");
  return (
    <details open={begun || undefined}>
      <summary>
        <span className="clamped">
          <strong>{code}</strong> {finding.evidence}
        </span>
      </summary>
      <div className="clamped-rest">
        <TextField
          name={`statement.${code}`}
          label={fill(words.audits.statementOf, { code })}
          fault={undefined}
          rows={3}
          maxLength={4000}
          value={statement}
          ask={words.field.fontDoubt.ask}
          changed={changed}
        />
      </div>
    </details>
  );
}

export type StatementFieldsProps = {
  findings: readonly FindingDraft[];
  words: Words;
  changed: (findings: readonly FindingDraft[]) => void;
};

/** What the representative says of single findings, each folded until they say something. */
export function StatementFields({ findings, words, changed }: StatementFieldsProps) {
  if (findings.length === 0) return null;
  return (
    <section className="stack">
      <h2>{words.field.signing.findings}</h2>
      <p className="soft">{words.field.signing.findingsHint}</p>
      {findings.map((finding, index) => (
        <Statement
          key={finding.questionCode}
          finding={finding}
          words={words}
          changed={(statement) => {
            changed(findings.with(index, { ...finding, statement }));
          }}
        />
      ))}
    </section>
  );
}
