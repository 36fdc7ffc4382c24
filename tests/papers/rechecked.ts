import type { RecheckedFinding } from "@/lib/visits/rechecks/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { NoticeFacts } from "@/lib/reports/documents/notice";
import { unregistered } from "@/lib/reports/rules";
import * as sample from "./sample";

const clock = {
  ...{ dueOn: plainDate("11/11/2016"), blockedDays: 0, stillDays: 0 },
  ...{ correctedOn: null, overdueDays: 0, runs: "agency" as const },
};
const seen = (questionCode: string, more: Partial<RecheckedFinding>): RecheckedFinding => ({
  ...{ questionCode, evidence: `Thiếu hồ sơ ${questionCode}`, outcome: "not_corrected", note: "Chưa có sổ" },
  ...{ raisedOn: plainDate("12/10/2016"), visitOn: plainDate("12/10/2016") },
  ...{ clock, blockedSince: null, closedOn: null, ...more },
});

/** Four earlier findings, seen again: late, blocked, corrected in part and wholly corrected. */
export const rechecked: readonly RecheckedFinding[] = [
  seen("B.1", { clock: { ...clock, overdueDays: 30 }, raisedOn: plainDate("15/10/2016") }),
  seen("C.4", {
    clock: { ...clock, dueOn: plainDate("21/11/2017") },
    blockedSince: plainDate("01/10/2017"),
  }),
  seen("D.2", { outcome: "partly_corrected", note: "Còn tầng 2", clock: { ...clock, dueOn: null } }),
  seen("E.1", {
    ...{ outcome: "corrected", note: "" },
    clock: { ...clock, correctedOn: plainDate("12/10/2017"), runs: "inspectors" },
  }),
];

/** What the notice of a visit says that found nothing new. */
export const recheckNotice: NoticeFacts = {
  ...{
    visit: { ...sample.visit, findings: [] },
    result: sample.result,
    minutes: [sample.minutes],
    rechecked,
  },
  ...{ programme: null, office: sample.office, registration: unregistered, illustrative: true },
};
