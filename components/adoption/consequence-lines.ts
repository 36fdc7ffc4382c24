import type { useTranslations } from "next-intl";

import type { Consequences } from "@/lib/adoption/consequences/types";
import type { Stage } from "@/lib/adoption/types";

type Words = ReturnType<typeof useTranslations<"adoption">>;

/** What an act changes at once, a sentence each; none where nothing changes. */
export function consequenceLines(words: Words, { stage, overdueDays, figures }: Consequences): string[] {
  const named = (of: Stage | null) => (of ? words(`stage.${of}`) : words("consequences.nothing"));
  const days = (of: number | null) =>
    of === null ? words("consequences.notOverdue") : words("overdueDays", { days: of });
  const [before, after] = [figures.before, figures.after].map(
    ({ declared, total }) => `${declared}/${total}`,
  );
  return [
    stage.before !== stage.after &&
      words("consequences.stage", { before: named(stage.before), after: named(stage.after) }),
    overdueDays.before !== overdueDays.after &&
      words("consequences.overdue", { before: days(overdueDays.before), after: days(overdueDays.after) }),
    before !== after && words("consequences.figures", { before: before ?? "", after: after ?? "" }),
  ].filter((line) => typeof line === "string");
}
