import { useTranslations } from "next-intl";

import type { Tone } from "@/components/ui/sign";
import { Tag } from "@/components/ui/tag";
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
  corrected: "waiting",
  closed: "good",
} as const satisfies Record<Stage, Tone>;

export type FindingStateProps = {
  finding: Pick<FindingLine, "closedOn" | "overdueDays" | "stage" | "blocker" | "correctedOn">;
  today: PlainDate;
};

/** Whose turn it is; since when it has been seen corrected; who blocks it and for how long; how late the agency is, while its own clock runs. */
export function FindingState({ finding, today }: FindingStateProps) {
  const words = useTranslations("findings");
  const { closedOn, overdueDays, stage, blocker, correctedOn } = finding;
  if (closedOn) return <Tag tone="good">{words("closed", { date: formatDate(closedOn) })}</Tag>;
  if (correctedOn)
    return (
      <>
        <Tag tone={tone.corrected}>{words("seenCorrected", { date: formatDate(correctedOn) })}</Tag>{" "}
        {overdueDays > 0 && <span className="soft small">{words("overdueThen", { days: overdueDays })}</span>}
      </>
    );
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
