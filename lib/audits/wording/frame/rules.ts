import type { AdoptionRecord } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import { item, type Block } from "@/lib/reports/documents/model";
import { shareText } from "@/lib/kernel/sentences";
import words from "@/messages/vi/adoption.json";

/** Where the agency stood on the day of the visit, and what its system covered. */
export function generalFacts(
  { standing, designation, declarations }: AdoptionRecord,
  agencyName: string,
): Block[] {
  const declared = declarations.find(({ superseded }) => !superseded);
  return [
    item(
      `Tình trạng hệ thống quản lý chất lượng: ${standing ? words.stage[standing.stage] : "chưa thuộc diện theo dõi"}.`,
    ),
    ...(designation === null ? [] : [item(`Tiêu chuẩn áp dụng: ${designation}.`)]),
    ...(declared === undefined
      ? [item("Bản công bố: chưa có.")]
      : [
          item(
            `Bản công bố số ${declared.number} ngày ${formatDate(declared.declaredOn)}, theo Quyết định số ${declared.decisionNumber} của ${agencyName}.`,
          ),
          item(`Thủ tục hành chính đã áp dụng: ${shareText(...declared.procedures)}.`),
          item(`Phòng, đơn vị đã áp dụng: ${shareText(...declared.units)}.`),
        ]),
  ];
}
