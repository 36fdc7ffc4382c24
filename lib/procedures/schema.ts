import { z } from "zod";

import { agencyCode, choice, code, date, id, line, optionalText, text, version } from "@/lib/gate/fields";
import { documentKinds } from "@/lib/procedures/types";

const longestBody = 60_000;

const changeLog = { changeRequest: text(500), changePlace: text(300), changeSummary: text(2000) };

export const newDocumentForm = z.object({
  agencyId: id,
  agencyCode,
  code: code(40),
  kind: choice(documentKinds),
  requiredDocumentId: optionalText(60),
  title: line(300),
  body: text(longestBody),
});
export type NewDocumentForm = z.output<typeof newDocumentForm>;

/** `version` is that of the draft the form was made from; 0 where there was none. */
export const draftForm = z.object({
  documentId: id,
  version,
  title: line(300),
  body: text(longestBody),
  ...changeLog,
  newIssue: z.enum(["", "1"], { error: "unknown-input" }).default(""),
});
export type DraftForm = z.output<typeof draftForm>;

export const withdrawalForm = z.object({ documentId: id, withdrawnOn: date, reason: text(500) });
export type WithdrawalForm = z.output<typeof withdrawalForm>;

export const approvalForm = z.object({
  documentId: id,
  version,
  approverId: id,
  approvedOn: date,
  effectiveOn: date,
  reviewDueOn: date,
});
export type ApprovalForm = z.output<typeof approvalForm>;
