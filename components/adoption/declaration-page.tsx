import { getTranslations } from "next-intl/server";

import { editions, scanField } from "@/components/adoption/milestone-page";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { declarationKinds } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";

export async function DeclarationPage({
  agency,
  action,
  initial,
}: {
  agency: AgencyIdentity;
  action: FormAction;
  initial: FormState;
}) {
  const words = await getTranslations("adoption");
  const numbers = ["proceduresCovered", "proceduresTotal", "unitsCovered", "unitsTotal"] as const;
  const days = ["officeOn", "websiteOn", "leadAgencyOn"] as const;
  return (
    <>
      <p>
        <a href={`/agencies/${agency.code}`}>{agency.name}</a>
      </p>
      <h1>{words("recordDeclaration")}</h1>
      <p>{words("recordDeclarationIntro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("saveDeclaration"))}
        fields={[
          { kind: "hidden", name: "agencyId", value: agency.id },
          { kind: "hidden", name: "code", value: agency.code },
          {
            kind: "radios",
            name: "kind",
            label: words("kind"),
            options: declarationKinds.map((kind) => ({
              value: kind,
              label: words(`declarationKind.${kind}`),
            })),
          },
          { kind: "text", name: "decisionNumber", label: words("decisionNumber") },
          { kind: "text", name: "number", label: words("number") },
          { kind: "date", name: "declaredOn", label: words("declaredOn"), hint: words("dateHint") },
          { kind: "select", name: "editionId", label: words("edition"), options: editions },
          ...numbers.map((name) => ({ kind: "number" as const, name, label: words(name) })),
          ...days.map((name) => ({
            kind: "date" as const,
            name,
            label: words(name),
            optional: true,
            hint: words("dateHint"),
          })),
          await scanField(),
        ]}
      />
    </>
  );
}
