import type { FindingDraft } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem, type Problem } from "@/lib/kernel/problem";
import { searchKey } from "@/lib/kernel/text";

/** Words that say something is wanting and nothing of what. */
const emptyWords = new Set(
  "chua khong con thieu day du dat tot duoc thuc hien theo quy dinh yeu cau noi dung mot so cac va van viec cong tac dung kip thoi han che".split(
    " ",
  ),
);
const fewestWords = 4;

/** Is there nothing in it that anybody could act on ("chưa đầy đủ", "còn một số hạn chế")? */
export const isVague = (text: string): boolean =>
  searchKey(text)
    .split(" ")
    .filter((word) => word !== "" && !emptyWords.has(word)).length < fewestWords;

/** A finding names its evidence and its scope. Fields are named as in the form: evidence.D.2. */
export function findingProblems(finding: FindingDraft): Problem[] {
  const { questionCode, evidence, scope } = finding;
  const atEvidence = `evidence.${questionCode}`;
  if (evidence === "") return [problem("finding-evidence", atEvidence)];
  const vague = isVague(evidence) ? [problem("finding-vague", atEvidence)] : [];
  return scope === "" ? [...vague, problem("finding-scope", `scope.${questionCode}`)] : vague;
}

type Known = { raisedOn: PlainDate; answeredOn: PlainDate | null; lastStopEndsOn: PlainDate | null };

/** A correction is verified after it was answered for, after what blocked it, and not ahead of time. */
export function closureProblem(
  closedOn: PlainDate,
  { raisedOn, answeredOn, lastStopEndsOn }: Known,
  today: PlainDate,
): Problem | null {
  if (closedOn > today) return problem("date-in-future", "closedOn", { latest: formatDate(today) });
  const earliest = [raisedOn, answeredOn ?? raisedOn, lastStopEndsOn ?? raisedOn].sort().at(-1) ?? raisedOn;
  return closedOn < earliest ? problem("date-before", "closedOn", { earliest: formatDate(earliest) }) : null;
}
