import { useTranslations } from "next-intl";

import { TeamCell } from "@/components/programme/plan-table";
import { Table } from "@/components/ui/table";
import { weekday } from "@/lib/programme/rules";
import type { PlannedVisit } from "@/lib/programme/types";
import { groupBy } from "@/lib/kernel/collections";
import { formatDate } from "@/lib/kernel/format";

function Month({ name, visits }: { name: string; visits: readonly PlannedVisit[] }) {
  const words = useTranslations("programme");
  const audits = useTranslations("audits");
  return (
    <Table
      className="cards calendar"
      caption={name}
      columns={[words("day"), words("agency"), words("mode"), words("team")]}
    >
      {visits.map(({ id, agencyName, plannedOn, mode, team }) => (
        <tr key={id}>
          <td data-label={words("day")}>
            {words(`weekday.${weekday(plannedOn)}`)}, {formatDate(plannedOn)}
          </td>
          <th scope="row">
            <a href={`/audits/${id}`}>{agencyName}</a>
          </th>
          <td data-label={words("mode")}>{audits(`modes.${mode}`)}</td>
          <td data-label={words("team")}>
            <TeamCell team={team} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

export type CalendarPageProps = { year: number; draft: boolean; visits: readonly PlannedVisit[] };

/** The visits of a year, a list for each month that has some. It prints as it stands. */
export function CalendarPage({ year, draft, visits }: CalendarPageProps) {
  const words = useTranslations("programme");
  const months = groupBy(visits, ({ plannedOn }) => Number(plannedOn.slice(5, 7)));
  return (
    <div className="stack-wide">
      <div className="stack">
        <h1>{words("calendarSentence", { year, count: visits.length })}</h1>
        {draft && <p className="notice watch">{words("calendarDraft")}</p>}
      </div>
      {[...months].map(([month, ofMonth]) => (
        <Month key={month} name={words("month", { month, year })} visits={ofMonth} />
      ))}
    </div>
  );
}
