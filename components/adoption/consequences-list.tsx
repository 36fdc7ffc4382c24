import { useTranslations } from "next-intl";

import type { Consequences } from "@/lib/adoption/consequences/types";
import type { Stage } from "@/lib/adoption/types";

type Words = ReturnType<typeof useTranslations<"adoption">>;

/** What the figures of the province become: in numbers for whoever reads them, otherwise by how many. */
function figuresLine(words: Words, { figures, counted }: Consequences): string | null {
  if (counted.declared === 0 && counted.total === 0) return null;
  if (!figures) return words("consequences.counted", { change: counted.declared });
  const { before, after } = figures;
  return words("consequences.figures", {
    before: `${before.declared}/${before.total}`,
    after: `${after.declared}/${after.total}`,
  });
}

/** What an act changes at once, said before it is done. */
export function ConsequencesList({ consequences }: { consequences: Consequences }) {
  const words = useTranslations("adoption");
  const { stage, overdueDays } = consequences;
  const named = (of: Stage | null) => (of ? words(`stage.${of}`) : words("consequences.nothing"));
  const days = (of: number | null) =>
    of === null ? words("consequences.notOverdue") : words("overdueDays", { days: of });
  const lines = [
    stage.before !== stage.after &&
      words("consequences.stage", { before: named(stage.before), after: named(stage.after) }),
    overdueDays.before !== overdueDays.after &&
      words("consequences.overdue", { before: days(overdueDays.before), after: days(overdueDays.after) }),
    figuresLine(words, consequences),
  ].filter((line) => typeof line === "string");
  return (
    <div className="notice">
      <strong>{words("consequences.title")}</strong>
      {lines.length === 0 ? (
        <p>{words("consequences.none")}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
