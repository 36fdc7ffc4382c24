import type { AdoptionRecord } from "@/lib/adoption/types";
import type { Holder, Position } from "@/lib/appointments/types";
import { noHours, type MinutesRecord } from "@/lib/visits/minutes/types";
import type { IssuedResult, VisitFinding, VisitRecord } from "@/lib/visits/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { Office } from "@/lib/reports/documents/issuer";

export const on = plainDate("31/12/2017");

export const office: Office = {
  issuer: {
    name: "Sở Khoa học và Công nghệ",
    abbreviation: "SKHCN",
    parentName: "UBND tỉnh Quảng Ngãi",
    committee: "Ủy ban nhân dân tỉnh Quảng Ngãi",
    province: "tỉnh Quảng Ngãi",
    place: "Quảng Ngãi",
    headTitle: "Giám đốc",
    drafter: "TĐC",
    copiesTo: ["Sở Nội vụ"],
  },
  signatory: {
    id: "s",
    authority: "in_place",
    principal: "Giám đốc",
    title: "Phó Giám đốc",
    name: "Nguyễn Văn An",
  },
  bases: [
    {
      kind: "decision",
      number: "19/2014/QĐ-TTg",
      issuer: "Thủ tướng Chính phủ",
      issuedOn: plainDate("05/03/2014"),
      title: "Về việc áp dụng hệ thống quản lý chất lượng",
    },
    {
      kind: "circular",
      number: "26/2014/TT-BKHCN",
      issuer: "Bộ Khoa học và Công nghệ",
      issuedOn: plainDate("10/10/2014"),
      title: "Quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg",
    },
  ],
};

export const result: IssuedResult = {
  finalisedOn: plainDate("12/10/2017"),
  scoreHundredths: 8999,
  gradeTitle: "Khá",
  cappedBy: [],
  maintains: false,
  failing: ["D.2"],
  groupScores: [
    { code: "C", points: 10, applicable: 1, scoreHundredths: 1000 },
    { code: "D", points: 10, applicable: 1, scoreHundredths: 666 },
    { code: "H", points: 4, applicable: 0, scoreHundredths: null },
  ],
  conclusion: "Cơ quan duy trì hệ thống.",
  receiptNo: "000001",
  receivedAt: new Date("2017-10-12T09:30:00Z"),
};

export const finding: VisitFinding = {
  id: "f",
  questionCode: "D.2",
  severity: "minor",
  evidence: "Bảng tin tầng 1 chỉ có bản ký năm 2012.",
  reference: "Bảng tin tầng 1, xem ngày 12/10/2017",
  scope: "Trụ sở chính",
  statement: "",
  requirement: "TCVN ISO 9001:2008, 5.3",
  raisedOn: plainDate("12/10/2017"),
  dueOn: plainDate("11/11/2017"),
  correctedOn: null,
  closedOn: null,
};

const question = {
  evidence: "",
  basis: "",
  topic: "policy_posting" as const,
  editions: ["2008"],
  clauses: {},
  legalDocumentId: null,
  subordinates: false,
  gate: false,
  maintenance: false,
};

export const visit: VisitRecord = {
  id: "v",
  agencyId: "a",
  agencyCode: "snv",
  agencyName: "Sở Nội vụ",
  mode: "on_site",
  plannedOn: plainDate("12/10/2017"),
  scope: { editionId: "2008", subordinates: false },
  designation: "TCVN ISO 9001:2008",
  state: "final",
  team: [
    { personId: "1", name: "Trần Văn Tâm", duty: "leader" },
    { personId: "2", name: "Lê Thị Oanh", duty: "secretary" },
  ],
  mine: false,
  photos: {},
  checklist: {
    id: "c",
    title: "Phiếu kiểm tra",
    groups: [
      { code: "C", title: "Công bố", points: 10 },
      { code: "D", title: "Chính sách và mục tiêu chất lượng", points: 10 },
      { code: "H", title: "Bối cảnh, rủi ro", points: 4 },
    ],
    questions: [
      { ...question, code: "C.1", groupCode: "C", text: "Có bản công bố không?" },
      { ...question, code: "D.2", groupCode: "D", text: "Chính sách có được niêm yết không?" },
    ],
    grades: [],
  },
  answers: {
    "C.1": { outcome: "conforming", note: "" },
    "D.2": { outcome: "not_conforming", note: "Chỉ có bản cũ" },
  },
  sections: {},
  previous: {},
  openBefore: [],
  rechecks: {},
  findings: [finding],
  result,
};

export const draft: VisitRecord = { ...visit, state: "under_way", result: null, findings: [] };

/** Read out, and signed by a typed name. */
export const minutes: MinutesRecord = {
  version: 1,
  amends: null,
  reason: "",
  fingerprint: "0".repeat(64),
  opinion: "agrees",
  statement: "",
  representativeName: "Phạm Minh Chi",
  representativeTitle: "Giám đốc",
  signature: { kind: "typed" },
  signatories: [],
  hours: noHours,
  signed: {},
  clockFast: null,
  receivedAt: new Date("2017-10-12T09:30:00Z"),
  recordedAt: new Date("2017-10-12T08:00:00Z"),
  receiptNo: "000001",
};

export const holders: readonly Holder[] = [
  {
    personId: "3",
    name: "Phạm Minh Chi",
    post: "head",
    acting: false,
    title: "Giám đốc",
    concurrent: false,
    since: plainDate("01/01/2015"),
  },
];

export const positions: Readonly<Record<string, Position>> = {
  "1": { title: "Phó Chi cục trưởng", organisation: "Chi cục Tiêu chuẩn Đo lường Chất lượng" },
};

export const adoption: AdoptionRecord = {
  standing: null,
  law: null,
  designation: null,
  milestones: [],
  declarations: [],
  causes: [],
  next: null,
};
