import type { ProgrammeFacts } from "@/lib/audits/plan/types";
import type { Basis, LegalDocumentKind } from "@/lib/legal/types";
import { dateInWords, room, type Office } from "@/lib/reports/documents/issuer";
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

/** In short, as at later mentions: "Thông tư số 26/2014/TT-BKHCN". */
export const shortName = ({ kind, number }: Pick<Basis, "kind" | "number">): string =>
  `${kinds[kind]} số ${number}`;

/** With its day and issuer, as where a paper names it first. */
export const fullName = (basis: Basis): string =>
  `${shortName(basis)} ${dateInWords(basis.issuedOn)} của ${basis.issuer}`;

/** In full, with its title. */
export const citation = (basis: Basis): string => `${fullName(basis)} ${inSentence(basis.title)}`;

/** What the work carries out, in short, as at later mentions. */
export function carriedOut({ bases: [first] }: Office): string {
  return first === undefined ? "quy định về áp dụng hệ thống quản lý chất lượng" : shortName(first);
}

/** The instruments a paper rests on, one a line. */
export const lawBases = ({ bases }: Office): string[] => bases.map((basis) => `Căn cứ ${citation(basis)}`);

/** The decision that approved a programme, with its number or room to write it, its day and who issued it. */
const approval = ({ approvedOn, decisionNumber }: ProgrammeFacts, { issuer }: Office): string | null =>
  approvedOn === null
    ? null
    : `Quyết định số ${decisionNumber ?? `${room}/QĐ-UBND`} ${dateInWords(approvedOn)} của ${issuer.committee}`;

/** The programme as later papers name it: its title, and the decision of its approval. */
export function programmeName(programme: ProgrammeFacts, office: Office): string {
  const decision = approval(programme, office);
  return decision === null ? programme.title : `${programme.title}, được phê duyệt tại ${decision}`;
}

export const programmeBasis = (programme: ProgrammeFacts, office: Office): string =>
  `Căn cứ ${programmeName(programme, office)}`;

/** What a plan rests on once it is approved. */
export function approvalBasis(programme: ProgrammeFacts, office: Office): string[] {
  const decision = approval(programme, office);
  return decision === null
    ? []
    : [`Căn cứ ${decision} về việc phê duyệt kế hoạch kiểm tra năm ${programme.year}`];
}
