import { useTranslations } from "next-intl";

import { heldOffice } from "@/lib/appointments/signatures/rules";
import type { TermSignature } from "@/lib/appointments/signatures/types";
import type { Appointment } from "@/lib/appointments/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Props = {
  appointments: readonly Appointment[];
  of: TermSignature["kind"];
  personId: string | null;
  name: string | null;
  on: PlainDate | null;
};

/** Says of a text that whoever signed it held no office on that day; nothing where they did. */
export function SignedOutside({ appointments, of, personId, name, on }: Props) {
  const words = useTranslations("appointments.signed");
  if (on === null || heldOffice(appointments, { personId, on, of })) return null;
  return <p className="notice watch">{words("outside", { name: name ?? "–", date: formatDate(on) })}</p>;
}
