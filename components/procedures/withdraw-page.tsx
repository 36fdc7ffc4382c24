import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
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
    <FormPage
      {...{ action, initial }}
      back={{ href: `/documents/${document.id}`, name: document.code }}
      title={words("withdrawTitle", { code: document.code })}
      submit={words("withdrawSubmit")}
      fields={[
        { kind: "hidden", name: "documentId", value: document.id },
        {
          ...{ kind: "date", name: "withdrawnOn", label: words("withdrawnOn"), hint: words("dateHint") },
          value: formatDate(today),
        },
        { kind: "textarea", name: "reason", label: words("withdrawReason"), rows: 3 },
      ]}
    >
      <p>{words("withdrawIntro")}</p>
    </FormPage>
  );
}
