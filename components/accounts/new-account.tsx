import { getTranslations } from "next-intl/server";

import { personField } from "@/components/accounts/person-field";
import { rightsFields } from "@/components/accounts/rights-fields";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { AgencyChoice, KnownPerson } from "@/lib/accounts/types";
import type { FormAction, FormState } from "@/lib/gate/types";

type Props = {
  people: readonly KnownPerson[];
  agencies: readonly AgencyChoice[];
  /** Whose it is to be, where that has been said already, and of which agency. */
  person: { id: string; fullName: string } | null;
  agencyId: string | null;
  action: FormAction;
  initial: FormState;
};

export async function NewAccount({ people, agencies, person, agencyId, action, initial }: Props) {
  const words = await getTranslations("accounts");
  return (
    <>
      <p>
        <a href="/accounts">{words("backToList")}</a>
      </p>
      <h1>{words("newTitle")}</h1>
      <p className="soft">{words("newIntro")}</p>
      {person && <p>{words("personKnown", { name: person.fullName })}</p>}
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("create"))}
        fields={[
          ...(person
            ? ([
                { kind: "hidden", name: "personId", value: person.id },
                { kind: "hidden", name: "fullName", value: person.fullName },
              ] as const)
            : ([
                { kind: "text", name: "fullName", label: words("fullName") },
                await personField(people, true),
              ] as const)),
          { kind: "text", name: "name", label: words("name"), hint: words("nameHint") },
          {
            kind: "text",
            name: "address",
            label: words("address"),
            hint: words("addressHint"),
            autoComplete: "off",
            optional: true,
          },
          ...(await rightsFields(agencies, agencyId === null ? undefined : { role: "head", agencyId })),
        ]}
      />
    </>
  );
}
