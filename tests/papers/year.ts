import type { StandingLine } from "@/lib/adoption/types";
import type { Dashboard } from "@/lib/dashboard/types";
import type { FindingRecord } from "@/lib/findings/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { Plan } from "@/lib/programme/plan/types";
import type { SummaryFigures } from "@/lib/reports/documents/summary-types";
import type { VisitLine } from "@/lib/visits/types";
import { finding, office, on } from "@/tests/papers/sample";

const line: VisitLine = {
  id: "v",
  agencyCode: "snv",
  agencyName: "Sở Nội vụ",
  mode: "on_site",
  plannedOn: plainDate("12/10/2017"),
  receivedOn: null,
  begunOn: plainDate("12/10/2017"),
  leaderName: null,
  state: "final",
  followUp: false,
  scoreHundredths: 8999,
  gradeTitle: "Khá",
  findings: 1,
};

const visitLines: readonly VisitLine[] = [
  line,
  { ...line, agencyName: "Sở Y tế", state: "planned", scoreHundredths: null, gradeTitle: null },
];

const agency: StandingLine = {
  id: "a",
  code: "snv",
  name: "Sở Nội vụ",
  abbreviation: "SNV",
  kind: "department",
  stage: "building",
  bucket: "in_progress",
  obligation: "mandatory_by_province",
  dueOn: plainDate("31/12/2016"),
  overdueDays: 365,
  cause: "budget",
  next: { kind: "built", on: plainDate("31/03/2018") },
};

const record: FindingRecord = {
  ...finding,
  laws: [],
  agencyCode: "snv",
  agencyName: "Sở Nội vụ",
  topic: "policy_posting",
  raisedOn: plainDate("12/10/2017"),
  closedOn: plainDate("02/01/2018"),
  agencyId: "a",
  visitId: "v",
  closureNote: null,
  closureFileId: null,
  closureVisitId: null,
  stage: "open",
  overdueDays: 50,
  blockedDays: 0,
  stillDays: 0,
  blocker: null,
  owesReply: { agency: false, lead: false },
  turns: 0,
  asked: 0,
};

const dashboard: Dashboard = {
  on,
  headline: {
    ...{ declared: 36, in_progress: 7, not_started: 3, lapsed: 0, total: 46, overdue: 10, byKind: [] },
    ...{ late: { in_progress: 7, not_started: 3, lapsed: 0 }, lateSince: plainDate("31/12/2016") },
  },
  definition: null,
  jumps: [],
  tiles: [],
  overdue: [],
  topics: [{ topic: "policy_posting", agencies: 1 }],
  visited: 1,
  visits: { done: 1, planned: 2 },
  findings: { open: 1, late: 1, blocked: 0, answered: 0, corrected: 0, blockers: [] },
  years: [],
};

export const figures: SummaryFigures = {
  year: 2017,
  on,
  dashboard,
  agencies: [agency],
  visits: visitLines,
  findings: [record],
  programme: null,
  office,
};

export const noFigures: SummaryFigures = {
  ...figures,
  dashboard: { ...dashboard, topics: [], visited: 0, visits: { done: 0, planned: 0 } },
  agencies: [],
  visits: [],
  findings: [],
};

export const plan: Plan = {
  year: 2018,
  title: "Kế hoạch kiểm tra năm 2018",
  approvedOn: plainDate("10/04/2018"),
  decisionNumber: "12/QĐ-UBND",
  visits: [
    {
      id: "v",
      version: 1,
      agencyId: "a",
      agencyCode: "snv",
      agencyName: "Sở Nội vụ",
      state: "planned",
      mode: "desk",
      plannedOn: plainDate("15/08/2018"),
      followUp: true,
      team: [{ personId: "1", name: "Trần Văn Tâm", duty: "leader" }],
    },
  ],
};

export const emptyPlan: Plan = { ...plan, approvedOn: null, decisionNumber: null, visits: [] };
