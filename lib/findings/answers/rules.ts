import { repeatedParts } from "@/lib/findings/rules";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

type Texts = { cause: string; correction: string; correctiveAction: string; doneBy: PlainDate };

/** What an answer still lacks: parts that only repeat one another, and a day that is not before the finding. */
export function answerProblems({ doneBy, ...texts }: Texts, raisedOn: PlainDate): Problem[] {
  const repeated = repeatedParts([
    ["cause", texts.cause],
    ["correction", texts.correction],
    ["correctiveAction", texts.correctiveAction],
  ]);
  return doneBy < raisedOn
    ? [...repeated, problem("date-before", "doneBy", { earliest: formatDate(raisedOn) })]
    : repeated;
}
