import { getTranslations } from "next-intl/server";

import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { reviewKinds } from "@/lib/self-reviews/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { acceptOf } from "@/lib/files/types";

export type NewReviewPageProps = {
  agency: AgencyIdentity;
  /** The kind a task asked for, as its address says. */
  asked: string | undefined;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

async function fieldsOf({ agency, asked, today }: NewReviewPageProps): Promise<Field[]> {
  const words = await getTranslations("reviews");
  const day = (name: "startedOn" | "endedOn"): Field => ({
    kind: "date",
    name,
    label: words(name),
    hint: words("dateHint"),
    value: formatDate(today),
  });
  const area = (name: "participants" | "scope" | "findings", rows: number): Field => ({
    kind: "textarea",
    name,
    label: words(name),
    hint: words(`${name}Hint`),
    rows,
  });
  const value = reviewKinds.find((kind) => kind === asked);
  return [
    { kind: "hidden", name: "agencyId", value: agency.id },
    { kind: "hidden", name: "agencyCode", value: agency.code },
    {
      kind: "radios",
      name: "kind",
      label: words("kindLabel"),
      options: reviewKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) })),
      ...(value && { value }),
    },
    day("startedOn"),
    day("endedOn"),
    area("participants", 3),
    area("scope", 3),
    area("findings", 8),
    {
      kind: "file",
      name: "minutes",
      label: words("minutes"),
      hint: words("minutesHint"),
      accept: acceptOf("paper"),
      optional: true,
    },
  ];
}

export async function NewReviewPage(props: NewReviewPageProps) {
  const words = await getTranslations("reviews");
  return (
    <div className="stack">
      <p>
        <a href={`/agencies/${props.agency.code}/reviews`}>{words("title")}</a>
      </p>
      <h1>{words("newTitle")}</h1>
      <p>{words("once")}</p>
      <Form
        action={props.action}
        initial={props.initial}
        words={await formWords(words("submit"))}
        fields={await fieldsOf(props)}
      />
    </div>
  );
}
