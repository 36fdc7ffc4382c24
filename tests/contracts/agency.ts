import { noticePicture } from "@/prisma/seed/picture";

import * as scopes from "@/tests/support/scopes";
import type { Scope } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { Contracts, Input } from "./types";

const day = "31/12/2017";
const nextYear = "31/12/2018";

const agency = async (where: Scope): Promise<Input> => ({
  agencyId: await scopes.agencyOf(where),
  agencyCode: scopes.codeOf(where),
  code: scopes.codeOf(where),
});

export const scanned = (): File =>
  new File([new Uint8Array(noticePicture())], "Bản ký.png", { type: "image/png" });

const draftOf = async (where: Scope): Promise<Input> => ({
  documentId: await fixtures.createDocument(where, true),
  version: "1",
});

export const policies: Contracts = {
  savePolicy: {
    about: async (where) => ({
      ...(await agency(where)),
      version: String(await fixtures.policyVersion(where)),
    }),
  },
  postPolicy: {
    about: async (where) => {
      await fixtures.createPolicy(where);
      return { ...(await agency(where)), place: scopes.unique(), postedOn: day, photo: scanned() };
    },
  },
  removePosting: {
    about: async (where) => ({
      ...(await agency(where)),
      postingId: await fixtures.createPosting(where),
      removedOn: day,
    }),
  },
  saveObjective: {
    about: async (where) => ({
      ...(await agency(where)),
      objectiveId: await fixtures.createObjective(where),
      version: "1",
      text: scopes.unique(),
    }),
  },
};

const policyDraft = async (where: Scope): Promise<Input> => {
  const { version } = await fixtures.createPolicyDraft(where);
  return { ...(await agency(where)), version: String(version) };
};

export const signatures: Contracts = {
  signPolicy: { about: policyDraft },
  recordSignature: {
    about: async (where) => ({ ...(await policyDraft(where)), signedOn: day, scan: scanned() }),
  },
};

const submitted = async (where: Scope, waiting: boolean): Promise<Input> => {
  const id = await fixtures.createDocument(where, true);
  if (waiting) await fixtures.createSubmission(id);
  return { ...(await agency(where)), of: "document", id, version: "1" };
};

export const submissions: Contracts = {
  submitDraft: { about: (where) => submitted(where, false) },
  returnDraft: { about: (where) => submitted(where, true) },
};

export const documents: Contracts = {
  createDocument: {
    about: async (where) => ({
      ...(await agency(where)),
      code: scopes.unique(),
      requiredDocumentId: "",
    }),
  },
  saveDraft: {
    about: async (where) => ({ documentId: await fixtures.createDocument(where, false), version: "0" }),
  },
};

export const approvals: Contracts = {
  approveDraft: {
    about: async (where) => ({ ...(await draftOf(where)), effectiveOn: day, reviewDueOn: nextYear }),
  },
  recordApproval: {
    about: async (where) => ({
      ...(await draftOf(where)),
      approverId: await fixtures.headOf(where),
      ...{ approvedOn: day, effectiveOn: day, reviewDueOn: nextYear, scan: scanned() },
    }),
  },
};

export const keeping: Contracts = {
  keepDocument: {
    about: async (where) => ({
      documentId: await fixtures.createApproved(where),
      ...{
        reviewedOn: day,
        nextDueOn: nextYear,
        conclusion: scopes.unique(),
        scan: scanned(),
      },
    }),
  },
};

export const withdrawals: Contracts = {
  withdrawDocument: {
    about: async (where) => ({
      documentId: await fixtures.createApproved(where),
      ...{ withdrawnOn: day, scan: scanned() },
    }),
  },
};

export const milestones: Contracts = {
  recordMilestone: {
    about: async (where) => ({
      agencyId: await fixtures.createMilestone(where, "applied"),
      ...{ code: scopes.codeOf(where), kind: "internally_audited", occurredOn: day, scan: scanned() },
    }),
  },
};

const notMadeKnown = { officeOn: "", websiteOn: "", leadAgencyOn: "" };

export const declarations: Contracts = {
  recordDeclaration: {
    about: async (where) => ({
      agencyId: await fixtures.createMilestone(where, "effectiveness_confirmed"),
      ...{ code: scopes.codeOf(where), number: scopes.unique(), declaredOn: day },
      ...{ ...notMadeKnown, scan: scanned() },
    }),
  },
  recordPublications: {
    about: async (where) => ({
      ...(await agency(where)),
      declarationId: await fixtures.createUnpublished(where),
      ...{ ...notMadeKnown, websiteOn: day },
    }),
  },
};

export const delays: Contracts = {
  stateDelay: {
    about: async (where) => ({
      agencyId: await fixtures.createMilestone(where, "applied"),
      ...{ code: scopes.codeOf(where), reason: "budget", note: scopes.unique(), statedOn: day },
    }),
  },
};

export const lapses: Contracts = {
  recordLapse: {
    about: async (where) => ({
      agencyId: await fixtures.createDeclared(where),
      ...{ agencyCode: scopes.codeOf(where), lapsedOn: day },
    }),
  },
};

export const reviews: Contracts = {
  recordReview: {
    about: async (where) => ({
      ...(await agency(where)),
      ...{ kind: "internal_audit", startedOn: day, endedOn: day, scope: scopes.unique(), minutes: scanned() },
    }),
  },
};

export const appointments: Contracts = {
  beginAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      ...{ personId: "", fullName: scopes.unique(), seat: "deputy_head" },
      ...{ validFrom: day, lastDay: "", decidedOn: day },
    }),
  },
  endAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      id: await fixtures.createAppointment(where),
      ...{ lastDay: day, decidedOn: day, known: "" },
    }),
  },
  cancelAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      id: await fixtures.createAppointment(where),
      ...{ known: "" },
    }),
  },
  reopenAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      id: await fixtures.createEndedAppointment(where),
      ...{ lastDay: "" },
    }),
  },
};

export const scans: Contracts = {
  addScan: {
    about: async (where) => ({
      ...(await agency(where)),
      of: "posting",
      id: await fixtures.createPosting(where),
      scan: scanned(),
    }),
  },
};

export const corrections: Contracts = {
  cancelEntry: {
    about: async (where, { accountId }) => {
      const id = await fixtures.createRecorded(where, accountId);
      return { ...(await agency(where)), of: "posting", id, about: id };
    },
  },
};
