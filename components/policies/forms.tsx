import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";

import { DraftText } from "@/components/submissions/draft-text";
import { SubmissionNote } from "@/components/submissions/submission-note";
import { signedScan } from "@/components/submissions/signed-scan";
import type { Field } from "@/components/ui/form-fields";
import { FormPage } from "@/components/ui/form-page";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Objective, Policy, Posting } from "@/lib/policies/types";
import { stageOf, stageShown } from "@/lib/submissions/rules";
import { submissionAddress, type DraftReading, type Submission } from "@/lib/submissions/types";
import { acceptOf } from "@/lib/files/types";

type FormPageProps = { agency: AgencyIdentity; action: FormAction; initial: FormState };

type Asked = Pick<ComponentProps<typeof FormPage>, "title" | "submit" | "fields" | "children" | "after">;

/** A form about the policy of an agency, or about what belongs to it. */
async function PolicyFormPage({ agency, fields, ...page }: FormPageProps & Asked) {
  const words = await getTranslations("policies");
  return (
    <FormPage
      {...page}
      back={{ href: `/agencies/${agency.code}/policy`, name: words("title") }}
      fields={[
        { kind: "hidden", name: "agencyId", value: agency.id },
        { kind: "hidden", name: "agencyCode", value: agency.code },
        ...fields,
      ]}
    />
  );
}

/** Asks for a day, which is mostly today. */
async function dayField(name: "signedOn" | "postedOn" | "removedOn", today: PlainDate): Promise<Field> {
  const words = await getTranslations("policies");
  return { kind: "date", name, label: words(name), hint: words("dateHint"), value: formatDate(today) };
}

const readVersion = ({ version }: { version: number }): Field => ({
  kind: "read",
  name: "version",
  value: String(version),
});

export async function PolicyEditPage({
  draft,
  submission,
  ...page
}: FormPageProps & { draft: Pick<Policy, "body" | "version">; submission: Submission | null }) {
  const words = await getTranslations("policies");
  const submissions = await getTranslations("submissions");
  if (submission && stageOf(submission) === "waiting")
    return (
      <div className="stack">
        <p>
          <a href={`/agencies/${page.agency.code}/policy`}>{words("title")}</a>
        </p>
        <h1>{words("editTitle")}</h1>
        <SubmissionNote submission={submission} />
        <p>{submissions("held")}</p>
      </div>
    );
  const fields: Field[] = [
    { kind: "edited", name: "version", value: String(draft.version) },
    {
      kind: "textarea",
      name: "body",
      label: words("body"),
      hint: words("bodyHint"),
      value: draft.body,
      rows: 12,
    },
  ];
  return (
    <PolicyFormPage {...page} {...{ fields }} title={words("editTitle")} submit={words("save")}>
      {submission && <SubmissionNote submission={submission} />}
    </PolicyFormPage>
  );
}

/** The head reads what changes and the whole text, and signs it or returns it. */
export async function PolicySignPage({
  draft,
  today,
  ...page
}: FormPageProps & { draft: DraftReading; today: PlainDate }) {
  const words = await getTranslations("policies");
  const submissions = await getTranslations("submissions");
  const returns = stageOf(draft.submission) === "waiting" && (
    <p>
      <a className="button second" href={submissionAddress("return", draft)}>
        {submissions("return.act")}
      </a>
    </p>
  );
  return (
    <PolicyFormPage
      {...page}
      title={words("signTitle")}
      submit={words("signSubmit")}
      fields={[readVersion(draft), { kind: "read", name: "shown", value: stageShown(draft.submission) }]}
      after={returns}
    >
      <DraftText draft={draft} />
      <p>{words("signIntro", { date: formatDate(today) })}</p>
    </PolicyFormPage>
  );
}

/** Records what the head signed on paper, with its scan. */
export async function SignatureRecordPage({
  draft,
  today,
  ...page
}: FormPageProps & { draft: DraftReading; today: PlainDate }) {
  const words = await getTranslations("policies");
  return (
    <PolicyFormPage
      {...page}
      title={words("recordTitle")}
      submit={words("recordSubmit")}
      fields={[readVersion(draft), await dayField("signedOn", today), await signedScan()]}
    >
      <DraftText draft={draft} />
      <p>{words("recordIntro")}</p>
    </PolicyFormPage>
  );
}

export async function PolicyPostPage({ today, ...page }: FormPageProps & { today: PlainDate }) {
  const words = await getTranslations("policies");
  const fields: Field[] = [
    { kind: "text", name: "place", label: words("place"), hint: words("placeHint") },
    await dayField("postedOn", today),
    {
      kind: "file",
      name: "photo",
      label: words("photo"),
      hint: words("photoHint"),
      accept: acceptOf("scan"),
      optional: true,
    },
  ];
  return <PolicyFormPage {...page} title={words("postTitle")} submit={words("postSubmit")} fields={fields} />;
}

export async function PostingRemovalPage({
  posting,
  today,
  ...page
}: FormPageProps & { posting: Posting; today: PlainDate }) {
  const words = await getTranslations("policies");
  const fields: Field[] = [
    { kind: "hidden", name: "postingId", value: posting.id },
    await dayField("removedOn", today),
  ];
  return (
    <PolicyFormPage {...page} title={words("removeTitle")} submit={words("removeSubmit")} fields={fields}>
      <p>{words("posted", { place: posting.place, date: formatDate(posting.postedOn) })}</p>
    </PolicyFormPage>
  );
}

export async function ObjectivePage({
  objective,
  years,
  year,
  ...page
}: FormPageProps & { objective: Objective | null; years: readonly number[]; year: number | null }) {
  const words = await getTranslations("policies");
  const fields: Field[] = [
    { kind: "hidden", name: "objectiveId", value: objective?.id ?? "" },
    { kind: "edited", name: "version", value: String(objective?.version ?? 0) },
    ...(objective
      ? []
      : [
          {
            kind: "select" as const,
            name: "year",
            label: words("year"),
            options: years.map((each) => ({ value: String(each), label: String(each) })),
            ...(year === null ? {} : { value: String(year) }),
          },
        ]),
    { kind: "text", name: "text", label: words("objective"), value: objective?.text ?? "" },
    { kind: "text", name: "measure", label: words("measure"), value: objective?.measure ?? "" },
    { kind: "text", name: "target", label: words("target"), value: objective?.target ?? "" },
    { kind: "text", name: "result", label: words("result"), value: objective?.result ?? "", optional: true },
  ];
  return (
    <PolicyFormPage
      {...page}
      title={objective ? words("objectiveTitle", { year: objective.year }) : words("newObjective")}
      submit={words("saveObjective")}
      fields={fields}
    />
  );
}
