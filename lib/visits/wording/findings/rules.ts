import { requirementAsked } from "@/lib/checklists/rules";
import type { FindingDraft } from "@/lib/findings/types";
import { dateOr, numbered, sentence } from "@/lib/kernel/sentences";
import { requirementTexts } from "@/lib/legal/rules";
import { paragraph } from "@/lib/visits/wording/blocks/rules";
import { minutesParts, partName } from "@/lib/visits/wording/parts/rules";
import { photoNumbers } from "@/lib/visits/wording/photos/rules";
import type { Telling } from "@/lib/visits/wording/telling/types";
import type { WordBlock } from "@/lib/visits/wording/types";
import findingWords from "@/messages/vi/findings.json";

/** The part in which findings stand in full. */
export const findingsPart = partName("findings", minutesParts);

/** What findings fall short of: in the inspector's own words, otherwise as its question asks by it. */
function requirementsOf({ visit, sheet, frame, checklist }: Telling): string[] {
  const questions = new Map(checklist.questions.map((question) => [question.code, question]));
  const asking = { ...visit.scope, designation: visit.designation };
  const laws = Object.values(frame.laws);
  const stated = sheet.findings.map(({ questionCode, requirement }) => ({
    requirement: requirement || requirementAsked(questions.get(questionCode), asking),
    laws,
  }));
  return requirementTexts(
    stated,
    frame.named.map((number) => ({ number })),
  );
}

const seen = ({ evidence, reference = "", scope, statement = "" }: FindingDraft, isOpen: boolean): string =>
  [
    sentence(evidence),
    ...(reference === "" ? [] : [`Thấy ở: ${sentence(reference)}`]),
    ...(scope === "" ? [] : [`Phạm vi: ${sentence(scope)}`]),
    // What the agency says of it is said after it was read.
    ...(isOpen || statement === "" ? [] : [`Ý kiến của cơ quan: ${sentence(statement)}`]),
  ].join("\n");

/** What falls short, each with what it falls short of and by when it is to be mended. */
export function findings(telling: Telling): WordBlock[] {
  const { sheet } = telling;
  if (sheet.findings.length === 0) return [paragraph("Không có điểm tồn tại nào trong lần kiểm tra này.")];
  const requirements = requirementsOf(telling);
  const rows = sheet.findings.map((finding, index) => {
    const photos = photoNumbers(telling, finding.questionCode);
    return [
      `${finding.questionCode}${photos === "" ? "" : `\nẢnh ${photos}`}`,
      seen(finding, telling.isOpen),
      requirements[index] ?? "",
      findingWords.severity[finding.severity],
      dateOr(finding.dueOn, "Không đặt hạn"),
    ];
  });
  const columns = ["TT", "Câu", "Tồn tại, bằng chứng và phạm vi", "Yêu cầu", "Mức độ", "Thời hạn khắc phục"];
  return [{ kind: "table", table: "findings", columns, rows: numbered(rows) }];
}
