import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Appointment } from "@/lib/appointments/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays } from "@/lib/kernel/plain-date";

/** Who is appointed to what, from when to when. */
export function AppointmentName({ appointment }: { appointment: Appointment }) {
  const words = useTranslations("appointments");
  const { name, seat, title, concurrent, from, to } = appointment;
  const period =
    to === null
      ? words("fromOn", { from: formatDate(from) })
      : words("fromTo", { from: formatDate(from), to: formatDate(addDays(to, -1)) });
  return (
    <>
      <strong>{name}</strong>, {words(`seat.${seat}`)}: {title}
      {concurrent && ` (${words("concurrent")})`}, {period}
    </>
  );
}

/** By which decisions it was begun and ended. */
export function AppointmentDecisions({ appointment: { begunBy, endedBy } }: { appointment: Appointment }) {
  const words = useTranslations("appointments");
  return (
    <>
      {begunBy?.on && words("begunBy", { number: begunBy.number, date: formatDate(begunBy.on) })}
      {begunBy && !begunBy.on && words("begunByUndated", { number: begunBy.number })}{" "}
      {endedBy?.on && words("endedBy", { number: endedBy.number, date: formatDate(endedBy.on) })}
    </>
  );
}

/** The same with its decisions, who recorded it, and what its reader may do with it. */
export function AppointmentLine({
  appointment,
  children,
}: {
  appointment: Appointment;
  children?: ReactNode;
}) {
  const words = useTranslations("appointments");
  const { recordedName } = appointment;
  return (
    <li>
      <AppointmentName appointment={appointment} />.
      <div className="small soft">
        <AppointmentDecisions appointment={appointment} />{" "}
        {recordedName && words("recordedBy", { name: recordedName })}
      </div>
      {children}
    </li>
  );
}
