import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { MilestoneKind } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { acceptOf } from "@/lib/files/types";

export type MilestonePageProps = {
  agency: AgencyIdentity;
  kinds: readonly MilestoneKind[];
  /** The one that somebody came to record. */
  chosen: MilestoneKind | null;
  /** Is a declaration, which has a form of its own, what may come next? */
  mayDeclare: boolean;
  action: FormAction;
  initial: FormState;
};

export async function MilestonePage(props: MilestonePageProps) {
  const { agency, kinds, chosen, mayDeclare, action, initial } = props;
  const words = await getTranslations("adoption");
  const preset = chosen ?? (kinds.length === 1 ? kinds[0] : null);
  return (
    <>
      <p>
        <a href={`/agencies/${agency.code}`}>{agency.name}</a>
      </p>
      <h1>{words("recordMilestone")}</h1>
      <p>{words("recordMilestoneIntro")}</p>
      {kinds.length === 0 ? (
        <p className="notice">
          {words("nothingToRecord")}{" "}
          {mayDeclare && (
            <a href={`/agencies/${agency.code}/declarations/new`}>{words("recordDeclaration")}</a>
          )}
        </p>
      ) : (
        <Form
          action={action}
          initial={initial}
          words={await formWords(words("saveMilestone"))}
          fields={[
            { kind: "hidden", name: "agencyId", value: agency.id },
            { kind: "hidden", name: "code", value: agency.code },
            {
              kind: "radios",
              name: "kind",
              label: words("milestoneKind"),
              options: kinds.map((kind) => ({ value: kind, label: words(`milestone.${kind}`) })),
              ...(preset && { value: preset }),
            },
            { kind: "date", name: "occurredOn", label: words("occurredOn"), hint: words("dateHint") },
            { kind: "select", name: "editionId", label: words("edition"), options: editions },
            {
              kind: "textarea",
              name: "evidence",
              label: words("evidence"),
              hint: words("evidenceHint"),
              rows: 3,
            },
            await scanField(),
          ]}
        />
      )}
    </>
  );
}

export const editions = [
  { value: "2008", label: "TCVN ISO 9001:2008" },
  { value: "2015", label: "TCVN ISO 9001:2015" },
];

/** The signed paper itself, as a picture or a PDF. */
export async function scanField(): Promise<Extract<Field, { kind: "file" }>> {
  const words = await getTranslations("adoption");
  return {
    kind: "file",
    name: "scan",
    label: words("scan"),
    hint: words("scanHint"),
    optional: true,
    accept: acceptOf("scan"),
  };
}
