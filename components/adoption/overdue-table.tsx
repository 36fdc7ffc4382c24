import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { stageTone } from "@/lib/adoption/labels";
import type { StandingLine } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

function Line({ line, on }: { line: StandingLine; on: PlainDate }) {
  const words = useTranslations("dashboard");
  const adoption = useTranslations("adoption");
  return (
    <tr>
      <th scope="row">
        <a href={`/agencies/${line.code}?on=${formatDate(on)}`}>{line.name}</a>
      </th>
      <td data-label={words("stage")}>
        <Tag tone={stageTone[line.stage]}>{adoption(`stage.${line.stage}`)}</Tag>
      </td>
      <td data-label={words("cause")}>{line.cause ? adoption(`reason.${line.cause}`) : "–"}</td>
      <td data-label={words("next")}>
        {line.next ? adoption(`milestone.${line.next.kind}`) : "–"}
        {line.next && (
          <div className="soft small">
            {line.next.on ? words("plannedFor", { date: formatDate(line.next.on) }) : words("noPlannedDay")}
          </div>
        )}
      </td>
      <td className="number" data-label={words("overdueDays")}>
        <span className="late">{words("days", { days: line.overdueDays ?? 0 })}</span>
      </td>
    </tr>
  );
}

export type OverdueTableProps = { lines: readonly StandingLine[]; total: number; on: PlainDate };

/** Who is late, since when, why, and what comes next: wherever the late are shown. */
export function OverdueTable({ lines, total, on }: OverdueTableProps) {
  const words = useTranslations("dashboard");
  return (
    <table className="cards">
      <caption>{words("overdueCaption", { n: total, date: formatDate(on) })}</caption>
      <thead>
        <tr>
          <th scope="col">{words("agency")}</th>
          <th scope="col">{words("stage")}</th>
          <th scope="col">{words("cause")}</th>
          <th scope="col">{words("next")}</th>
          <th scope="col" className="number">
            {words("overdueDays")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} on={on} />
        ))}
      </tbody>
    </table>
  );
}
