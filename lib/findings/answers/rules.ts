import { isVague } from "@/lib/findings/rules";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";

type Texts = { cause: string; correction: string; correctiveAction: string; doneBy: PlainDate };

const named = {
  cause: "answer-cause",
  correction: "answer-correction",
  correctiveAction: "answer-action",
} as const;

/** What an answer still lacks: each text that says nothing anybody could check, and a day before there was a finding. */
export function answerProblems(answer: Texts, raisedOn: PlainDate): Problem[] {
  const vague = (["cause", "correction", "correctiveAction"] as const)
    .filter((field) => isVague(answer[field]))
    .map((field) => problem(named[field], field));
  const early = answer.doneBy < raisedOn;
  return early ? [...vague, problem("date-before", "doneBy", { earliest: formatDate(raisedOn) })] : vague;
}
