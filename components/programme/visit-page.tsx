import { getTranslations } from "next-intl/server";

import { visitFields } from "@/components/programme/visit-fields";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { Colleague, PlannedVisit } from "@/lib/programme/types";
import type { FormAction, FormState } from "@/lib/gate/types";

export type VisitPlanPageProps = {
  year: number;
  approved: boolean;
  visit: PlannedVisit;
  colleagues: readonly Colleague[];
  replan: { action: FormAction; initial: FormState };
  leaveOut: { action: FormAction; initial: FormState };
};

async function moreFields(approved: boolean): Promise<Field[]> {
  const words = await getTranslations("programme");
  if (approved)
    return [
      { kind: "textarea", name: "reason", label: words("reasonLabel"), hint: words("amendHint"), rows: 2 },
    ];
  return [
    {
      kind: "checkboxes",
      name: "others",
      label: words("others"),
      options: [{ value: "yes", label: words("othersOption") }],
    },
  ];
}

/** One visit of a plan: another day, kind or team; or out of the plan, with the reason. */
export async function VisitPlanPage(props: VisitPlanPageProps) {
  const { year, approved, visit, colleagues, replan, leaveOut } = props;
  const words = await getTranslations("programme");
  const which: Field[] = [
    { kind: "hidden", name: "visitId", value: visit.id },
    { kind: "edited", name: "version", value: String(visit.version) },
  ];
  return (
    <div className="stack-wide">
      <div className="stack">
        <p>
          <a href={`/audits/programmes/${year}/plan`}>{words("toPlan", { year })}</a>
        </p>
        <h1>{words("visitTitle", { agency: visit.agencyName })}</h1>
        <Form
          {...replan}
          words={await formWords(words("save"))}
          fields={[
            ...which,
            ...(await visitFields(year, colleagues, visit)),
            ...(await moreFields(approved)),
          ]}
        />
      </div>
      <section className="stack">
        <h2>{words("leaveTitle")}</h2>
        <Form
          {...leaveOut}
          second
          words={await formWords(words("leaveSubmit"))}
          fields={[
            ...which,
            { kind: "hidden", name: "year", value: String(year) },
            {
              kind: "textarea",
              name: "reason",
              label: words("reasonLabel"),
              hint: words("leaveHint"),
              rows: 2,
            },
          ]}
        />
      </section>
    </div>
  );
}
