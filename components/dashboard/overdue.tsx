import { useTranslations } from "next-intl";

import { OverdueTable, type OverdueTableProps } from "@/components/adoption/overdue-table";
import { formatDate } from "@/lib/kernel/format";

/** Who is late, since when, why, and what comes next. */
export function Overdue({ lines, total, on }: OverdueTableProps) {
  const words = useTranslations("dashboard");
  if (lines.length === 0) return null;
  return (
    <section className="stack-close">
      <h2>{words("overdueTitle")}</h2>
      <OverdueTable lines={lines} total={total} on={on} />
      <p className="small no-print">
        <a href={`/agencies?on=${formatDate(on)}&overdue=1`}>{words("allOverdue", { n: total })}</a>
      </p>
    </section>
  );
}
