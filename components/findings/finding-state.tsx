import { useTranslations } from "next-intl";

import { Tag } from "@/components/ui/tag";
import type { FindingLine } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";

/** Closed, overdue or open, as of today. */
export function FindingState({
  finding,
  today,
}: {
  finding: Pick<FindingLine, "closedOn" | "dueOn">;
  today: PlainDate;
}) {
  const words = useTranslations("findings");
  const { closedOn, dueOn } = finding;
  if (closedOn) return <Tag tone="good">{words("closed", { date: formatDate(closedOn) })}</Tag>;
  if (dueOn && dueOn < today)
    return <Tag tone="bad">{words("overdue", { days: daysBetween(dueOn, today) })}</Tag>;
  return <Tag tone="watch">{words("open")}</Tag>;
}
