import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
import type { FormAction, FormState } from "@/lib/gate/types";
import { provisionText } from "@/lib/legal/provisions/rules";
import { shortName } from "@/lib/legal/rules";
import type { Update } from "@/lib/updates/types";

type Props = { update: Update; action: FormAction; initial: FormState };

/** Says that a change of law asks nothing of a document, and why. */
export async function UnaffectedPage({ update, action, initial }: Props) {
  const words = await getTranslations("legal");
  const { document, law, changeId } = update;
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/documents/${document.id}`, name: document.code }}
      title={words("unaffectedTitle", { code: document.code, law: shortName(law) })}
      submit={words("unaffectedSubmit")}
      fields={[
        { kind: "hidden", name: "documentId", value: document.id },
        { kind: "hidden", name: "changeId", value: changeId },
        { kind: "textarea", name: "reason", label: words("unaffectedReason"), rows: 4 },
      ]}
    >
      {update.because.map(({ kind, law: other, provision }) => (
        <p key={`${other.id} ${provision}`}>
          {words("restsOn", {
            what: `${provision === "" ? words("whole") : provisionText(provision)} ${shortName(other)}`,
            law: shortName(law),
            relation: words(`relation.${kind}`),
          })}
        </p>
      ))}
      <p>{words("unaffectedIntro")}</p>
    </FormPage>
  );
}
