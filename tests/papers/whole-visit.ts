import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { Frame } from "@/lib/visits/wording/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { citation } from "@/lib/legal/rules";
import type { Basis } from "@/lib/legal/types";
import * as sample from "./sample";

/** A visit with everything in it that minutes can say: what one text is tested with. */

const id = "01990000-0000-7000-8000-00000000000a";
const earlier = "01990000-0000-7000-8000-00000000000b";
const person = (number: number): string => `01990000-0000-7000-8000-00000000010${number}`;

const province: Basis = {
  kind: "decision",
  number: "832/QĐ-UBND",
  issuer: "Ủy ban nhân dân tỉnh Quảng Ngãi",
  issuedOn: plainDate("29/05/2015"),
  title: "Kế hoạch áp dụng hệ thống quản lý chất lượng",
};
const [, circular] = sample.office.bases;

const question = (code: string, text: string, basis: string, more: object = {}) => ({
  ...{ code, groupCode: code.slice(0, 1), text, basis, evidence: "", topic: "policy_posting" as const },
  ...{ editions: ["2008"], clauses: {}, legalDocumentId: null, subordinates: false },
  ...{ gate: false, maintenance: false, ...more },
});

export const visit: PackedVisit = {
  ...sample.draft,
  id,
  agencyName: "UBND huyện Đức Phổ",
  facts: [],
  documents: [],
  team: [
    { personId: person(1), name: "Trần Văn Tâm", duty: "leader" },
    { personId: person(2), name: "Lê Thị Oanh", duty: "secretary" },
    { personId: person(4), name: "Võ Minh", duty: "member" },
  ],
  checklist: {
    ...sample.visit.checklist,
    grades: [
      { code: "good", title: "Tốt", minHundredths: 9000 },
      { code: "weak", title: "Yếu", minHundredths: 0 },
    ],
    questions: [
      question("C.1", "Có bản công bố không?", "QĐ19 Đ4", { gate: true }),
      question("C.4", "Có báo cáo đúng hạn không?", "TT26 Đ7 k2h", { legalDocumentId: "tt26" }),
      question("D.2", "Chính sách có được niêm yết không?", "5.3", { clauses: { "2008": "5.3" } }),
      question("D.3", "Mục tiêu có theo kế hoạch tỉnh không?", "QĐ832", { legalDocumentId: "qd832" }),
      question("D.4", "Công chức có hiểu chính sách không?", "QĐ832 Đ2", { legalDocumentId: "qd832" }),
      question("H.1", "Có xác định rủi ro không?", "4.1"),
    ],
  },
  openBefore: [
    {
      ...{
        ...sample.finding,
        id: earlier,
        evidence: "Quy trình QT-TCKH-04/06 thiếu biểu mẫu",
        raisedOn: plainDate("12/10/2016"),
      },
    },
  ],
};

export const frame: Frame = {
  bases: sample.office.bases.map((basis) => `Căn cứ ${citation(basis)}`),
  named: sample.office.bases.map(({ number }) => number),
  carriesOut: "Quyết định số 19/2014/QĐ-TTg",
  general: ["Tình trạng hệ thống quản lý chất lượng: đã công bố.", "Tiêu chuẩn áp dụng: TCVN ISO 9001:2008."],
  reportsTo: "Sở Khoa học và Công nghệ",
  laws: { qd832: province, ...(circular && { tt26: circular }) },
  posts: {
    [person(1)]: { title: "Phó Chi cục trưởng", organisation: "Chi cục Tiêu chuẩn Đo lường Chất lượng" },
  },
};

const finding = (questionCode: string, evidence: string, more: object = {}) => ({
  ...{ questionCode, evidence, severity: "minor" as const, scope: "Trụ sở chính" },
  ...{ reference: "Sổ văn bản đến, xem ngày 12/10/2017", dueOn: plainDate("11/11/2017"), ...more },
});

export const sheet: MinutesSheet = {
  visitId: id,
  signedOn: plainDate("12/10/2017"),
  answers: {
    "C.1": { outcome: "conforming", note: "Quyết định số 05/QĐ-UBND.\nCó niêm yết." },
    "C.4": { outcome: "not_conforming", note: "Báo cáo năm 2016 gửi ngày 15/02/2017" },
    "D.2": { outcome: "not_conforming", note: "Bản ký năm 2012.\nThiếu dấu." },
    "D.3": { outcome: "partly", note: "Có 2/5 mục tiêu" },
    "D.4": { outcome: "partly", note: "" },
    "H.1": { outcome: "not_applicable", note: "" },
  },
  photos: { "D.2": ["a".repeat(64), "b".repeat(64)], "D.3": ["c".repeat(64)] },
  rechecks: { [earlier]: { outcome: "partly_corrected", note: "Đã có biểu mẫu BM-01.\nCòn BM-02." } },
  findings: [
    finding("C.4", "Báo cáo năm 2016 gửi muộn 45 ngày"),
    finding("D.2", "Bảng tin tầng 1 niêm yết bản ký năm 2012.\nBản này thiếu dấu.", {
      statement: "Đã thay ngày 12/10/2017",
    }),
    finding("D.3", "Thiếu 3 mục tiêu của QT-TCKH-04/06", { severity: "observation", dueOn: null }),
    finding("D.4", "Hai công chức chưa biết chính sách", {
      severity: "major",
      requirement: "Kế hoạch nội bộ số 12",
    }),
  ],
  conclusion: "Cơ quan duy trì hệ thống.\nĐề nghị cập nhật mục tiêu.",
  hours: { startedAt: "08:30" as PlainTime, endedAt: "11:05" as PlainTime },
  attendance: visit.team.map((each) => ({ ...each, present: each.duty !== "member" })),
  representative: {
    ...{ opinion: "dissents", name: "Phạm Thị Thu Hà", title: "Chủ tịch UBND huyện" },
    ...{ statement: "Bảng tin tầng 1 đã thay bản mới.\nĐề nghị Đoàn ghi nhận", signature: { kind: "typed" } },
  },
  signatories: [
    { part: "second", name: "Đỗ Minh Khánh", title: "Chuyên viên, thư ký ISO", signature: { kind: "typed" } },
    { part: "secretary", name: "Lê Thị Oanh", title: "", signature: { kind: "typed" } },
    { part: "leader", name: "Trần Văn Tâm", title: "", signature: { kind: "typed" } },
  ],
};
