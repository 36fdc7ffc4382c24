import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { documentKinds, type DocumentSet } from "@/lib/procedures/types";

export type NewDocumentPageProps = {
  agency: AgencyIdentity;
  set: DocumentSet;
  answers: string;
  action: FormAction;
  initial: FormState;
};

export async function NewDocumentPage({ agency, set, answers, action, initial }: NewDocumentPageProps) {
  const words = await getTranslations("procedures");
  const item = set.items.find((each) => each.id === answers);
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/agencies/${agency.code}/documents`, name: words("title") }}
      title={words("newTitle")}
      submit={words("create")}
      fields={[
        { kind: "hidden", name: "agencyId", value: agency.id },
        { kind: "hidden", name: "agencyCode", value: agency.code },
        {
          kind: "select",
          name: "requiredDocumentId",
          label: words("requirement"),
          value: item?.id ?? "",
          options: [
            { value: "", label: words("noRequirement") },
            ...set.items.map(({ id, title, clause }) => ({ value: id, label: `${title} (${clause})` })),
          ],
        },
        {
          kind: "text",
          name: "code",
          label: words("code"),
          hint: words("codeHint"),
          value: item?.usualCode ?? "",
        },
        {
          kind: "select",
          name: "kind",
          label: words("kindLabel"),
          value: "procedure",
          options: documentKinds.map((value) => ({ value, label: words(`kind.${value}`) })),
        },
        { kind: "text", name: "title", label: words("titleLabel"), value: item?.title ?? "" },
        { kind: "textarea", name: "body", label: words("body"), hint: words("bodyHint"), rows: 14 },
      ]}
    />
  );
}
