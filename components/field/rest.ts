import { asked } from "@/components/field/sheets";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { isSettled } from "@/lib/checklists/rules";
import type { Question } from "@/lib/checklists/types";
import type { Held, SheetAnswers } from "@/lib/offline/types";

/** Why a question is not answered together with others: each is worth a look of its own. */
export type Reason = "gate" | "open" | "before" | "said";

export type Rest = {
  /** Questions without an answer that may be found conforming together. */
  codes: readonly string[];
  /** Questions without an answer that are left to be answered one by one. */
  leftOut: readonly { code: string; reason: Reason }[];
};

function reasonOf(
  visit: PackedVisit,
  held: Held,
  { code, gate }: Question,
  answers: SheetAnswers,
): Reason | null {
  if (gate) return "gate";
  if (visit.openBefore.some((finding) => finding.questionCode === code)) return "open";
  const before = visit.previous[code]?.outcome ?? "conforming";
  if (before !== "conforming" && before !== "not_checked") return "before";
  const pictured =
    (visit.photos[code] ?? []).length > 0 ||
    held.photos.some((photo) => photo.visitId === visit.id && photo.questionCode === code);
  return pictured || answers[code]?.note ? "said" : null;
}

/**
 * What is left of a group, for an inspector who has looked at all of it. A condition of the grade, what did not conform last time
 * and what something is already said about are never answered in passing.
 */
export function restOf(visit: PackedVisit, held: Held, groupCode: string, answers: SheetAnswers): Rest {
  const open = asked(visit)
    .filter((question) => question.groupCode === groupCode && !isSettled(answers[question.code]))
    .map((question) => ({ code: question.code, reason: reasonOf(visit, held, question, answers) }));
  return {
    codes: open.filter(({ reason }) => reason === null).map(({ code }) => code),
    leftOut: open.flatMap(({ code, reason }) => (reason === null ? [] : [{ code, reason }])),
  };
}

const all = (codes: readonly string[], outcome: "conforming" | "not_checked"): SheetAnswers =>
  Object.fromEntries(codes.map((code) => [code, { outcome, note: "" }]));

export const conforming = (codes: readonly string[]): SheetAnswers => all(codes, "conforming");

/** Takes back what was answered together; what has been changed since stays as it is. */
export const takenBack = (codes: readonly string[], answers: SheetAnswers): SheetAnswers =>
  all(
    codes.filter((code) => answers[code]?.outcome === "conforming" && answers[code].note === ""),
    "not_checked",
  );
