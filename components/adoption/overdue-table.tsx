import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import { stageTone } from "@/lib/adoption/labels";
import type { DelayReason, StandingLine } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** The cause that every line names: then it is said once, above them. */
function sharedCause(lines: readonly StandingLine[], total: number): DelayReason | null {
  const cause = lines[0]?.cause ?? null;
  return total > 1 && lines.length === total && lines.every((line) => line.cause === cause) ? cause : null;
}

function Next({ next }: Pick<StandingLine, "next">) {
  const words = useTranslations("dashboard");
  const adoption = useTranslations("adoption");
  if (!next) return "–";
  return (
    <>
      {adoption(`milestone.${next.kind}`)}
      <span className="soft">, {next.on ? formatDate(next.on) : words("noPlannedDay")}</span>
    </>
  );
}

function Line({ line, on, withCause }: { line: StandingLine; on: PlainDate; withCause: boolean }) {
  const words = useTranslations("dashboard");
  const adoption = useTranslations("adoption");
  return (
    <tr>
      <th scope="row">
        <a href={`/agencies/${line.code}?on=${formatDate(on)}`}>{line.name}</a>
      </th>
      <td className="number">
        <span className="late">{words("days", { days: line.overdueDays ?? 0 })}</span>
      </td>
      <td>
        <Tag tone={stageTone[line.stage]}>{adoption(`stage.${line.stage}`)}</Tag>
      </td>
      <td>
        <Next next={line.next} />
      </td>
      {withCause && (
        <td data-label={words("cause")}>{line.cause ? adoption(`reason.${line.cause}`) : "–"}</td>
      )}
    </tr>
  );
}

export type OverdueTableProps = { lines: readonly StandingLine[]; total: number; on: PlainDate };

/** Who is late, since when, why, and what comes next: wherever the late are shown. */
export function OverdueTable({ lines, total, on }: OverdueTableProps) {
  const words = useTranslations("dashboard");
  const adoption = useTranslations("adoption");
  const shared = sharedCause(lines, total);
  const columns = ["stage", "next", ...(shared ? [] : (["cause"] as const))] as const;
  return (
    <table className="cards dense overdue">
      <caption>
        {words("overdueCaption", { n: total, date: formatDate(on) })}
        {shared && `. ${words("sharedCause", { cause: adoption(`reason.${shared}`) })}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{words("agency")}</th>
          <th scope="col" className="number">
            {words("overdueDays")}
          </th>
          {columns.map((key) => (
            <th key={key} scope="col">
              {words(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} on={on} withCause={!shared} />
        ))}
      </tbody>
    </table>
  );
}
