import { getTranslations } from "next-intl/server";

import { Reasons } from "@/components/programme/reasons";
import { visitFields } from "@/components/programme/visit-fields";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Candidate, Colleague } from "@/lib/programme/types";
import type { FormAction, FormState } from "@/lib/gate/types";

export type AddPageProps = {
  year: number;
  candidate: Candidate;
  colleagues: readonly Colleague[];
  action: FormAction;
  initial: FormState;
};

/** An agency that was not chosen: why it might be, and what its visit needs. */
export async function AddPage({ year, candidate, colleagues, action, initial }: AddPageProps) {
  const words = await getTranslations("programme");
  return (
    <div className="stack">
      <p>
        <a href={`/audits/programmes/${year}/plan`}>{words("toPlan", { year })}</a>
      </p>
      <h1>{words("addTitle", { agency: candidate.agencyName, year })}</h1>
      <Reasons reasons={candidate.reasons} />
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("addSubmit"))}
        fields={[
          { kind: "hidden", name: "agencyId", value: candidate.agencyId },
          ...(await visitFields(year, colleagues, null)),
          { kind: "textarea", name: "reason", label: words("reasonLabel"), hint: words("addHint"), rows: 2 },
        ]}
      />
    </div>
  );
}
