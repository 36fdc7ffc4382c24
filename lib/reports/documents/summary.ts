import { programmeName } from "@/lib/programme/plan/rules";
import { citation } from "@/lib/legal/rules";
import { agencyLetterhead, officeSignature, illustrativeMark, kept } from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import { paragraph, type Paper } from "@/lib/reports/documents/model";
import { summaryAnnexes } from "@/lib/reports/documents/summary-annexes";
import { causes, proposals, situation, visitsAndFindings } from "@/lib/reports/documents/summary-parts";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";

export type SummaryFacts = { figures: SummaryFigures; registration: Registration; illustrative: boolean };

/** Báo cáo tổng hợp of a year to the province (form 1.4), with its annexes. */
export function summaryOf({ figures, registration, illustrative }: SummaryFacts): Paper {
  const { year, office } = figures;
  return {
    fileName: `Báo cáo tổng hợp năm ${year}`,
    letterhead: agencyLetterhead(office, "BC", registration),
    title: {
      kind: "BÁO CÁO",
      subject: [
        "Tình hình áp dụng và kết quả kiểm tra hệ thống quản lý chất lượng",
        `theo TCVN ISO 9001 tại các cơ quan hành chính nhà nước năm ${year}`,
      ],
    },
    addressees: [office.issuer.committee],
    bases: [],
    body: [
      paragraph(
        `${carryingOut(figures)}${office.issuer.name} báo cáo tình hình áp dụng và kết quả kiểm tra hệ thống quản lý chất lượng năm ${year} như sau:`,
      ),
      ...situation(figures),
      ...visitsAndFindings(figures),
      ...causes(figures),
      ...proposals(figures),
    ],
    signatures: [officeSignature(office)],
    recipients: ["Như trên", ...office.issuer.copiesTo, "Các cơ quan có tên tại các phụ lục", kept(office)],
    closing: [],
    annexes: summaryAnnexes(figures, registration),
    marks: illustrative ? [illustrativeMark] : [],
  };
}

/** "Thực hiện Quyết định … và Kế hoạch …, ": nothing where nothing is recorded. */
function carryingOut({ programme, office }: SummaryFigures): string {
  const done = [
    ...office.bases.slice(0, 1).map(citation),
    ...(programme ? [programmeName(programme, office)] : []),
  ];
  return done.length === 0 ? "" : `Thực hiện ${done.join(" và ")}, `;
}
