import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { DocumentRecord } from "@/lib/procedures/types";

export type WithdrawPageProps = {
  document: DocumentRecord;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

/** Takes a document out of use. */
export async function WithdrawPage({ document, today, action, initial }: WithdrawPageProps) {
  const words = await getTranslations("procedures");
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("withdrawTitle", { code: document.code })}</h1>
      <p>{words("withdrawIntro")}</p>
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
        ]}
      />
    </div>
  );
}
