import { getTranslations } from "next-intl/server";

import { ConsequencesList } from "@/components/adoption/consequences-list";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import type { Consequences } from "@/lib/adoption/consequences/types";
import type { AgencyIdentity } from "@/lib/agencies/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { shownAs } from "@/lib/kernel/shown";

export type LapsePageProps = {
  agency: AgencyIdentity;
  /** What a lapse would change; null where no declared system stands. */
  consequences: Consequences | null;
  action: FormAction;
  initial: FormState;
};

/** Says that the declared system of an agency no longer holds: an act of its own, what it changes first. */
export async function LapsePage({ agency, consequences, action, initial }: LapsePageProps) {
  const words = await getTranslations("adoption");
  return (
    <div className="stack">
      <p>
        <a href={`/agencies/${agency.code}`}>{agency.name}</a>
      </p>
      <h1>{words("recordLapse")}</h1>
      {consequences ? (
        <>
          <p>{words("recordLapseIntro")}</p>
          <ConsequencesList consequences={consequences} />
          <p>{words("lapseClock")}</p>
          <Form
            action={action}
            initial={initial}
            words={await formWords(words("saveLapse"))}
            fields={[
              { kind: "hidden", name: "agencyId", value: agency.id },
              { kind: "hidden", name: "agencyCode", value: agency.code },
              { kind: "read", name: "shown", value: shownAs(consequences) },
              { kind: "date", name: "lapsedOn", label: words("lapsedOn"), hint: words("dateHint") },
              {
                kind: "textarea",
                name: "evidence",
                label: words("lapseEvidence"),
                hint: words("lapseEvidenceHint"),
                rows: 3,
              },
            ]}
          />
        </>
      ) : (
        <p className="notice">{words("nothingToLapse")}</p>
      )}
    </div>
  );
}
