import { useLocale, useTranslations } from "next-intl";

import { useClaimedDay } from "@/components/audits/claimed-day";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { stateTone } from "@/lib/visits/labels";
import { dayOf } from "@/lib/checklists/rules";
import type { VisitLine } from "@/lib/visits/types";
import { formatDate, formatNumber } from "@/lib/kernel/format";

function Row({ visit }: { visit: VisitLine }) {
  const words = useTranslations("audits");
  const programme = useTranslations("programme");
  const locale = useLocale();
  const claimed = useClaimedDay();
  const { id, agencyName, mode, leaderName, state, followUp, scoreHundredths, gradeTitle, findings } = visit;
  return (
    <tr>
      <th scope="row">
        <a href={`/audits/${id}`}>{agencyName}</a>
        {followUp && <div className="soft small">{words("followUp")}</div>}
      </th>
      <td data-label={words("date")}>
        {claimed(dayOf(visit), visit.receivedOn)}
        {dayOf(visit) !== visit.plannedOn && (
          <div className="soft small">{programme("plannedDay", { date: formatDate(visit.plannedOn) })}</div>
        )}
      </td>
      <td data-label={words("mode")}>{words(`modes.${mode}`)}</td>
      <td data-label={words("leader")}>{leaderName ?? "–"}</td>
      <td data-label={words("state")}>
        <Tag tone={stateTone[state]}>{words(`states.${state}`)}</Tag>
      </td>
      <td data-label={words("result")}>
        {scoreHundredths === null
          ? "–"
          : `${formatNumber(scoreHundredths / 100, locale, 2)} – ${gradeTitle ?? ""}`}
      </td>
      <td className="number" data-label={words("findings")}>
        {state === "final" ? findings : "–"}
      </td>
    </tr>
  );
}

export function VisitTable({ visits }: { visits: readonly VisitLine[] }) {
  const words = useTranslations("audits");
  if (visits.length === 0) return null;
  return (
    <Table
      className="cards"
      caption={words("caption")}
      columns={[
        words("agency"),
        words("date"),
        words("mode"),
        words("leader"),
        words("state"),
        words("result"),
        { number: words("findings") },
      ]}
    >
      {visits.map((visit) => (
        <Row key={visit.id} visit={visit} />
      ))}
    </Table>
  );
}
