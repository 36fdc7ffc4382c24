import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import type { Basis, LegalDocumentKind } from "@/lib/legal/types";
import { dateInWords, type Office } from "@/lib/reports/documents/issuer";
import { inSentence } from "@/lib/reports/documents/words";

const kinds = {
  decision: "Quyết định",
  circular: "Thông tư",
  decree: "Nghị định",
  resolution: "Nghị quyết",
  official_letter: "Công văn",
  plan: "Kế hoạch",
  notice: "Thông báo",
} satisfies Record<LegalDocumentKind, string>;

/** A ministry's circular is its minister's. */
const issuedBy = ({ kind, issuer }: Basis): string =>
  kind === "circular" && issuer.startsWith("Bộ ") ? `Bộ trưởng ${issuer}` : issuer;

/** In full, as at a first mention. */
export const citation = (basis: Basis): string =>
  `${kinds[basis.kind]} số ${basis.number} ${dateInWords(basis.issuedOn)} của ${issuedBy(basis)} ${inSentence(basis.title)}`;

/** What the work carries out, in short, as at later mentions. */
export function carriedOut({ bases: [first] }: Office): string {
  return first === undefined
    ? "quy định về áp dụng hệ thống quản lý chất lượng"
    : `${kinds[first.kind]} số ${first.number}`;
}

/** The instruments a paper rests on, one a line. */
export const lawBases = ({ bases }: Office): string[] => bases.map((basis) => `Căn cứ ${citation(basis)}`);

/** The programme as later papers name it: its title, and the decision or day of its approval. */
export function programmeName({ title, approvedOn, decisionNumber }: ProgrammeFacts): string {
  if (approvedOn === null) return title;
  const on = dateInWords(approvedOn);
  return decisionNumber === null
    ? `${title}, được phê duyệt ${on}`
    : `${title}, được phê duyệt tại Quyết định số ${decisionNumber} ${on}`;
}

export const programmeBasis = (programme: ProgrammeFacts): string => `Căn cứ ${programmeName(programme)}`;
