import { useTranslations } from "next-intl";

import { Tag, type Tone } from "@/components/ui/tag";
import type { Stage } from "@/lib/findings/turns/types";
import type { FindingLine } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";

const tone = {
  open: "watch",
  returned: "watch",
  claimed: "waiting",
  blocked: "waiting",
  answered: "waiting",
  closed: "good",
} as const satisfies Record<Stage, Tone>;

export type FindingStateProps = {
  finding: Pick<FindingLine, "closedOn" | "overdueDays" | "stage" | "blocker">;
  today: PlainDate;
};

/** Whose turn it is; who blocks it and for how long; how late the agency is, while its own clock runs. */
export function FindingState({ finding, today }: FindingStateProps) {
  const words = useTranslations("findings");
  const { closedOn, overdueDays, stage, blocker } = finding;
  if (closedOn) return <Tag tone="good">{words("closed", { date: formatDate(closedOn) })}</Tag>;
  if (blocker)
    return (
      <Tag tone="waiting">
        {words("blockedBy", { body: blocker.body, days: daysBetween(blocker.since, today) })}
      </Tag>
    );
  return (
    <>
      {(stage !== "open" || overdueDays === 0) && <Tag tone={tone[stage]}>{words(`stage.${stage}`)}</Tag>}{" "}
      {overdueDays > 0 && <Tag tone="bad">{words("overdue", { days: overdueDays })}</Tag>}
    </>
  );
}
