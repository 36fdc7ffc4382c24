import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { AppointmentName } from "@/components/appointments/appointment-line";
import { knownField, SignedInTerm, type SignedProps } from "@/components/appointments/signed-in-term";
import type { Field } from "@/components/ui/form-fields";
import { FormPage } from "@/components/ui/form-page";
import type { AgencyIdentity } from "@/lib/agencies/types";
import { heads, standingShown } from "@/lib/appointments/rules";
import type { Appointment } from "@/lib/appointments/types";
import type { FormAction, FormState } from "@/lib/gate/types";

type Props = { agency: AgencyIdentity; appointment: Appointment; action: FormAction; initial: FormState };
type WithSigned = Props & Pick<SignedProps, "signed" | "mayRead">;

type Asked = {
  title: string;
  submit: string;
  fields: readonly Field[];
  children: ReactNode;
  after?: ReactNode;
};

/** A page about one appointment: which, what its reader should know, and what is asked. */
function OnAppointment({ agency, appointment, action, initial, ...asked }: Props & Asked) {
  return (
    <FormPage
      {...{ action, initial }}
      {...asked}
      back={{ href: `/agencies/${agency.code}/people`, name: agency.name }}
      fields={[
        { kind: "hidden", name: "agencyId", value: agency.id },
        { kind: "hidden", name: "agencyCode", value: agency.code },
        { kind: "hidden", name: "id", value: appointment.id },
        { kind: "read", name: "shown", value: standingShown(appointment) },
        ...asked.fields,
      ]}
    >
      <p>
        <AppointmentName appointment={appointment} />.
      </p>
      {asked.children}
    </FormPage>
  );
}

const known = (words: (key: "signed.known" | "signed.knownHint" | "signed.knownYes") => string) => ({
  label: words("signed.known"),
  hint: words("signed.knownHint"),
  yes: words("signed.knownYes"),
});

/** Records the last day of an appointment, and the decision that ends it. */
export async function EndPage(props: WithSigned) {
  const words = await getTranslations("appointments");
  const { agency, signed } = props;
  return (
    <OnAppointment
      {...props}
      title={words("endTitle")}
      submit={words("end")}
      fields={[
        { kind: "date", name: "lastDay", label: words("endLastDay"), hint: words("dateHint") },
        { kind: "text", name: "decision", label: words("decision"), hint: words("decisionHint") },
        { kind: "date", name: "decidedOn", label: words("decidedOn"), hint: words("dateHint") },
        ...knownField(signed, known(words)),
      ]}
    >
      <p>
        {words("endIntro")} {heads(props.appointment) && words("endIntroHead")}
      </p>
      <SignedInTerm agencyCode={agency.code} {...props} />
    </OnAppointment>
  );
}

/** Cancels an appointment that was entered wrongly. */
export async function CancelAppointmentPage(props: WithSigned) {
  const words = await getTranslations("appointments");
  const { agency, signed } = props;
  return (
    <OnAppointment
      {...props}
      title={words("cancelTitle")}
      submit={words("cancelSubmit")}
      fields={[
        { kind: "textarea", name: "reason", label: words("reason"), hint: words("reasonHint"), rows: 3 },
        ...knownField(signed, known(words)),
      ]}
      after={
        <p>
          <a href={`/agencies/${props.agency.code}/people`}>{words("keep")}</a>
        </p>
      }
    >
      <p>{words("cancelIntro")}</p>
      <SignedInTerm agencyCode={agency.code} {...props} whole />
    </OnAppointment>
  );
}

/** Takes back an end that was entered wrongly. */
export async function ReopenPage(props: Props) {
  const words = await getTranslations("appointments");
  return (
    <OnAppointment
      {...props}
      title={words("reopenTitle")}
      submit={words("reopenSubmit")}
      fields={[
        { kind: "textarea", name: "reason", label: words("reason"), hint: words("reasonHint"), rows: 3 },
        {
          ...{ kind: "date", name: "lastDay", label: words("lastDay"), hint: words("lastDayHint") },
          optional: true,
        },
      ]}
    >
      <p>{words("reopenIntro")}</p>
    </OnAppointment>
  );
}
