import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import { dateInWords } from "@/lib/reports/documents/issuer";

/** In full, as at a first mention. */
export const decision19 =
  "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước";

/** The instruments every paper on the system rests on, in full as at a first mention. */
export const lawBases = [
  `Căn cứ ${decision19}`,
  "Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg",
] as const;

/** The programme as later papers name it: its title, and the decision or day of its approval. */
export function programmeName({ title, approvedOn, decisionNumber }: ProgrammeFacts): string {
  if (approvedOn === null) return title;
  const on = dateInWords(approvedOn);
  return decisionNumber === null
    ? `${title}, được phê duyệt ${on}`
    : `${title}, được phê duyệt tại Quyết định số ${decisionNumber} ${on}`;
}

export const programmeBasis = (programme: ProgrammeFacts): string => `Căn cứ ${programmeName(programme)}`;
