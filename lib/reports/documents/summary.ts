import { decision19, programmeName } from "@/lib/reports/documents/bases";
import { agencyLetterhead, illustrativeMark, issuer } from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import { paragraph, type Paper } from "@/lib/reports/documents/model";
import { summaryAnnexes } from "@/lib/reports/documents/summary-annexes";
import { causes, proposals, situation, visitsAndFindings } from "@/lib/reports/documents/summary-parts";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";

export type SummaryFacts = { figures: SummaryFigures; registration: Registration; illustrative: boolean };

/** Báo cáo tổng hợp of a year to the province (form 1.4), with its annexes. */
export function summaryOf({ figures, registration, illustrative }: SummaryFacts): Paper {
  const { year, programme } = figures;
  const carriedOut = programme ? ` và ${programmeName(programme)}` : "";
  return {
    fileName: `Báo cáo tổng hợp năm ${year}`,
    letterhead: agencyLetterhead("BC", registration),
    title: {
      kind: "BÁO CÁO",
      subject: [
        "Tình hình áp dụng và kết quả kiểm tra hệ thống quản lý chất lượng",
        `theo TCVN ISO 9001 tại các cơ quan hành chính nhà nước năm ${year}`,
      ],
    },
    addressees: [issuer.committee],
    bases: [],
    body: [
      paragraph(
        `Thực hiện ${decision19}${carriedOut}, ${issuer.name} báo cáo tình hình áp dụng và kết quả kiểm tra hệ thống quản lý chất lượng năm ${year} như sau:`,
      ),
      ...situation(figures),
      ...visitsAndFindings(figures),
      ...causes(figures),
      ...proposals(figures),
    ],
    signatures: [{ title: [issuer.head], name: null }],
    recipients: ["Như trên", "Sở Nội vụ", "Các cơ quan có tên tại các phụ lục", `Lưu: VT, ${issuer.drafter}`],
    annexes: summaryAnnexes(figures, registration),
    marks: illustrative ? [illustrativeMark] : [],
  };
}
