import { getTranslations } from "next-intl/server";

import { signedScan } from "@/components/submissions/signed-scan";
import { FormPage } from "@/components/ui/form-page";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import { textsShown } from "@/lib/procedures/rules";
import type { DocumentRecord } from "@/lib/procedures/types";

export type KeepPageProps = {
  document: DocumentRecord;
  /** Must the signed paper go along? */
  byPaper: boolean;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

const daysUntilReview = 365;

/** Records a review after which the document stays as it is. */
export async function KeepPage({ document, byPaper, today, action, initial }: KeepPageProps) {
  const words = await getTranslations("procedures");
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/documents/${document.id}`, name: document.code }}
      title={words("keepTitle", { code: document.code })}
      submit={words("keepSubmit")}
      fields={[
        { kind: "hidden", name: "documentId", value: document.id },
        { kind: "read", name: "shown", value: textsShown(document.revisions) },
        {
          ...{ kind: "date", name: "reviewedOn", label: words("reviewedOn"), hint: words("dateHint") },
          value: formatDate(today),
        },
        {
          ...{
            kind: "textarea",
            name: "conclusion",
            label: words("conclusion"),
            hint: words("conclusionHint"),
          },
          rows: 3,
        },
        {
          ...{ kind: "date", name: "nextDueOn", label: words("nextDueOn"), hint: words("dateHint") },
          value: formatDate(addDays(today, daysUntilReview)),
        },
        await signedScan(!byPaper),
      ]}
    >
      <p>{words(byPaper ? "keepByPaper" : "keepIntro")}</p>
    </FormPage>
  );
}
