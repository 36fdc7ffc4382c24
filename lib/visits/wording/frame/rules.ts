import type { AdoptionRecord } from "@/lib/adoption/types";
import { formatDate } from "@/lib/kernel/format";
import { dateOrRoom, room, shareText } from "@/lib/kernel/sentences";
import type { LeadAgency } from "@/lib/agencies/lead/types";
import { programmeBasis } from "@/lib/programme/plan/rules";
import type { ProgrammeFacts } from "@/lib/programme/plan/types";
import type { VisitMode } from "@/lib/programme/types";
import { lawBases } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";
import words from "@/messages/vi/adoption.json";

/** Where the agency stood on the day of the visit, and what its system covered, in sentences. */
export function generalFacts(
  { standing, designation, declarations }: AdoptionRecord,
  agencyName: string,
): string[] {
  const declared = declarations.find(({ superseded }) => !superseded);
  return [
    `Tình trạng hệ thống quản lý chất lượng: ${standing ? words.stage[standing.stage] : "chưa thuộc diện theo dõi"}.`,
    ...(designation === null ? [] : [`Tiêu chuẩn áp dụng: ${designation}.`]),
    ...(declared === undefined
      ? ["Bản công bố: chưa có."]
      : [
          `Bản công bố số ${declared.number} ngày ${formatDate(declared.declaredOn)}, theo Quyết định số ${declared.decisionNumber} của ${agencyName}${declared.endedOn ? `; hết hiệu lực từ ngày ${formatDate(declared.endedOn)}` : ""}${declared.founded ? "" : "; chưa có hiệu lực, vì một bước trước đó đã được hủy và chưa ghi lại"}.`,
          `Thủ tục hành chính đã áp dụng: ${shareText(...declared.procedures)}.`,
          `Phòng, đơn vị đã áp dụng: ${shareText(...declared.units)}.`,
        ]),
  ];
}

type Rests = {
  mode: VisitMode;
  programme: ProgrammeFacts | null;
  office: { issuer: Pick<LeadAgency, "name" | "abbreviation" | "committee">; bases: readonly Basis[] };
};

/** The law, the programme, and for a visit on the spot the decision that sent the team, with room for its number. */
export const visitBases = ({ mode, programme, office }: Rests): string[] => [
  ...lawBases(office),
  ...(programme ? [programmeBasis(programme, office)] : []),
  ...(mode === "on_site"
    ? [
        `Căn cứ Quyết định số ${room}/QĐ-${office.issuer.abbreviation} ${dateOrRoom(null)} của ${office.issuer.name} về việc thành lập Đoàn kiểm tra`,
      ]
    : []),
];
