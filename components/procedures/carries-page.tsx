import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
import { procedureName } from "@/lib/catalogue/rules";
import type { Procedure } from "@/lib/catalogue/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { carriedShown } from "@/lib/procedures/carried/rules";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";

export type CarriesPageProps = {
  document: DocumentRecord;
  /** Whose procedures they are: the draft's, or those of the text in force. */
  revision: Revision;
  carried: readonly Procedure[];
  /** What may be chosen: what the agency handles, and what the text carries already. */
  choices: readonly Procedure[];
  action: FormAction;
  initial: FormState;
};

/** Says which procedures a text carries out. */
export async function CarriesPage({ document, revision, carried, choices, ...sent }: CarriesPageProps) {
  const words = await getTranslations("catalogue");
  const procedures = await getTranslations("procedures");
  const number = procedures("number", { issue: revision.issueNo, revision: revision.revisionNo });
  const ids = carried.map(({ id }) => id);
  return (
    <FormPage
      {...sent}
      back={{ href: `/documents/${document.id}`, name: document.code }}
      title={words("carriedTitle", { code: document.code })}
      submit={words("carriedSubmit")}
      fields={[
        { kind: "hidden", name: "documentId", value: document.id },
        { kind: "hidden", name: "revisionId", value: revision.id },
        { kind: "read", name: "shown", value: carriedShown(ids) },
        {
          ...{ kind: "checkboxes", name: "procedures", label: words("carriedLabel"), optional: true },
          options: choices.map((each) => ({
            ...{ value: each.id, label: procedureName(each) },
            ...(each.ended && { hint: words("handledEnded") }),
          })),
          value: ids,
        },
      ]}
      after={
        <p>
          <a href={`/agencies/${document.agencyCode}/procedures/edit`}>{words("toChoose")}</a>
        </p>
      }
    >
      <p>{words(revision.approvedOn ? "carriedOf.approved" : "carriedOf.draft", { number })}</p>
      {choices.length === 0 && <p className="notice">{words("carriedEmpty")}</p>}
    </FormPage>
  );
}
