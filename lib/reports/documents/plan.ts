import type { Plan } from "@/lib/programme/plan/types";
import type { PlannedVisit } from "@/lib/programme/types";
import { formatDate } from "@/lib/kernel/format";
import { approvalBasis } from "@/lib/programme/plan/rules";
import { carriedOut, lawBases } from "@/lib/legal/rules";
import {
  agencyLetterhead,
  attachedTo,
  officeSignature,
  illustrativeMark,
  kept,
  toReport,
  type Office,
} from "@/lib/reports/documents/issuer";
import type { Registration } from "@/lib/reports/types";
import {
  heading,
  item,
  paragraph,
  table,
  type Annex,
  type Block,
  type Paper,
} from "@/lib/reports/documents/model";
import { ended, inSentence, numbered } from "@/lib/kernel/sentences";
import words from "@/messages/vi/audits.json";

export type PlanFacts = { plan: Plan; office: Office; registration: Registration; illustrative: boolean };

/** Kế hoạch kiểm tra of a year (form 1.4), with the list of visits as its annex. */
export function planOf({ plan, office, registration, illustrative }: PlanFacts): Paper {
  const draft = plan.approvedOn === null;
  return {
    fileName: `Kế hoạch kiểm tra năm ${plan.year}${draft ? " (dự thảo)" : ""}`,
    letterhead: agencyLetterhead(office, "KH", registration),
    title: {
      kind: "KẾ HOẠCH",
      subject: [
        "Kiểm tra việc xây dựng, áp dụng, duy trì và cải tiến hệ thống quản lý",
        `chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001 năm ${plan.year}`,
      ],
    },
    addressees: [],
    bases: [...lawBases(office), ...approvalBasis(plan, office)],
    body: [
      paragraph(
        `${office.issuer.name} ban hành Kế hoạch kiểm tra năm ${plan.year} tại các cơ quan hành chính nhà nước trên địa bàn ${office.issuer.province} như sau:`,
      ),
      ...purpose,
      ...contents(office),
      ...whoAndWhen(plan),
      ...organisation(office),
    ],
    signatures: [officeSignature(office)],
    recipients: [
      toReport(office),
      "Các cơ quan có tên tại Phụ lục",
      "Thành viên Đoàn kiểm tra",
      kept(office),
    ],
    closing: [],
    annexes: [annexOf(plan, office, registration)],
    marks: [
      ...(draft ? ["Dự thảo, kế hoạch chưa được phê duyệt"] : []),
      ...(illustrative ? [illustrativeMark] : []),
    ],
  };
}

const purpose: readonly Block[] = [
  heading("MỤC ĐÍCH, YÊU CẦU"),
  paragraph(
    "Đánh giá việc xây dựng, áp dụng, duy trì và cải tiến hệ thống quản lý chất lượng tại các cơ quan; hướng dẫn, đề nghị khắc phục kịp thời các tồn tại.",
  ),
  paragraph(
    "Việc kiểm tra đúng nội dung, đúng thời gian, không ảnh hưởng đến hoạt động bình thường của cơ quan được kiểm tra; kết luận dựa trên bằng chứng khách quan.",
  ),
];

const contents = (office: Office): Block[] => [
  heading("NỘI DUNG KIỂM TRA"),
  ...[
    `Việc thực hiện ${carriedOut(office)}: chỉ đạo, phạm vi áp dụng theo danh mục thủ tục hành chính, công bố và công bố lại, niêm yết.`,
    "Sự phù hợp của hệ thống với tiêu chuẩn quốc gia TCVN ISO 9001: chính sách, mục tiêu, tài liệu bắt buộc, thực hiện quy trình và hồ sơ.",
    "Việc cập nhật văn bản quy phạm pháp luật vào các quy trình giải quyết thủ tục hành chính.",
    "Đánh giá nội bộ, xem xét của lãnh đạo, khắc phục và cải tiến; kết quả khắc phục các tồn tại của những lần kiểm tra trước.",
    "Báo cáo, kinh phí áp dụng hệ thống quản lý chất lượng.",
  ].map(item),
];

const count = (visits: readonly PlannedVisit[], mode: PlannedVisit["mode"]): number =>
  visits.filter((visit) => visit.mode === mode).length;

function whoAndWhen({ visits }: Plan): Block[] {
  const [first, last] = [visits.at(0), visits.at(-1)];
  const modes = (["on_site", "desk"] as const)
    .filter((mode) => count(visits, mode) > 0)
    .map((mode) => `${count(visits, mode)} cuộc ${inSentence(words.modes[mode])}`);
  return [
    heading("ĐỐI TƯỢNG, HÌNH THỨC, THỜI GIAN"),
    paragraph(
      first === undefined || last === undefined
        ? "Kế hoạch chưa có cuộc kiểm tra nào."
        : `Kiểm tra ${visits.length} cuộc, gồm ${modes.join(" và ")}, từ ngày ${formatDate(first.plannedOn)} đến ngày ${formatDate(last.plannedOn)}. Cơ quan, hình thức, thời gian và thành phần đoàn của từng cuộc ghi tại Phụ lục kèm theo.`,
    ),
  ];
}

const organisation = ({ issuer }: Office): Block[] => [
  heading("TỔ CHỨC THỰC HIỆN"),
  paragraph(
    `Đoàn kiểm tra thông báo cho cơ quan trước khi kiểm tra, lập biên bản tại chỗ; ${issuer.name} thông báo kết quả cho từng cơ quan, theo dõi khắc phục và tổng hợp báo cáo ${issuer.committee}.`,
  ),
  paragraph(
    ended(
      `Cơ quan được kiểm tra chuẩn bị báo cáo tự đánh giá, hồ sơ liên quan và cử người làm việc với Đoàn. Trong quá trình thực hiện, nếu có khó khăn, đề nghị các cơ quan phản ánh về ${issuer.name} để phối hợp giải quyết`,
    ),
  ),
];

const teamText = ({ team }: PlannedVisit): string =>
  team.length === 0
    ? "Chưa phân công"
    : team.map(({ name, duty }) => `${name} (${inSentence(words.duties[duty])})`).join("\n");

const annexOf = ({ year, visits }: Plan, office: Office, registration: Registration): Annex => ({
  title: `Danh sách cơ quan được kiểm tra năm ${year}`,
  attachedTo: attachedTo(office, "Kế hoạch", "KH", registration),
  landscape: true,
  body: [
    table(
      [
        { title: "TT", share: 10, align: "center" },
        { title: "Cơ quan", share: 80 },
        { title: "Hình thức", share: 42 },
        { title: "Ngày kiểm tra", share: 30, align: "center" },
        { title: "Đoàn kiểm tra", share: 90 },
      ],
      numbered(
        visits.map((visit) => [
          `${visit.agencyName}${visit.followUp ? ` (${inSentence(words.followUp)})` : ""}`,
          words.modes[visit.mode],
          formatDate(visit.plannedOn),
          teamText(visit),
        ]),
      ),
      "Kế hoạch chưa có cuộc kiểm tra nào.",
    ),
  ],
});
