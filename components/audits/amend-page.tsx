import { getTranslations } from "next-intl/server";

import { representativeFields } from "@/components/audits/representative-fields";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { VisitRecord } from "@/lib/visits/types";
import type { FormAction, FormState } from "@/lib/gate/types";

export type AmendPageProps = { visit: VisitRecord; version: number; action: FormAction; initial: FormState };

/** A new version of the minutes, which names the one before it. */
export async function AmendPage({ visit, version, action, initial }: AmendPageProps) {
  const words = await getTranslations("audits");
  return (
    <div className="stack">
      <p>
        <a href={`/audits/${visit.id}`}>‹ {visit.agencyName}</a>
      </p>
      <h1>{words("amendTitle")}</h1>
      <p>{words("amendIntro", { number: version })}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("amendSubmit"))}
        fields={[
          { kind: "hidden", name: "visitId", value: visit.id },
          { kind: "read", name: "version", value: String(version) },
          {
            kind: "textarea",
            name: "reason",
            label: words("amendReason"),
            hint: words("amendReasonHint"),
            rows: 4,
          },
          ...(await representativeFields("amendment")),
        ]}
      />
    </div>
  );
}
