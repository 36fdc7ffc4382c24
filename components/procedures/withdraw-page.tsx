import { getTranslations } from "next-intl/server";

import { signedScan } from "@/components/submissions/signed-scan";
import { FormPage } from "@/components/ui/form-page";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { withdrawalShown } from "@/lib/procedures/rules";
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
  const { before, after, total, missing } = consequences;
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/documents/${document.id}`, name: document.code }}
      title={words("withdrawTitle", { code: document.code })}
      submit={words("withdrawSubmit")}
      fields={[
        { kind: "hidden", name: "documentId", value: document.id },
        { kind: "read", name: "shown", value: withdrawalShown(document.revisions, consequences) },
        {
          ...{ kind: "date", name: "withdrawnOn", label: words("withdrawnOn"), hint: words("dateHint") },
          value: formatDate(today),
        },
        { kind: "textarea", name: "reason", label: words("withdrawReason"), rows: 3 },
        await signedScan(!byPaper),
      ]}
    >
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
    </FormPage>
  );
}
