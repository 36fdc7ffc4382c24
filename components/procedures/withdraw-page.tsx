import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { DocumentRecord, WithdrawalConsequences } from "@/lib/procedures/types";

export type WithdrawPageProps = {
  document: DocumentRecord;
  consequences: WithdrawalConsequences;
  /** Must the signed paper go along? */
  byPaper: boolean;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

/** Takes a document out of use: what that changes first. */
export async function WithdrawPage(props: WithdrawPageProps) {
  const { document, consequences, byPaper, today, action, initial } = props;
  const words = await getTranslations("procedures");
  const submissions = await getTranslations("submissions");
  const { before, after, total, missing } = consequences;
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("withdrawTitle", { code: document.code })}</h1>
      <p>{words(byPaper ? "withdrawByPaper" : "withdrawIntro")}</p>
      <section className="notice watch stack-close">
        <h2>{words("withdrawChanges")}</h2>
        <ul>
          <li>
            {before === after
              ? words("withdrawCountSame", { count: before, total })
              : words("withdrawCount", { before, after, total })}
          </li>
          {missing.map(({ id, clause, title }) => (
            <li key={id}>{words("withdrawMissing", { clause, title })}</li>
          ))}
          {document.revisions.some(({ approvedOn }) => approvedOn === null) && (
            <li>{words("withdrawDraft")}</li>
          )}
        </ul>
      </section>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("withdrawSubmit"))}
        fields={[
          { kind: "hidden", name: "documentId", value: document.id },
          {
            kind: "date",
            name: "withdrawnOn",
            label: words("withdrawnOn"),
            hint: words("dateHint"),
            value: formatDate(today),
          },
          { kind: "textarea", name: "reason", label: words("withdrawReason"), rows: 3 },
          {
            kind: "file",
            name: "scan",
            label: submissions("scan"),
            hint: submissions("scanHint"),
            accept: "image/jpeg,image/png,image/webp,application/pdf",
            optional: !byPaper,
          },
        ]}
      />
    </div>
  );
}
