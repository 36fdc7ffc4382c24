import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { fieldOf } from "@/lib/adoption/declarations/rules";
import type { Unpublished } from "@/lib/adoption/declarations/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type PublicationPageProps = {
  agency: AgencyIdentity;
  declaration: Unpublished;
  action: FormAction;
  initial: FormState;
};

/** Records where a declaration was made known after it was recorded: what is known stands, what is missing is asked. */
export async function PublicationPage({ agency, declaration, action, initial }: PublicationPageProps) {
  const words = await getTranslations("adoption");
  const { id, number, declaredOn, published, missing } = declaration;
  return (
    <div className="stack">
      <p>
        <a href={`/agencies/${agency.code}`}>{agency.name}</a>
      </p>
      <h1>{words("publishTitle")}</h1>
      <p>{words("publishIntro", { number, date: formatDate(declaredOn) })}</p>
      {published.length > 0 && (
        <ul className="plain">
          {published.map(({ channel, publishedOn }) => (
            <li key={channel}>{`${words(`channel.${channel}`)}: ${formatDate(publishedOn)}`}</li>
          ))}
        </ul>
      )}
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("publishSubmit"))}
        fields={[
          { kind: "hidden", name: "agencyId", value: agency.id },
          { kind: "hidden", name: "agencyCode", value: agency.code },
          { kind: "hidden", name: "declarationId", value: id },
          ...missing.map((channel) => ({
            kind: "date" as const,
            name: fieldOf[channel],
            label: words(fieldOf[channel]),
            optional: missing.length > 1,
            hint: words("dateHint"),
          })),
        ]}
      />
    </div>
  );
}
