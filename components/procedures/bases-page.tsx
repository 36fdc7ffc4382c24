import { getTranslations } from "next-intl/server";

import { Fold } from "@/components/ui/fold";
import { FormPage } from "@/components/ui/form-page";
import type { FormAction, FormState } from "@/lib/gate/types";
import { basesShown, basesText } from "@/lib/procedures/bases/rules";
import type { TextBasis } from "@/lib/procedures/bases/types";
import type { DocumentRecord, Revision } from "@/lib/procedures/types";
import { citation, shortName } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";

export type BasesPageProps = {
  document: DocumentRecord;
  /** Whose bases they are: the draft, or the text in force. */
  revision: Revision;
  bases: readonly TextBasis[];
  laws: readonly (Basis & { id: string })[];
  /** What the document has yet to take up: done once its text names it. */
  asked: readonly Basis[];
  action: FormAction;
  initial: FormState;
};

/** Says what a text rests on: lines as a paper has them, looked up in the register, which stands below. */
export async function BasesPage({ document, revision, bases, laws, asked, action, initial }: BasesPageProps) {
  const words = await getTranslations("legal");
  const procedures = await getTranslations("procedures");
  const number = procedures("number", { issue: revision.issueNo, revision: revision.revisionNo });
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/documents/${document.id}`, name: document.code }}
      title={words("basesTitle", { code: document.code })}
      submit={words("basesSubmit")}
      fields={[
        { kind: "hidden", name: "documentId", value: document.id },
        { kind: "hidden", name: "revisionId", value: revision.id },
        { kind: "read", name: "shown", value: basesShown(bases) },
        {
          ...{ kind: "textarea", name: "lines", label: words("basesLabel"), hint: words("basesHint") },
          ...{ rows: 8, value: basesText(bases) },
        },
      ]}
      after={
        <Fold label={words("known")}>
          <ul className="stack-close">
            {laws.map((law) => (
              <li key={law.id}>{citation(law)}</li>
            ))}
          </ul>
        </Fold>
      }
    >
      <p>{words(revision.approvedOn ? "basesOf.approved" : "basesOf.draft", { number })}</p>
      {asked.length > 0 && (
        <p className="notice watch">{words("basesAsked", { laws: asked.map(shortName).join("; ") })}</p>
      )}
    </FormPage>
  );
}
