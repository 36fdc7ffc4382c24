import { getTranslations } from "next-intl/server";

import { FindingState } from "@/components/findings/finding-state";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { FindingRecord } from "@/lib/findings/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type FindingPageProps = {
  finding: FindingRecord;
  today: PlainDate;
  mayClose: boolean;
  action: FormAction;
  initial: FormState;
};

const accepted = "image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx";

async function Close({ finding, today, action, initial }: Omit<FindingPageProps, "mayClose">) {
  const words = await getTranslations("findings");
  return (
    <section className="stack no-print">
      <h2>{words("closeTitle")}</h2>
      <p>{words("closeIntro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("close"))}
        fields={[
          { kind: "hidden", name: "findingId", value: finding.id },
          {
            kind: "date",
            name: "closedOn",
            label: words("closedOn"),
            hint: words("dateHint"),
            value: formatDate(today),
          },
          { kind: "textarea", name: "note", label: words("note"), rows: 3 },
          {
            kind: "file",
            name: "evidence",
            label: words("file"),
            hint: words("fileHint"),
            accept: accepted,
            optional: true,
          },
        ]}
      />
    </section>
  );
}

/** A finding: evidence, requirement, scope, date; how it was corrected; or the form to close it. */
export async function FindingPage({ finding, today, mayClose, action, initial }: FindingPageProps) {
  const words = await getTranslations("findings");
  const common = await getTranslations("common");
  const facts = [
    [words("agency"), finding.agencyName],
    [words("evidence"), finding.evidence],
    [words("requirement"), finding.requirement],
    [words("scope"), finding.scope],
    [words("severityLabel"), words(`severity.${finding.severity}`)],
    [words("raised"), formatDate(finding.raisedOn)],
    [words("due"), finding.dueOn ? formatDate(finding.dueOn) : words("noDue")],
    ...(finding.closureNote ? [[words("closure"), finding.closureNote]] : []),
  ];
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("heading", { code: finding.questionCode })}</h1>
        <p className="row">
          <FindingState finding={finding} today={today} />
          <a href={`/audits/${finding.visitId}`}>{words("visit")}</a>
          <a href={`/history/finding/${finding.id}`}>{common("history")}</a>
          {finding.closureFileId && <a href={`/files/${finding.closureFileId}`}>{words("openFile")}</a>}
        </p>
      </div>
      <dl className="summary-list">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayClose && finding.closedOn === null && (
        <Close finding={finding} today={today} action={action} initial={initial} />
      )}
    </div>
  );
}
