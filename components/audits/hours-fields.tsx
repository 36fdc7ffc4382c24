import { getTranslations } from "next-intl/server";

import type { Field } from "@/components/ui/form-fields";
import { dayDoubt } from "@/lib/visits/days/rules";
import { noHours } from "@/lib/visits/minutes/types";
import type { VisitRecord } from "@/lib/visits/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** When the work began and ended, past midnight too: begun on the day on which recording began, unless another is said. */
export async function hoursFields({ begunOn, plannedOn }: VisitRecord, today: PlainDate): Promise<Field[]> {
  const startedOn = begunOn ?? today;
  const doubt = dayDoubt({ ...noHours, startedOn }, { plannedOn, signedOn: today });
  const words = await getTranslations("audits");
  const time = (name: "startedAt" | "endedAt"): Field => ({
    ...{ kind: "text", name, label: words(name), hint: words("timeHint"), optional: true },
  });
  return [
    {
      kind: "date",
      name: "startedOn",
      label: words("startedOn"),
      value: formatDate(startedOn),
      ...(doubt && {
        hint: words(`dayDoubt.${doubt}`, {
          day: formatDate(startedOn),
          planned: formatDate(plannedOn),
          signed: formatDate(today),
        }),
      }),
    },
    time("startedAt"),
    { kind: "date", name: "endedOn", label: words("endedOn"), optional: true },
    time("endedAt"),
  ];
}
