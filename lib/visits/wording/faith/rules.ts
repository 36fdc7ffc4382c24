import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { Checklist, Score } from "@/lib/checklists/types";
import type { MinutesWords } from "@/lib/visits/wording/types";
import { scoreText } from "@/lib/kernel/sentences";

const textsOf = ({ body }: MinutesWords): string[] =>
  body.flatMap((block) => {
    if (block.kind === "room") return [];
    return block.kind === "table" ? block.rows.flat() : [block.text];
  });

/** Without the stop that a sentence is given. */
const bare = (text: string): string => text.trim().replace(/[.;]+$/u, "");

/**
 * Does the text that people read say what was recorded: the score and grade that follow from the answers, and each finding? How it
 * says it is the device's, whose app may be of another edition.
 */
export function tells(
  words: MinutesWords,
  { scoreHundredths, gradeCode }: Pick<Score, "scoreHundredths" | "gradeCode">,
  { grades }: Pick<Checklist, "grades">,
  { findings, conclusion, representative }: Pick<MinutesSheet, "findings" | "conclusion" | "representative">,
): boolean {
  const texts = textsOf(words);
  const grade = grades.find(({ code }) => code === gradeCode)?.title ?? "";
  const says = (...parts: readonly string[]): boolean =>
    texts.some((text) => parts.every((part) => text.includes(bare(part))));
  return (
    (scoreHundredths === null || says(scoreText(scoreHundredths), grade)) &&
    findings.every(
      ({ questionCode, evidence, statement = "" }) =>
        texts.some((text) => text.startsWith(questionCode)) && says(evidence) && says(statement),
    ) &&
    says(conclusion) &&
    says(representative.statement)
  );
}
