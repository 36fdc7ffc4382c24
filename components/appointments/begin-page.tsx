import { getTranslations } from "next-intl/server";

import { FormPage } from "@/components/ui/form-page";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { seats, type Appointment, type Candidate } from "@/lib/appointments/types";
import type { FormAction, FormState } from "@/lib/gate/types";
import { formatDate } from "@/lib/kernel/format";

export type BeginPageProps = {
  agency: AgencyIdentity;
  candidates: readonly Candidate[];
  /** The one that was entered wrongly, and is now entered anew; null where none is. */
  like: Appointment | null;
  action: FormAction;
  initial: FormState;
};

/** Records an appointment from the decision. */
export async function BeginPage({ agency, candidates, like, action, initial }: BeginPageProps) {
  const words = await getTranslations("appointments");
  const people = candidates.map(({ id, name, title, agencyName }) => ({
    value: id,
    label: title && agencyName ? words("candidate", { name, title, agency: agencyName }) : name,
  }));
  return (
    <FormPage
      {...{ action, initial }}
      back={{ href: `/agencies/${agency.code}/people`, name: agency.name }}
      title={words("beginTitle")}
      submit={words("begin")}
      fields={[
        { kind: "hidden", name: "agencyId", value: agency.id },
        { kind: "hidden", name: "agencyCode", value: agency.code },
        {
          ...{ kind: "select", name: "personId", label: words("person"), hint: words("personHint") },
          options: [{ value: "", label: words("personNone") }, ...people],
          value: like?.personId ?? "",
        },
        {
          ...{ kind: "text", name: "fullName", label: words("fullName"), hint: words("fullNameHint") },
          optional: true,
        },
        {
          ...{ kind: "radios", name: "seat", label: words("seatLabel") },
          options: seats.map((seat) => ({
            value: seat,
            label: words(`seat.${seat}`),
            hint: words(`seatHint.${seat}`),
          })),
          ...(like && { value: like.seat }),
        },
        {
          ...{ kind: "text", name: "title", label: words("titleLabel"), hint: words("titleHint") },
          value: like?.title ?? "",
        },
        {
          ...{ kind: "checkboxes", name: "concurrent", label: words("concurrentLabel"), optional: true },
          options: [{ value: "yes", label: words("concurrentYes") }],
          value: like?.concurrent ? ["yes"] : [],
        },
        {
          ...{ kind: "date", name: "validFrom", label: words("validFrom"), hint: words("dateHint") },
          value: like ? formatDate(like.from) : "",
        },
        {
          ...{ kind: "date", name: "lastDay", label: words("lastDay"), hint: words("lastDayHint") },
          optional: true,
        },
        {
          ...{ kind: "text", name: "decision", label: words("decision"), hint: words("decisionHint") },
          value: like?.begunBy?.number ?? "",
        },
        {
          ...{ kind: "date", name: "decidedOn", label: words("decidedOn"), hint: words("dateHint") },
          value: like?.begunBy?.on ? formatDate(like.begunBy.on) : "",
        },
      ]}
    >
      <p>{words("beginIntro")}</p>
    </FormPage>
  );
}
