import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
import { procedureName } from "@/lib/catalogue/rules";
import type { Procedure } from "@/lib/catalogue/types";
import { handledShown } from "@/lib/coverage/handled/rules";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type HandledPageProps = {
  agency: { id: string; code: string; name: string };
  fields: readonly string[];
  field: string;
  /** Those that are asked about, and which of them are handled. */
  asked: readonly Procedure[];
  handled: ReadonlySet<string>;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

async function FieldChoice({ agency, fields, field }: Pick<HandledPageProps, "agency" | "fields" | "field">) {
  const words = await getTranslations("catalogue");
  return (
    <form method="get" action={`/agencies/${agency.code}/procedures/edit`} className="filters">
      <div>
        <label htmlFor="of-field">{words("handledField")}</label>
        <select className="input" id="of-field" name="field" defaultValue={field}>
          <option value="">{words("fieldAll")}</option>
          {fields.filter(Boolean).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <button className="button second">{words("handledFieldSubmit")}</button>
    </form>
  );
}

/** Says which procedures an agency handles, all at once or field by field. */
export async function HandledPage({
  agency,
  fields,
  field,
  asked,
  handled,
  today,
  ...sent
}: HandledPageProps) {
  const words = await getTranslations("catalogue");
  return (
    <FormPage
      {...sent}
      back={{ href: `/agencies/${agency.code}/procedures`, name: words("coverage") }}
      title={words("handledTitle")}
      submit={words("handledSubmit")}
      fields={[
        { kind: "hidden", name: "agencyId", value: agency.id },
        { kind: "hidden", name: "code", value: agency.code },
        { kind: "hidden", name: "field", value: field },
        { kind: "read", name: "shown", value: handledShown(asked, handled) },
        { kind: "date", name: "since", label: words("handledSince"), value: formatDate(today) },
        {
          ...{ kind: "checkboxes", name: "procedures", optional: true },
          label: words("handledLabel", { count: asked.length }),
          options: asked.map((each) => ({
            ...{ value: each.id, label: procedureName(each) },
            hint: each.ended ? words("handledEnded") : each.performs,
          })),
          value: asked.filter(({ id }) => handled.has(id)).map(({ id }) => id),
        },
      ]}
    >
      <p>{words("handledIntro")}</p>
      <FieldChoice {...{ agency, fields, field }} />
    </FormPage>
  );
}
