import { getTranslations } from "next-intl/server";

import { Causes } from "@/components/adoption/causes";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { owesDeclaration } from "@/lib/adoption/rules";
import { delayReasons, type AdoptionRecord } from "@/lib/adoption/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

export type DelayPageProps = {
  agency: AgencyIdentity;
  adoption: AdoptionRecord;
  today: PlainDate;
  action: FormAction;
  initial: FormState;
};

/** Why the agency is late, in its own words; what it said before stands above, and ends with this. */
export async function DelayPage({ agency, adoption, today, action, initial }: DelayPageProps) {
  const words = await getTranslations("adoption");
  const { standing, causes } = adoption;
  return (
    <>
      <p>
        <a href={`/agencies/${agency.code}`}>{agency.name}</a>
      </p>
      <h1>{words("stateDelay")}</h1>
      {standing && owesDeclaration(standing.bucket) ? (
        <>
          <p>{words("stateDelayIntro")}</p>
          {causes.length > 0 && (
            <div className="notice">
              <strong>{words("statedBefore")}</strong>
              <Causes causes={causes} />
            </div>
          )}
          <Form
            action={action}
            initial={initial}
            words={await formWords(words("saveDelay"))}
            fields={[
              { kind: "hidden", name: "agencyId", value: agency.id },
              { kind: "hidden", name: "code", value: agency.code },
              {
                kind: "radios",
                name: "reason",
                label: words("delayReason"),
                options: delayReasons.map((reason) => ({ value: reason, label: words(`reason.${reason}`) })),
              },
              {
                kind: "textarea",
                name: "note",
                label: words("delayNote"),
                hint: words("delayNoteHint"),
                rows: 3,
              },
              {
                kind: "date",
                name: "statedOn",
                label: words("statedOn"),
                hint: words("dateHint"),
                value: formatDate(today),
              },
            ]}
          />
        </>
      ) : (
        <p className="notice">{words("noDelay")}</p>
      )}
    </>
  );
}
