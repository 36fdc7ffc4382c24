import { getTranslations } from "next-intl/server";

import { DecisionRows } from "@/components/catalogue/decision-rows";
import { backToLaw } from "@/components/legal/law-back";
import { lawFields } from "@/components/legal/law-fields";
import { RelationLine } from "@/components/legal/law-name";
import { TouchedList, type TouchedOf } from "@/components/legal/touched-list";
import { FormPage } from "@/components/ui/form-page";
import type { ProcedureRow } from "@/lib/catalogue/rows/types";
import { releaseShown } from "@/lib/legal/changes/rules";
import type { LegalChange, LegalRelation } from "@/lib/legal/changes/types";
import type { Law } from "@/lib/legal/register/types";
import { shortName } from "@/lib/legal/rules";
import { legalRelationKinds } from "@/lib/legal/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { shownAs } from "@/lib/kernel/shown";

type Sent = { action: FormAction; initial: FormState };

/** Registers a document of law. */
export async function NewLawPage(sent: Sent) {
  const words = await getTranslations("legal");
  return (
    <FormPage
      {...sent}
      back={{ href: "/laws", name: words("title") }}
      title={words("registerTitle")}
      submit={words("registerSubmit")}
      fields={await lawFields(null)}
    />
  );
}

/** Puts right what was registered wrongly. */
export async function CorrectLawPage({ law, ...sent }: Sent & { law: Law }) {
  const words = await getTranslations("legal");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("correctTitle", { name: shortName(law) })}
      submit={words("correctSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        { kind: "edited", name: "version", value: String(law.version) },
        ...(await lawFields(law)),
        { kind: "textarea", name: "reason", label: words("correctReason"), rows: 2 },
      ]}
    >
      <p>{words("correctIntro")}</p>
    </FormPage>
  );
}

/** Notes one thing that a document does to another. */
export async function NotePage({ law, ...sent }: Sent & { law: Law }) {
  const words = await getTranslations("legal");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("noteTitle", { name: shortName(law) })}
      submit={words("noteSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        {
          ...{ kind: "select", name: "kind", label: words("relationLabel"), value: "amends" },
          options: legalRelationKinds.map((value) => ({ value, label: words(`relation.${value}`) })),
        },
        { kind: "text", name: "target", label: words("target"), hint: words("targetHint") },
        {
          ...{ kind: "checkboxes", name: "unregistered", label: words("unregisteredLabel"), optional: true },
          options: [{ value: "1", label: words("unregistered") }],
        },
        {
          ...{ kind: "text", name: "provisions", label: words("provisions"), optional: true },
          hint: words("provisionsHint"),
        },
        {
          ...{ kind: "date", name: "effectiveOn", label: words("effectiveOn"), optional: true },
          hint: words("effectiveHint"),
        },
      ]}
    >
      <p>{words("noteIntro")}</p>
    </FormPage>
  );
}

/** Takes off what was noted and is not released. */
export async function DropPage({ law, relation, ...sent }: Sent & { law: Law; relation: LegalRelation }) {
  const words = await getTranslations("legal");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("dropTitle")}
      submit={words("dropSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        { kind: "hidden", name: "relationId", value: relation.id },
      ]}
    >
      <p>
        {shortName(law)} <RelationLine relation={relation} since={law.inForceFrom} />.
      </p>
    </FormPage>
  );
}

type ReleaseProps = Sent & {
  law: Law;
  change: LegalChange;
  rows: readonly ProcedureRow[];
  touched: readonly TouchedOf[];
};

/** Releases what was noted: first every document that it touches. */
export async function ReleasePage({ law, change, rows, touched, ...sent }: ReleaseProps) {
  const words = await getTranslations("legal");
  const noted = [...change.relations, ...change.rows].map(({ id }) => id);
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("releaseTitle", { name: shortName(law) })}
      submit={words("releaseSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        { kind: "hidden", name: "changeId", value: change.id },
        { kind: "read", name: "shown", value: releaseShown(noted, touched) },
      ]}
    >
      <ul>
        {change.relations.map((relation) => (
          <li key={relation.id}>
            {shortName(law)} <RelationLine relation={relation} since={law.inForceFrom} />
          </li>
        ))}
      </ul>
      <p>{words("releaseIntro")}</p>
      <TouchedList touched={touched} />
      <DecisionRows
        heading="h2"
        lawId={law.id}
        rows={rows}
        from={law.inForceFrom ?? law.issuedOn}
        open={false}
        clear={0}
      />
    </FormPage>
  );
}

type UndoProps = Sent & { law: Law; change: LegalChange; documents: number; done: number };

/** Takes a release back: first what that withdraws. */
export async function UndoPage({ law, change, documents, done, ...sent }: UndoProps) {
  const words = await getTranslations("legal");
  return (
    <FormPage
      {...sent}
      back={backToLaw(law)}
      title={words("undoTitle", { name: shortName(law) })}
      submit={words("undoSubmit")}
      fields={[
        { kind: "hidden", name: "lawId", value: law.id },
        { kind: "hidden", name: "changeId", value: change.id },
        { kind: "hidden", name: "shown", value: shownAs([change.id, documents]) },
        { kind: "textarea", name: "reason", label: words("undoReason"), rows: 3 },
      ]}
    >
      <ul>
        {change.relations.map((relation) => (
          <li key={relation.id}>
            {shortName(law)} <RelationLine relation={relation} since={law.inForceFrom} />
          </li>
        ))}
      </ul>
      <p className="notice watch">{words("undoIntro", { documents, done })}</p>
    </FormPage>
  );
}
