import type { z } from "zod";

import * as accounts from "@/lib/accounts/commands";
import * as own from "@/lib/accounts/own/commands";
import * as handover from "@/lib/accounts/handover/commands";
import { handoverForm } from "@/lib/accounts/handover/schema";
import * as accountForms from "@/lib/accounts/schema";
import { recordMilestone } from "@/lib/adoption/commands";
import { recordDeclaration, recordPublications } from "@/lib/adoption/declarations/commands";
import { stateDelay } from "@/lib/adoption/delays/commands";
import { delayForm } from "@/lib/adoption/delays/schema";
import { recordLapse } from "@/lib/adoption/lapses/commands";
import { lapseForm } from "@/lib/adoption/lapses/schema";
import { declarationForm, publicationForm } from "@/lib/adoption/declarations/schema";
import { milestoneForm } from "@/lib/adoption/schema";
import { finaliseVisit } from "@/lib/audits/commands";
import { giveGroups } from "@/lib/audits/groups/commands";
import { groupsForm } from "@/lib/audits/groups/schema";
import { amendMinutes } from "@/lib/audits/minutes/commands";
import { amendmentForm } from "@/lib/audits/minutes/schema";
import { setCaption } from "@/lib/audits/photos/captions/commands";
import { captionForm } from "@/lib/audits/photos/captions/schema";
import { addPhoto, removePhoto } from "@/lib/audits/photos/commands";
import { photoForm, photoRemoval } from "@/lib/audits/photos/schema";
import { recheckFinding } from "@/lib/audits/rechecks/commands";
import { recheckForm } from "@/lib/audits/rechecks/schema";
import { saveSection } from "@/lib/audits/recording/commands";
import { approveProgramme, proposeProgramme } from "@/lib/audits/programme/commands";
import * as calendar from "@/lib/audits/calendar/commands";
import * as calendarForms from "@/lib/audits/calendar/schema";
import * as plan from "@/lib/audits/programme/change/commands";
import * as planForms from "@/lib/audits/programme/schema";
import * as appointments from "@/lib/appointments/commands";
import * as appointmentForms from "@/lib/appointments/schema";
import { recordReview } from "@/lib/audits/reviews/commands";
import { reviewForm } from "@/lib/audits/reviews/schema";
import { finaliseForm, sectionForm } from "@/lib/audits/schema";
import { cancelEntry } from "@/lib/corrections/commands";
import { cancelForm } from "@/lib/corrections/schema";
import { addScan } from "@/lib/files/scans/commands";
import { scanForm } from "@/lib/files/scans/schema";
import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import { answerForm, returnForm } from "@/lib/findings/answers/schema";
import * as blocks from "@/lib/findings/blocks/commands";
import * as blockForms from "@/lib/findings/blocks/schema";
import { closeFinding } from "@/lib/findings/commands";
import { closureForm } from "@/lib/findings/schema";
import { writeMessage } from "@/lib/findings/thread/commands";
import { messageForm } from "@/lib/findings/thread/schema";
import type { Role, Viewer } from "@/lib/identity/types";
import type { Result } from "@/lib/kernel/result";
import * as policies from "@/lib/policies/commands";
import * as policyForms from "@/lib/policies/schema";
import * as signatures from "@/lib/policies/signatures/commands";
import * as approvals from "@/lib/procedures/approvals/commands";
import * as procedures from "@/lib/procedures/commands";
import { keepDocument } from "@/lib/procedures/reviews/commands";
import * as documentForms from "@/lib/procedures/schema";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";
import { saveMailSetting } from "@/lib/reminders/settings/commands";
import { mailSettingForm } from "@/lib/reminders/settings/schema";
import * as submissions from "@/lib/submissions/commands";
import * as submissionForms from "@/lib/submissions/schema";

import * as ground from "../ground";
import * as plants from "../plants";

type Input = Record<string, unknown>;

/** A form as the gate takes it: its shape, who sends it, what it is about, and the command behind it. */
export type Fuzzed = {
  shape: z.ZodType;
  role: Role;
  about: () => Promise<Input>;
  run: (viewer: Viewer, input: Input) => Promise<Result<unknown>>;
};

const fuzzed = <Shape extends z.ZodType>(
  role: Role,
  shape: Shape,
  command: (viewer: Viewer, input: z.output<Shape>) => Promise<Result<unknown>>,
  about: () => Promise<Input> = () => Promise.resolve({}),
): Fuzzed => ({ shape, role, about, run: (viewer, input) => command(viewer, input as z.output<Shape>) });

const agency = async (): Promise<Input> => ({ agencyId: await ground.agencyOf("own") });
const document = async (): Promise<Input> => ({ documentId: await plants.plantDocument("own", true) });
const account = async (): Promise<Input> => ({ id: (await ground.plantAccount("head")).id });
const signature = async (): Promise<Input> => {
  const { version } = await plants.plantPolicyDraft("own");
  return { ...(await agency()), version: String(version) };
};
const submission = async (waiting: boolean): Promise<Input> => {
  const id = await plants.plantDocument("own", true);
  if (waiting) await plants.plantSubmission(id);
  return { ...(await agency()), of: "document", id, version: "1" };
};

const planned = async (): Promise<Input> => {
  const { year, visitId } = await plants.plantDraft("own");
  const leader = await plants.personOf("inspector");
  return { year: String(year), visitId, plannedOn: `14/07/${year}`, keepDay: "yes", leader };
};

/** Every command that a form feeds, by its name. */
export const fuzzedCommands: Record<string, Fuzzed> = {
  savePolicy: fuzzed("officer", policyForms.policyForm, policies.savePolicy, agency),
  signPolicy: fuzzed("head", policyForms.signatureForm, signatures.signPolicy, signature),
  recordSignature: fuzzed("officer", policyForms.signatureRecordForm, signatures.recordSignature, signature),
  submitDraft: fuzzed("officer", submissionForms.submitForm, submissions.submitDraft, () =>
    submission(false),
  ),
  returnDraft: fuzzed("head", submissionForms.sendBackForm, submissions.returnDraft, () => submission(true)),
  postPolicy: fuzzed("officer", policyForms.postingForm, policies.postPolicy, async () => {
    await plants.plantPolicy("own");
    return agency();
  }),
  removePosting: fuzzed("officer", policyForms.removalForm, policies.removePosting, async () => ({
    ...(await agency()),
    postingId: await plants.plantPosting("own"),
  })),
  addScan: fuzzed("officer", scanForm, addScan, async () => ({
    ...(await agency()),
    of: "posting",
    id: await plants.plantPosting("own"),
  })),
  saveObjective: fuzzed("officer", policyForms.objectiveForm, policies.saveObjective, async () => ({
    ...(await agency()),
    objectiveId: await plants.plantObjective("own"),
  })),
  createDocument: fuzzed("officer", documentForms.newDocumentForm, procedures.createDocument, async () => ({
    ...(await agency()),
    code: ground.unique(),
    requiredDocumentId: "",
  })),
  saveDraft: fuzzed("officer", documentForms.draftForm, procedures.saveDraft, document),
  approveDraft: fuzzed("head", documentForms.approvalForm, approvals.approveDraft, async () => ({
    ...(await document()),
    reviewDueOn: "31/12/2018",
  })),
  recordApproval: fuzzed("officer", documentForms.approvalRecordForm, approvals.recordApproval, async () => ({
    ...(await document()),
    approverId: await plants.headOf("own"),
    reviewDueOn: "31/12/2018",
  })),
  keepDocument: fuzzed("head", documentForms.reviewForm, keepDocument, async () => ({
    documentId: await plants.plantApproved("own"),
    nextDueOn: "31/12/2018",
  })),
  withdrawDocument: fuzzed("head", documentForms.withdrawalForm, withdrawDocument, async () => ({
    documentId: await plants.plantApproved("own"),
  })),
  recordMilestone: fuzzed("officer", milestoneForm, recordMilestone, async () => ({
    agencyId: await plants.plantMilestone("own", "applied"),
    kind: "internally_audited",
    occurredOn: "31/12/2017",
  })),
  recordDeclaration: fuzzed("officer", declarationForm, recordDeclaration, async () => ({
    agencyId: await plants.plantMilestone("own", "effectiveness_confirmed"),
    declaredOn: "31/12/2017",
    officeOn: "",
    websiteOn: "",
    leadAgencyOn: "",
  })),
  recordPublications: fuzzed("officer", publicationForm, recordPublications, async () => ({
    ...(await agency()),
    declarationId: await plants.plantUnpublished("own"),
    officeOn: "",
    leadAgencyOn: "",
    websiteOn: "31/12/2017",
  })),
  recordLapse: fuzzed("head", lapseForm, recordLapse, async () => ({
    agencyId: await plants.plantDeclared("own"),
    lapsedOn: "31/12/2017",
  })),
  beginAppointment: fuzzed(
    "admin",
    appointmentForms.appointmentForm,
    appointments.beginAppointment,
    async () => ({
      ...(await agency()),
      ...{ personId: "", seat: "deputy_head", validFrom: "31/12/2017", decidedOn: "31/12/2017" },
    }),
  ),
  endAppointment: fuzzed("admin", appointmentForms.endForm, appointments.endAppointment, async () => ({
    ...(await agency()),
    ...{ id: await plants.plantAppointment("own"), lastDay: "31/12/2017", decidedOn: "31/12/2017" },
  })),
  cancelAppointment: fuzzed(
    "leader",
    appointmentForms.appointmentCancelForm,
    appointments.cancelAppointment,
    async () => ({ ...(await agency()), id: await plants.plantAppointment("own") }),
  ),
  cancelEntry: fuzzed("head", cancelForm, cancelEntry, async () => ({
    ...(await agency()),
    of: "posting",
    id: await plants.plantPosting("own"),
  })),
  stateDelay: fuzzed("officer", delayForm, stateDelay, async () => ({
    agencyId: await plants.plantMilestone("own", "applied"),
    statedOn: "31/12/2017",
  })),
  recordReview: fuzzed("officer", reviewForm, recordReview, agency),
  saveSection: fuzzed("inspector", sectionForm, saveSection, async () => ({
    visitId: await plants.plantVisit("own"),
    version: "0",
    "outcome.D.2": "partly",
    "note.D.2": "Bản sao chưa ký",
  })),
  recheckFinding: fuzzed("inspector", recheckForm, recheckFinding, async () => ({
    findingId: await plants.plantEarlierFinding("own"),
    visitId: await plants.plantVisit("own"),
    version: "0",
  })),
  finaliseVisit: fuzzed("inspector", finaliseForm, finaliseVisit, async () => {
    const visitId = await plants.plantVisit("own", true, "own", "D.2");
    return {
      visitId,
      present: await plants.leaderOf(visitId),
      "severity.D.2": "minor",
      "evidence.D.2": "Bảng tin tầng 1 niêm yết bản ký năm 2012",
      "reference.D.2": "Bảng tin tầng 1, ngày 15/3/2016",
      "requirement.D.2": "TCVN ISO 9001:2008, 5.3",
      startedOn: "31/12/2017",
      "scope.D.2": "Trụ sở chính",
      "dueOn.D.2": "30/01/2018",
      "statement.D.2": "Đã thay ngày 20/12/2017",
      opinion: "absent",
    };
  }),
  giveGroups: fuzzed("inspector", groupsForm, giveGroups, async () => {
    const visitId = await plants.plantVisit("own");
    return { visitId, "was.D": "", "holder.D": await plants.leaderOf(visitId) };
  }),
  amendMinutes: fuzzed("inspector", amendmentForm, amendMinutes, async () => {
    const visitId = await plants.plantVisit("own", true);
    await plants.plantMinutes(visitId);
    return { visitId, version: "1", reason: "Bổ sung ý kiến của cơ quan", opinion: "absent" };
  }),
  addPhoto: fuzzed("inspector", photoForm, addPhoto, async () => ({
    visitId: await plants.plantVisit("own"),
    questionCode: "D.1",
  })),
  setCaption: fuzzed("inspector", captionForm, setCaption, async () => {
    const visitId = await plants.plantVisit("own", true);
    const photoId = await plants.plantPhoto("own", visitId);
    return { visitId, questionCode: "D.1", photoId, [`caption.${photoId}`]: "Bảng tin" };
  }),
  removePhoto: fuzzed("inspector", photoRemoval, removePhoto, async () => {
    const visitId = await plants.plantVisit("own", true);
    return { visitId, questionCode: "D.1", photoId: await plants.plantPhoto("own", visitId) };
  }),
  issueFeed: fuzzed("inspector", calendarForms.issueForm, calendar.issueFeed, async () => ({
    replaces: await plants.plantFeed("own", (await ground.sessionOf("inspector")).viewer),
  })),
  revokeFeed: fuzzed("inspector", calendarForms.revokeForm, calendar.revokeFeed, async () => ({
    id: await plants.plantFeed("own", (await ground.sessionOf("inspector")).viewer),
  })),
  proposeProgramme: fuzzed("inspector", planForms.proposalForm, proposeProgramme, async () => {
    const year = String(await plants.freeYear());
    return { year, from: `01/03/${year}`, to: `30/09/${year}`, onSite: "2", desk: "1" };
  }),
  approveProgramme: fuzzed("leader", planForms.approvalForm, approveProgramme, async () => ({
    year: String((await plants.plantDraft("own")).year),
    version: "1",
    decidedOn: "31/12/2017",
  })),
  replanVisit: fuzzed("inspector", planForms.replanForm, plan.replanVisit, async () => ({
    ...(await planned()),
    version: "1",
  })),
  leaveOut: fuzzed("inspector", planForms.leaveOutForm, plan.leaveOut, async () => {
    const { year, visitId } = await plants.plantDraft("own");
    return { year: String(year), visitId, version: "1" };
  }),
  addAgency: fuzzed("inspector", planForms.addForm, plan.addAgency, async () => {
    const { visitId, ...form } = await planned();
    await ground.rows("delete from team_member where visit_id = $1", [visitId]);
    return { ...form, agencyId: await ground.agencyOf("other") };
  }),
  closeFinding: fuzzed("inspector", closureForm, closeFinding, async () => ({
    findingId: await plants.plantAnswered("own"),
    closedOn: "31/12/2017",
  })),
  answerFinding: fuzzed("officer", answerForm, answerFinding, async () => ({
    findingId: await plants.plantFinding("own"),
    version: "0",
    doneBy: "31/12/2017",
  })),
  returnAnswer: fuzzed("inspector", returnForm, returnAnswer, async () => ({
    findingId: await plants.plantAnswered("own"),
  })),
  claimBlock: fuzzed("officer", blockForms.claimForm, blocks.claimBlock, async () => ({
    findingId: await plants.plantFinding("own"),
    version: "0",
    since: "31/12/2017",
  })),
  acceptBlock: fuzzed("inspector", blockForms.acceptanceForm, blocks.acceptBlock, async () => ({
    findingId: await plants.plantClaimed("own"),
  })),
  refuseBlock: fuzzed("inspector", blockForms.refusalForm, blocks.refuseBlock, async () => ({
    findingId: await plants.plantClaimed("own"),
  })),
  unblock: fuzzed("officer", blockForms.unblockingForm, blocks.unblock, async () => ({
    findingId: await plants.plantClaimed("own", true),
    version: "2",
    endsOn: "31/12/2017",
  })),
  writeMessage: fuzzed("officer", messageForm, writeMessage, async () => ({
    findingId: await plants.plantFinding("own"),
  })),
  createAccount: fuzzed("admin", accountForms.newAccount, accounts.createAccount, async () => ({
    ...(await agency()),
    name: `proof.${ground.unique()}`,
  })),
  changeRights: fuzzed("admin", accountForms.accountRights, accounts.changeRights, async () => ({
    ...(await account()),
    ...(await agency()),
  })),
  resetPassword: fuzzed("admin", accountForms.passwordReset, accounts.resetPassword, account),
  disableAccount: fuzzed("admin", handoverForm, handover.disableAccount, account),
  handOn: fuzzed("admin", handoverForm, handover.handOn, async () => {
    const { id, successor } = await plants.plantLeftBehind("own");
    return { id, successor, things: "draft" };
  }),
  enableAccount: fuzzed("admin", accountForms.oneAccount, accounts.enableAccount, account),
  revokeSessions: fuzzed("admin", accountForms.oneAccount, accounts.revokeSessions, account),
  changeOwnPassword: fuzzed("leader", accountForms.newPassword, async (viewer, input) => {
    await ground.forgetAttempts(viewer);
    return own.changeOwnPassword(viewer, input);
  }),
  endOwnSession: fuzzed("leader", accountForms.oneSession, own.endOwnSession),
  saveMailSetting: fuzzed("officer", mailSettingForm, saveMailSetting),
};
