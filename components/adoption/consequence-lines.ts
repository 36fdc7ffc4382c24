import type { useTranslations } from "next-intl";

import type { Consequences, Figures, DeclarationInForce } from "@/lib/adoption/consequences/types";
import type { Stage } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";

type Words = ReturnType<typeof useTranslations<"adoption">>;

/** What an act changes at once, a sentence each; none where nothing changes. */
export function consequenceLines(
  words: Words,
  { stage, overdueDays, figures, standing, renamed, past }: Consequences,
): string[] {
  const named = (of: Stage | null) => (of ? words(`stage.${of}`) : words("consequences.nothing"));
  const days = (of: number | null) =>
    of === null ? words("consequences.notOverdue") : words("overdueDays", { days: of });
  const share = ({ declared, total }: Figures) => `${declared}/${total}`;
  const [before, after] = [share(figures.before), share(figures.after)];
  const told = (of: DeclarationInForce | null) =>
    of
      ? words("consequences.declaration", {
          number: of.number,
          date: formatDate(of.declaredOn),
          procedures: of.procedures.join("/"),
        })
      : words("consequences.noDeclaration");
  return [
    stage.before !== stage.after &&
      words("consequences.stage", { before: named(stage.before), after: named(stage.after) }),
    overdueDays.before !== overdueDays.after &&
      words("consequences.overdue", { before: days(overdueDays.before), after: days(overdueDays.after) }),
    before !== after && words("consequences.figures", { before, after }),
    standing &&
      standing.before?.id !== standing.after?.id &&
      words("consequences.standing", { before: told(standing.before), after: told(standing.after) }),
    ...renamed.map((each) =>
      words("consequences.renamed", {
        ...{ number: each.number, date: formatDate(each.declaredOn) },
        ...{ before: words(`declarationKind.${each.before}`), after: words(`declarationKind.${each.after}`) },
      }),
    ),
    ...past.map((day) =>
      words("consequences.past", {
        date: formatDate(day.on),
        before: share(day.before),
        after: share(day.after),
      }),
    ),
  ].filter((line) => typeof line === "string");
}
