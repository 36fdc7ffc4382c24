import { useTranslations } from "next-intl";

import { heads, holdsOn, vacanciesOf } from "@/lib/appointments/rules";
import type { Appointment } from "@/lib/appointments/types";
import { formatDate } from "@/lib/kernel/format";
import { addDays, type PlainDate } from "@/lib/kernel/plain-date";

/** Who signs today; or since when nobody does, and who will. Then every other time without a head. */
export function Vacancies({ appointments, on }: { appointments: readonly Appointment[]; on: PlainDate }) {
  const words = useTranslations("appointments");
  const known = appointments.filter((each) => heads(each) && !each.cancelled);
  const head = known.find((each) => holdsOn(each, on));
  const next = known.filter(({ from }) => from > on).at(-1);
  const vacancies = vacanciesOf(appointments);
  const now = vacancies.find((each) => holdsOn(each, on));
  return (
    <>
      {head && <p className="lead">{words("headNow", { name: head.name, title: head.title })}</p>}
      {!head && (
        <p className="notice watch">
          {now ? words("vacantNow", { date: formatDate(now.from) }) : words("neverHeaded")}{" "}
          {next && words("vacantNext", { name: next.name, date: formatDate(next.from) })}
        </p>
      )}
      {vacancies
        .filter((each) => each !== now)
        .map(({ from, to }) => (
          <p key={from} className="notice">
            {to
              ? words("vacantThen", { from: formatDate(from), to: formatDate(addDays(to, -1)) })
              : words("vacant", { date: formatDate(from) })}
          </p>
        ))}
    </>
  );
}
