import { z } from "zod";

import {
  agencyCode,
  choice,
  code,
  date,
  id,
  line,
  optionalFile,
  optionalText,
  pastDay,
  requiredFile,
  shown,
  text,
  version,
} from "@/lib/gate/fields";
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

export const withdrawalForm = z.object({
  documentId: id,
  withdrawnOn: pastDay,
  reason: text(500),
  scan: optionalFile,
  shown,
});
export type WithdrawalForm = z.output<typeof withdrawalForm>;

const inForce = { effectiveOn: date, reviewDueOn: date };

/** What the head says in approving: who and when is whoever sends it, today. */
export const approvalForm = z.object({ documentId: id, version, shown, ...inForce });
export type ApprovalForm = z.output<typeof approvalForm>;

/** An approval as it stands on the signed paper. */
export const approvalRecordForm = z.object({
  documentId: id,
  version,
  approverId: id,
  approvedOn: pastDay,
  ...inForce,
  scan: requiredFile,
});
export type ApprovalRecordForm = z.output<typeof approvalRecordForm>;

/** A review after which the document stays as it is. */
export const reviewForm = z.object({
  documentId: id,
  reviewedOn: pastDay,
  nextDueOn: date,
  conclusion: text(2000),
  scan: optionalFile,
  shown,
});
export type ReviewForm = z.output<typeof reviewForm>;
