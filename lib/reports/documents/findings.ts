import type { Severity } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis } from "@/lib/legal/types";
import type { Block, Column } from "@/lib/reports/documents/model";
import { table } from "@/lib/reports/documents/model";
import { requirementTexts } from "@/lib/legal/rules";
import { dateOr, numbered, sentence } from "@/lib/kernel/sentences";
import words from "@/messages/vi/findings.json";

export const findingWidths: readonly Column[] = [
  { title: "TT", share: 8, align: "center" },
  { title: "Câu", share: 14, align: "center" },
  { title: "Tồn tại, bằng chứng và phạm vi", share: 60 },
  { title: "Yêu cầu", share: 40 },
  { title: "Mức độ", share: 20 },
  { title: "Thời hạn khắc phục", share: 23, align: "center" },
];

type Finding = {
  questionCode: string;
  evidence: string;
  reference: string;
  requirement: string;
  laws?: readonly Basis[];
  scope: string;
  statement: string;
  severity: Severity;
  dueOn: PlainDate | null;
  correctedOn: PlainDate | null;
};

/** What a table of findings is read beside: the documents already named, photographs by question. */
type Beside = {
  named: readonly Basis[];
  photos?: Readonly<Record<string, readonly number[]>>;
};

const photosOf = (numbers: readonly number[] = []): string =>
  numbers.length === 0 ? "" : `\nẢnh ${numbers.join(", ")}`;

/** What was seen, where, how far it reaches, and what the agency said of it. */
const described = ({ evidence, reference, scope, statement }: Finding): string =>
  [
    sentence(evidence),
    ...(reference === "" ? [] : [`Thấy ở: ${sentence(reference)}`]),
    ...(scope === "" ? [] : [`Phạm vi: ${sentence(scope)}`]),
    ...(statement === "" ? [] : [`Ý kiến của cơ quan: ${sentence(statement)}`]),
  ].join("\n");

/** Findings as an agency can act on them: what was seen, how far it reaches, what it falls short of, until when. */
export function findingsTable(
  findings: readonly Finding[],
  { named, photos = {} }: Beside,
  empty: string,
): Block {
  const requirements = requirementTexts(findings, named);
  return table(
    findingWidths,
    numbered(
      findings.map((finding, index) => {
        const { questionCode, severity, dueOn, correctedOn } = finding;
        return [
          `${questionCode}${photosOf(photos[questionCode])}`,
          described(finding),
          requirements[index] ?? "",
          words.severity[severity],
          correctedOn ? `Đã thấy khắc phục ngày ${formatDate(correctedOn)}` : dateOr(dueOn, "Không đặt hạn"),
        ];
      }),
    ),
    empty,
  );
}
