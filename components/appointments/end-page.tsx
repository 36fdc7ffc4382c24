import { getTranslations } from "next-intl/server";

import { AppointmentName } from "@/components/appointments/appointment-line";
import { Form } from "@/components/ui/form";
import type { Field } from "@/components/ui/form-fields";
import { formWords } from "@/components/ui/form-words";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { heads } from "@/lib/appointments/rules";
import type { Appointment } from "@/lib/appointments/types";
import type { FormAction, FormState } from "@/lib/gate/types";

type Props = { agency: AgencyIdentity; appointment: Appointment; action: FormAction; initial: FormState };

const about = ({ agency, appointment }: Props): Field[] => [
  { kind: "hidden", name: "agencyId", value: agency.id },
  { kind: "hidden", name: "agencyCode", value: agency.code },
  { kind: "hidden", name: "id", value: appointment.id },
];

/** Records the last day of an appointment, and the decision that ends it. */
export async function EndPage(props: Props) {
  const { agency, appointment, action, initial } = props;
  const words = await getTranslations("appointments");
  return (
    <div className="stack">
      <p>
        <a href={`/agencies/${agency.code}/people`}>{agency.name}</a>
      </p>
      <h1>{words("endTitle")}</h1>
      <p>
        <AppointmentName appointment={appointment} />.
      </p>
      <p>
        {words("endIntro")} {heads(appointment) && words("endIntroHead")}
      </p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("end"))}
        fields={[
          ...about(props),
          { kind: "date", name: "lastDay", label: words("endLastDay"), hint: words("dateHint") },
          { kind: "text", name: "decision", label: words("decision"), hint: words("decisionHint") },
          { kind: "date", name: "decidedOn", label: words("decidedOn"), hint: words("dateHint") },
        ]}
      />
    </div>
  );
}

/** Cancels an appointment that was entered wrongly. */
export async function CancelAppointmentPage(props: Props) {
  const { agency, appointment, action, initial } = props;
  const words = await getTranslations("appointments");
  return (
    <div className="stack">
      <p>
        <a href={`/agencies/${agency.code}/people`}>{agency.name}</a>
      </p>
      <h1>{words("cancelTitle")}</h1>
      <p>
        <AppointmentName appointment={appointment} />.
      </p>
      <p>{words("cancelIntro")}</p>
      <Form
        action={action}
        initial={initial}
        words={await formWords(words("cancelSubmit"))}
        fields={[
          ...about(props),
          { kind: "textarea", name: "reason", label: words("reason"), hint: words("reasonHint"), rows: 3 },
        ]}
      />
      <p>
        <a href={`/agencies/${agency.code}/people`}>{words("keep")}</a>
      </p>
    </div>
  );
}
