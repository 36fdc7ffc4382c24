import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Holder } from "@/lib/appointments/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";
import type { DocumentRecord } from "@/lib/procedures/types";

export type ApprovePageProps = {
  document: DocumentRecord;
  version: number;
  holders: readonly Holder[];
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

const daysUntilReview = 365;

export async function ApprovePage({ document, version, holders, today, action, initial }: ApprovePageProps) {
  const words = await getTranslations("procedures");
  const approvers = holders.filter(({ post }) => post === "head" || post === "deputy_head");
  const hint = words("dateHint");
  return (
    <div className="stack">
      <p>
        <a href={`/documents/${document.id}`}>{document.code}</a>
      </p>
      <h1>{words("approveTitle", { code: document.code })}</h1>
      <p>{words("approveIntro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("approveSubmit"))}
        fields={[
          { kind: "hidden", name: "documentId", value: document.id },
          { kind: "hidden", name: "version", value: String(version) },
          {
            kind: "radios",
            name: "approverId",
            label: words("approver"),
            options: approvers.map(({ personId, name, title }) => ({
              value: personId,
              label: name,
              hint: title,
            })),
          },
          { kind: "date", name: "approvedOn", label: words("approvedOn"), hint, value: formatDate(today) },
          { kind: "date", name: "effectiveOn", label: words("effectiveOn"), hint, value: formatDate(today) },
          {
            kind: "date",
            name: "reviewDueOn",
            label: words("reviewDueOn"),
            hint,
            value: formatDate(addDays(today, daysUntilReview)),
          },
        ]}
      />
    </div>
  );
}
