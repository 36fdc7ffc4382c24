import * as accounts from "@/lib/accounts/commands";
import * as handover from "@/lib/accounts/handover/commands";
import * as own from "@/lib/accounts/own/commands";
import { recordMilestone } from "@/lib/adoption/commands";
import { recordDeclaration, recordPublications } from "@/lib/adoption/declarations/commands";
import { stateDelay } from "@/lib/adoption/delays/commands";
import { recordLapse } from "@/lib/adoption/lapses/commands";
import * as appointments from "@/lib/appointments/commands";
import { recordReview } from "@/lib/audits/reviews/commands";
import { cancelEntry } from "@/lib/corrections/commands";
import { addScan } from "@/lib/files/scans/commands";
import type { Role, Viewer } from "@/lib/identity/types";
import type { Result } from "@/lib/kernel/result";
import * as policies from "@/lib/policies/commands";
import { recordSignature, signPolicy } from "@/lib/policies/signatures/commands";
import { approveDraft, recordApproval } from "@/lib/procedures/approvals/commands";
import * as procedures from "@/lib/procedures/commands";
import { keepDocument } from "@/lib/procedures/reviews/commands";
import { withdrawDocument } from "@/lib/procedures/withdrawals/commands";
import { saveMailSetting } from "@/lib/reminders/settings/commands";
import { issueReport } from "@/lib/reports/issued/commands";
import { returnDraft, submitDraft } from "@/lib/submissions/commands";
import { demonstrationPassword } from "@/prisma/seed/people";
import { noticePicture } from "@/prisma/seed/picture";

import * as findings from "./findings";
import * as ground from "./ground";
import type { Ground } from "./ground";
import * as plants from "./plants";
import * as plans from "./plans";
import type { Act, CommandProof } from "./types";
import * as visits from "./visits";

const agency = async (where: Ground) => ({
  agencyId: await ground.agencyOf(where),
  agencyCode: ground.codeOf(where),
});

const onAccount =
  (
    role: Role,
    run: (viewer: Viewer, input: { id: string }) => Promise<Result<unknown>>,
    state: { disabled?: boolean; signedIn?: boolean } = {},
  ) =>
  async (): Promise<Act> => {
    const { id, name } = await ground.plantAccount(role);
    if (state.disabled) await ground.rows("update account set disabled_at = now() where id = $1", [id]);
    if (state.signedIn) await ground.sessionOf(name);
    return (viewer) => run(viewer, { id });
  };

const texts = { title: "Quy trình", body: "1. Mục đích" };
const day = ground.today;

const decided = { decision: "Quyết định số 1520/QĐ-UBND", decidedOn: day };

const ofAppointments = {
  beginAppointment: {
    action: "appointments.record",
    prepare: async (where) => {
      const who = { personId: "", fullName: ground.unique(), seat: "deputy_head" as const };
      const post = { title: "Phó Chủ tịch", concurrent: false, validFrom: day, lastDay: null };
      const form = { ...(await agency(where)), ...who, ...post, ...decided };
      return (viewer) => appointments.beginAppointment(viewer, form);
    },
  },
  endAppointment: {
    action: "appointments.record",
    prepare: async (where) => {
      const id = await plants.plantAppointment(where);
      const form = { ...(await agency(where)), id, lastDay: day, ...decided };
      return (viewer) => appointments.endAppointment(viewer, form);
    },
  },
  cancelAppointment: {
    action: "appointments.record",
    prepare: async (where) => {
      const id = await plants.plantAppointment(where);
      const form = { ...(await agency(where)), id, reason: "Ghi nhầm người" };
      return (viewer) => appointments.cancelAppointment(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

const ofScans = {
  addScan: {
    action: "scans.add",
    prepare: async (where) => {
      const scan = new File([new Uint8Array(noticePicture())], "Bản chụp.png", { type: "image/png" });
      const form = { ...(await agency(where)), of: "posting" as const, id: await plants.plantPosting(where) };
      return (viewer) => addScan(viewer, { ...form, scan });
    },
  },
} satisfies Record<string, CommandProof>;

const ofPolicies = {
  savePolicy: {
    action: "policies.draft",
    prepare: async (where) => {
      const form = {
        ...(await agency(where)),
        version: await plants.policyVersion(where),
        body: "Chính sách",
      };
      return (viewer) => policies.savePolicy(viewer, form);
    },
  },
  postPolicy: {
    action: "policies.post",
    prepare: async (where) => {
      await plants.plantPolicy(where);
      const form = { ...(await agency(where)), place: ground.unique(), postedOn: day, photo: null };
      return (viewer) => policies.postPolicy(viewer, form);
    },
  },
  removePosting: {
    action: "policies.post",
    prepare: async (where) => {
      const form = { ...(await agency(where)), postingId: await plants.plantPosting(where), removedOn: day };
      return (viewer) => policies.removePosting(viewer, form);
    },
  },
  saveObjective: {
    action: "objectives.write",
    prepare: async (where) => {
      const words = { text: ground.unique(), measure: "Tỷ lệ", target: "95%", result: "" };
      const objectiveId = await plants.plantObjective(where);
      const form = { ...(await agency(where)), ...words, objectiveId, version: 1 };
      return (viewer) => policies.saveObjective(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

const scanned = () => new File([new Uint8Array(noticePicture())], "Bản ký.png", { type: "image/png" });

const ofSignatures = {
  signPolicy: {
    action: "policies.sign",
    prepare: async (where) => {
      const { version } = await plants.plantPolicyDraft(where);
      const form = { ...(await agency(where)), version };
      return (viewer) => signPolicy(viewer, form);
    },
  },
  recordSignature: {
    action: "policies.record",
    prepare: async (where) => {
      const { version } = await plants.plantPolicyDraft(where);
      const form = { ...(await agency(where)), version, signedOn: day, scan: scanned() };
      return (viewer) => recordSignature(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

const ofSubmissions = {
  submitDraft: {
    action: "drafts.submit",
    prepare: async (where) => {
      const id = await plants.plantDocument(where, true);
      const form = { ...(await agency(where)), of: "document" as const, id, version: 1, note: "" };
      return (viewer) => submitDraft(viewer, form);
    },
  },
  returnDraft: {
    action: "drafts.return",
    prepare: async (where) => {
      const id = await plants.plantDocument(where, true);
      await plants.plantSubmission(id);
      const about = { of: "document" as const, id, version: 1 };
      const form = { ...(await agency(where)), ...about, note: "Ghi rõ ai được mượn" };
      return (viewer) => returnDraft(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

const ofDocuments = {
  createDocument: {
    action: "documents.draft",
    prepare: async (where) => {
      const form = { ...(await agency(where)), ...texts, code: ground.unique(), kind: "procedure" as const };
      return (viewer) => procedures.createDocument(viewer, { ...form, requiredDocumentId: "" });
    },
  },
  saveDraft: {
    action: "documents.draft",
    prepare: async (where) => {
      const documentId = await plants.plantDocument(where, false);
      const log = {
        changeRequest: "Yêu cầu",
        changePlace: "Mục 1",
        changeSummary: "Bổ sung",
        newIssue: "" as const,
      };
      return (viewer) => procedures.saveDraft(viewer, { documentId, version: 0, ...texts, ...log });
    },
  },
} satisfies Record<string, CommandProof>;

const inForce = { effectiveOn: day, reviewDueOn: "2018-12-31" as typeof day };

const ofApprovals = {
  approveDraft: {
    action: "documents.approve",
    prepare: async (where) => {
      const documentId = await plants.plantDocument(where, true);
      return (viewer) => approveDraft(viewer, { documentId, version: 1, ...inForce });
    },
  },
  recordApproval: {
    action: "documents.record",
    prepare: async (where) => {
      const documentId = await plants.plantDocument(where, true);
      const signed = { approverId: await plants.headOf(where), approvedOn: day, scan: scanned() };
      return (viewer) => recordApproval(viewer, { documentId, version: 1, ...signed, ...inForce });
    },
  },
} satisfies Record<string, CommandProof>;

const ofKept = {
  keepDocument: {
    action: "documents.keep",
    prepare: async (where) => {
      const documentId = await plants.plantApproved(where);
      const review = { reviewedOn: day, nextDueOn: inForce.reviewDueOn, conclusion: ground.unique() };
      return (viewer) => keepDocument(viewer, { documentId, ...review, scan: scanned() });
    },
  },
} satisfies Record<string, CommandProof>;

const ofAdoption = {
  recordMilestone: {
    action: "adoption.record",
    prepare: async (where) => {
      const agencyId = await plants.plantMilestone(where, "applied");
      const step = {
        scan: null,
        kind: "internally_audited" as const,
        occurredOn: day,
        editionId: "2008" as const,
      };
      return (viewer) =>
        recordMilestone(viewer, { agencyId, code: ground.codeOf(where), ...step, evidence: "Biên bản" });
    },
  },
} satisfies Record<string, CommandProof>;

const ofDeclarations = {
  recordDeclaration: {
    action: "adoption.record",
    prepare: async (where) => {
      const form = await plants.plantDeclarationForm(where);
      return (viewer) => recordDeclaration(viewer, form);
    },
  },
  recordPublications: {
    action: "adoption.record",
    prepare: async (where) => {
      const declarationId = await plants.plantUnpublished(where);
      const form = { ...(await agency(where)), declarationId, officeOn: null, leadAgencyOn: null };
      return (viewer) => recordPublications(viewer, { ...form, websiteOn: day });
    },
  },
} satisfies Record<string, CommandProof>;

const ofDelays = {
  stateDelay: {
    action: "adoption.record",
    prepare: async (where) => {
      const agencyId = await plants.plantMilestone(where, "applied");
      const said = { reason: "budget" as const, note: ground.unique(), statedOn: day };
      return (viewer) => stateDelay(viewer, { agencyId, code: ground.codeOf(where), ...said });
    },
  },
} satisfies Record<string, CommandProof>;

const ofReviews = {
  recordReview: {
    action: "reviews.record",
    prepare: async (where) => {
      const held = { kind: "internal_audit" as const, startedOn: day, endedOn: day, minutes: null };
      const words = {
        participants: "Tổ ISO",
        scope: ground.unique(),
        findings: "Không có điểm chưa phù hợp",
      };
      const form = { ...(await agency(where)), ...held, ...words };
      return (viewer) => recordReview(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

const ofWithdrawals = {
  withdrawDocument: {
    action: "documents.withdraw",
    prepare: async (where) => {
      const documentId = await plants.plantApproved(where);
      const form = { documentId, withdrawnOn: day, reason: "Không còn dùng", scan: scanned() };
      return (viewer) => withdrawDocument(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

const ofLapses = {
  recordLapse: {
    action: "adoption.lapse",
    prepare: async (where) => {
      const agencyId = await plants.plantDeclared(where);
      const said = { lapsedOn: day, evidence: "Thông báo số 9" };
      return (viewer) => recordLapse(viewer, { agencyId, agencyCode: ground.codeOf(where), ...said });
    },
  },
} satisfies Record<string, CommandProof>;

const ofCorrections = {
  cancelEntry: {
    action: "entries.cancel",
    prepare: async (where, { accountId }) => {
      const id = await plants.plantRecorded(where, accountId);
      const form = {
        ...(await agency(where)),
        of: "posting" as const,
        id,
        about: id,
        reason: "Ghi nhầm nơi niêm yết",
      };
      return (viewer) => cancelEntry(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

let reports = 0;

const ofReports = {
  issueReport: {
    action: "papers.issue",
    prepare: () => {
      const form = { year: 2017, number: (reports += 1), date: null };
      return Promise.resolve((viewer: Viewer) => issueReport(viewer, form));
    },
  },
} satisfies Record<string, CommandProof>;

const ofAccounts = {
  createAccount: {
    action: "accounts.manage",
    prepare: (where) => {
      const account = {
        personId: "new",
        fullName: "Nguyễn Thử Nghiệm",
        name: `proof.${ground.unique()}`,
        address: null,
      };
      return ground
        .agencyOf(where)
        .then(
          (agencyId) => (viewer) => accounts.createAccount(viewer, { ...account, role: "officer", agencyId }),
        );
    },
  },
  changeRights: {
    action: "accounts.manage",
    prepare: onAccount("leader", (viewer, { id }) =>
      accounts.changeRights(viewer, { id, version: 1, role: "inspector", agencyId: null }),
    ),
  },
  resetPassword: {
    action: "accounts.manage",
    prepare: onAccount("officer", (viewer, { id }) => accounts.resetPassword(viewer, { id, version: 1 })),
  },
  enableAccount: {
    action: "accounts.manage",
    prepare: onAccount("head", accounts.enableAccount, { disabled: true }),
  },
  revokeSessions: {
    action: "accounts.manage",
    prepare: onAccount("leader", accounts.revokeSessions, { signedIn: true }),
  },
} satisfies Record<string, CommandProof>;

const ofHandover = {
  disableAccount: {
    action: "accounts.manage",
    prepare: onAccount("head", (viewer, { id }) =>
      handover.disableAccount(viewer, { id, successor: "later", things: [] }),
    ),
  },
  handOn: {
    action: "accounts.manage",
    prepare: async (where) => {
      const { id, successor } = await plants.plantLeftBehind(where);
      return (viewer) => handover.handOn(viewer, { id, successor, things: ["draft"] });
    },
  },
} satisfies Record<string, CommandProof>;

const password = "một câu dài dễ nhớ";

const ofOneself = {
  changeOwnPassword: {
    action: "account.self",
    ownAccount: true,
    // What is somebody else's is their password: without it nothing changes.
    prepare: (where) => {
      const current = where === "own" ? demonstrationPassword : "mật khẩu của người khác";
      return Promise.resolve(async (viewer) => {
        await ground.forgetAttempts(viewer);
        return own.changeOwnPassword(viewer, { current, password, repeated: password });
      });
    },
  },
  endOwnSession: {
    action: "account.self",
    ownAccount: true,
    prepare: async (where, viewer) => {
      const somebody =
        where === "own" ? await ground.accountName(viewer) : (await ground.plantAccount("leader")).name;
      const { id } = await ground.sessionOf(somebody);
      return (asking) => own.endOwnSession(asking, { id });
    },
  },
  endOtherSessions: {
    action: "account.self",
    ownAccount: true,
    prepare: async (where, viewer) => {
      const somebody =
        where === "own" ? await ground.accountName(viewer) : (await ground.plantAccount("leader")).name;
      await ground.sessionOf(somebody);
      return (asking) => own.endOtherSessions(asking, {});
    },
  },
} satisfies Record<string, CommandProof>;

const named = (file: string, proofs: Record<string, CommandProof>): [string, CommandProof][] =>
  Object.entries(proofs).map(([name, proof]) => [`lib/${file}/commands.ts#${name}`, proof]);

const ofMails = {
  saveMailSetting: {
    action: "account.self",
    ownAccount: true,
    // Nobody else's can be named: sent where it is so already, it changes nothing.
    prepare: async (where, viewer) => {
      const form = { address: `${ground.unique()}@tinh.example`, language: "vi", reminders: "on" } as const;
      if (where === "other") await saveMailSetting(viewer, form);
      return (asking) => saveMailSetting(asking, form);
    },
  },
} satisfies Record<string, CommandProof>;

/** Every command that somebody signed in may ask for, by file and name. */
export const commandProofs: ReadonlyMap<string, CommandProof> = new Map([
  ...named("files/scans", ofScans),
  ...named("policies", ofPolicies),
  ...named("policies/signatures", ofSignatures),
  ...named("procedures/withdrawals", ofWithdrawals),
  ...named("procedures", ofDocuments),
  ...named("procedures/approvals", ofApprovals),
  ...named("procedures/reviews", ofKept),
  ...named("submissions", ofSubmissions),
  ...named("adoption", ofAdoption),
  ...named("adoption/declarations", ofDeclarations),
  ...named("adoption/delays", ofDelays),
  ...named("adoption/lapses", ofLapses),
  ...named("appointments", ofAppointments),
  ...named("corrections", ofCorrections),
  ...named("audits", visits.finalising),
  ...named("audits/groups", visits.groups),
  ...named("audits/imports", visits.imports),
  ...named("audits/kept", visits.kept),
  ...named("audits/minutes", visits.minutes),
  ...named("audits/photos", visits.photos),
  ...named("audits/photos/captions", visits.captions),
  ...named("audits/photos/removals", visits.removals),
  ...named("audits/rechecks", visits.rechecks),
  ...named("audits/recording", visits.recording),
  ...named("audits/calendar", plans.calendar),
  ...named("audits/programme", plans.programmes),
  ...named("audits/programme/change", plans.changes),
  ...named("audits/reviews", ofReviews),
  ...named("findings", findings.closing),
  ...named("findings/answers", findings.answers),
  ...named("findings/blocks", findings.blocks),
  ...named("findings/thread", findings.thread),
  ...named("accounts", ofAccounts),
  ...named("accounts/handover", ofHandover),
  ...named("accounts/own", ofOneself),
  ...named("reminders/settings", ofMails),
  ...named("reports/issued", ofReports),
]);

/** What commands are made of, what happens before anybody is known, and what the system does by itself: no viewer's rights decide there. */
export const withoutRight: readonly string[] = [
  "lib/accounts/commands.ts#endSessions",
  "lib/accounts/commands.ts#holdAccount",
  "lib/accounts/commands.ts#told",
  "lib/adoption/standing/commands.ts#addMilestone",
  "lib/adoption/standing/commands.ts#askForStandings",
  "lib/adoption/standing/commands.ts#lockMilestones",
  "lib/adoption/standing/commands.ts#noteStandings",
  "lib/adoption/standing/commands.ts#rebuildStanding",
  "lib/adoption/standing/commands.ts#systemOf",
  "lib/adoption/standing/commands.ts#writeStandings",
  "lib/audits/delivery/commands.ts#delivered",
  "lib/audits/delivery/commands.ts#fingerprintOfMessage",
  "lib/audits/delivery/commands.ts#receive",
  "lib/audits/delivery/commands.ts#saidBefore",
  "lib/audits/imports/items/commands.ts#deliverItem",
  "lib/audits/imports/keys/commands.ts#ensureExportKey",
  "lib/audits/imports/keys/commands.ts#replaceExportKey",
  "lib/audits/minutes/commands.ts#saveMinutes",
  "lib/audits/results/commands.ts#saveFindings",
  "lib/audits/results/commands.ts#saveResult",
  "lib/audits/sealed/commands.ts#takeSealed",
  "lib/audits/minutes/commands.ts#sha256Of",
  "lib/audits/photos/captions/commands.ts#captioned",
  "lib/audits/photos/pieces/commands.ts#askForSweep",
  "lib/audits/photos/pieces/commands.ts#dropPieces",
  "lib/audits/photos/pieces/commands.ts#dropSpoilt",
  "lib/audits/photos/pieces/commands.ts#hashOf",
  "lib/audits/photos/pieces/commands.ts#joined",
  "lib/audits/photos/pieces/commands.ts#sweepPieces",
  "lib/audits/programme/commands.ts#createVisits",
  "lib/audits/programme/commands.ts#toldOfPlan",
  "lib/audits/programme/commands.ts#saveDraft",
  "lib/audits/programme/commands.ts#takePlan",
  "lib/files/commands.ts#storeFile",
  "lib/files/commands.ts#storeFiles",
  "lib/findings/turns/commands.ts#holdFinding",
  "lib/findings/turns/commands.ts#takeTurn",
  "lib/findings/turns/commands.ts#told",
  "lib/identity/commands.ts#endSession",
  "lib/identity/commands.ts#signIn",
  "lib/journal/commands.ts#command",
  "lib/journal/commands.ts#commandOf",
  "lib/journal/commands.ts#commandWithSecret",
  "lib/journal/entries/commands.ts#change",
  "lib/journal/entries/commands.ts#receiptAgain",
  "lib/journal/entries/commands.ts#record",
  "lib/journal/once/commands.ts#changeOnce",
  "lib/policies/held/commands.ts#lastSaved",
  "lib/policies/held/commands.ts#lockPolicies",
  "lib/policies/held/commands.ts#policyConflict",
  "lib/policies/held/commands.ts#policyDraft",
  "lib/procedures/held/commands.ts#conflictWith",
  "lib/procedures/held/commands.ts#holdDocument",
  "lib/reminders/digests/commands.ts#askForDigests",
  "lib/reminders/digests/commands.ts#writeDigests",
  "lib/reminders/mails/commands.ts#sendMail",
  "lib/reminders/mails/commands.ts#writeMail",
  "lib/reminders/settings/commands.ts#stopMails",
  "lib/audits/photos/pieces/commands.ts#storeJoined",
  "lib/corrections/approvals/commands.ts#undoApproval",
  "lib/corrections/approvals/commands.ts#undoSignature",
  "lib/submissions/papers/commands.ts#storePaper",
];
