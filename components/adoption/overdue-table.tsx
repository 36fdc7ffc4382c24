import { useTranslations } from "next-intl";

import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { stageTone } from "@/lib/adoption/labels";
import { delayReasons, type DelayReason, type StandingLine } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Shared = { cause: DelayReason; n: number };

/** The cause that more than half of them name: it is said once, above them, and beside each only what differs. */
function sharedCause(lines: readonly StandingLine[]): Shared | null {
  for (const cause of delayReasons) {
    const n = lines.filter((line) => line.cause === cause).length;
    if (n > 1 && 2 * n > lines.length) return { cause, n };
  }
  return null;
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

function Line({ line, on, shared }: { line: StandingLine; on: PlainDate; shared: Shared | null }) {
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
        {line.cause !== (shared?.cause ?? null) && (
          <div className="small">
            {words("ownCause", { cause: line.cause ? adoption(`reason.${line.cause}`) : words("noCause") })}
          </div>
        )}
      </td>
    </tr>
  );
}

export type OverdueTableProps = { lines: readonly StandingLine[]; total: number; on: PlainDate };

/** Who is late, since when, why, and what comes next: wherever the late are shown. */
export function OverdueTable({ lines, total, on }: OverdueTableProps) {
  const words = useTranslations("dashboard");
  const adoption = useTranslations("adoption");
  const shared = sharedCause(lines);
  return (
    <Table
      className="cards dense overdue"
      caption={
        <>
          {words("overdueCaption", { n: total, date: formatDate(on) })}
          {shared &&
            `. ${words(shared.n === total ? "allShareCause" : "manyShareCause", { n: shared.n, cause: adoption(`reason.${shared.cause}`) })}`}
        </>
      }
      columns={[words("agency"), { number: words("overdueDays") }, words("stage"), words("next")]}
    >
      {lines.map((line) => (
        <Line key={line.id} line={line} on={on} shared={shared} />
      ))}
    </Table>
  );
}
