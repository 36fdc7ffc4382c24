import type { LeadAgency } from "@/lib/agencies/lead/types";
import type { ProgrammeFacts } from "@/lib/programme/plan/types";
import { dateInWords, room } from "@/lib/kernel/sentences";

type Issued = { issuer: Pick<LeadAgency, "committee"> };

/** The decision that approved a programme, with its number or room to write it, its day and who issued it. */
const approval = ({ approvedOn, decisionNumber }: ProgrammeFacts, { issuer }: Issued): string | null =>
  approvedOn === null
    ? null
    : `Quyết định số ${decisionNumber ?? `${room}/QĐ-UBND`} ${dateInWords(approvedOn)} của ${issuer.committee}`;

/** The programme as later papers name it: its title, and the decision of its approval. */
export function programmeName(programme: ProgrammeFacts, office: Issued): string {
  const decision = approval(programme, office);
  return decision === null ? programme.title : `${programme.title}, được phê duyệt tại ${decision}`;
}

export const programmeBasis = (programme: ProgrammeFacts, office: Issued): string =>
  `Căn cứ ${programmeName(programme, office)}`;

/** What a plan rests on once it is approved. */
export function approvalBasis(programme: ProgrammeFacts, office: Issued): string[] {
  const decision = approval(programme, office);
  return decision === null
    ? []
    : [`Căn cứ ${decision} về việc phê duyệt kế hoạch kiểm tra năm ${programme.year}`];
}
