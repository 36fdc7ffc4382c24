import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
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
  const submissions = await getTranslations("submissions");
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("keepTitle", { code: document.code })}</h1>
      <p>{words(byPaper ? "keepByPaper" : "keepIntro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("keepSubmit"))}
        fields={[
          { kind: "hidden", name: "documentId", value: document.id },
          {
            kind: "date",
            name: "reviewedOn",
            label: words("reviewedOn"),
            hint: words("dateHint"),
            value: formatDate(today),
          },
          {
            kind: "textarea",
            name: "conclusion",
            label: words("conclusion"),
            hint: words("conclusionHint"),
            rows: 3,
          },
          {
            kind: "date",
            name: "nextDueOn",
            label: words("nextDueOn"),
            hint: words("dateHint"),
            value: formatDate(addDays(today, daysUntilReview)),
          },
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
