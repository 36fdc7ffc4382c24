import { noticePicture } from "@/prisma/seed/picture";

import * as ground from "@/tests/support/ground";
import type { Ground } from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import type { Contracts, Input } from "./types";

const day = "31/12/2017";
const nextYear = "31/12/2018";

const agency = async (where: Ground): Promise<Input> => ({
  agencyId: await ground.agencyOf(where),
  agencyCode: ground.codeOf(where),
  code: ground.codeOf(where),
});

export const scanned = (): File =>
  new File([new Uint8Array(noticePicture())], "Bản ký.png", { type: "image/png" });

const draftOf = async (where: Ground): Promise<Input> => ({
  documentId: await plants.plantDocument(where, true),
  version: "1",
});

export const policies: Contracts = {
  savePolicy: {
    about: async (where) => ({
      ...(await agency(where)),
      version: String(await plants.policyVersion(where)),
    }),
  },
  postPolicy: {
    about: async (where) => {
      await plants.plantPolicy(where);
      return { ...(await agency(where)), place: ground.unique(), postedOn: day, photo: scanned() };
    },
  },
  removePosting: {
    about: async (where) => ({
      ...(await agency(where)),
      postingId: await plants.plantPosting(where),
      removedOn: day,
    }),
  },
  saveObjective: {
    about: async (where) => ({
      ...(await agency(where)),
      objectiveId: await plants.plantObjective(where),
      version: "1",
      text: ground.unique(),
    }),
  },
};

const policyDraft = async (where: Ground): Promise<Input> => {
  const { version } = await plants.plantPolicyDraft(where);
  return { ...(await agency(where)), version: String(version) };
};

export const signatures: Contracts = {
  signPolicy: { about: policyDraft },
  recordSignature: {
    about: async (where) => ({ ...(await policyDraft(where)), signedOn: day, scan: scanned() }),
  },
};

const submitted = async (where: Ground, waiting: boolean): Promise<Input> => {
  const id = await plants.plantDocument(where, true);
  if (waiting) await plants.plantSubmission(id);
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
      code: ground.unique(),
      requiredDocumentId: "",
    }),
  },
  saveDraft: {
    about: async (where) => ({ documentId: await plants.plantDocument(where, false), version: "0" }),
  },
};

export const approvals: Contracts = {
  approveDraft: {
    about: async (where) => ({ ...(await draftOf(where)), effectiveOn: day, reviewDueOn: nextYear }),
  },
  recordApproval: {
    about: async (where) => ({
      ...(await draftOf(where)),
      approverId: await plants.headOf(where),
      ...{ approvedOn: day, effectiveOn: day, reviewDueOn: nextYear, scan: scanned() },
    }),
  },
};

export const keeping: Contracts = {
  keepDocument: {
    about: async (where) => ({
      documentId: await plants.plantApproved(where),
      ...{
        reviewedOn: day,
        nextDueOn: nextYear,
        conclusion: ground.unique(),
        scan: scanned(),
        shown: undefined,
      },
    }),
  },
};

export const withdrawals: Contracts = {
  withdrawDocument: {
    about: async (where) => ({
      documentId: await plants.plantApproved(where),
      ...{ withdrawnOn: day, scan: scanned(), shown: undefined },
    }),
  },
};

export const milestones: Contracts = {
  recordMilestone: {
    about: async (where) => ({
      agencyId: await plants.plantMilestone(where, "applied"),
      ...{ code: ground.codeOf(where), kind: "internally_audited", occurredOn: day, scan: scanned() },
    }),
  },
};

const notMadeKnown = { officeOn: "", websiteOn: "", leadAgencyOn: "" };

export const declarations: Contracts = {
  recordDeclaration: {
    about: async (where) => ({
      agencyId: await plants.plantMilestone(where, "effectiveness_confirmed"),
      ...{ code: ground.codeOf(where), number: ground.unique(), declaredOn: day },
      ...{ ...notMadeKnown, scan: scanned(), shown: undefined },
    }),
  },
  recordPublications: {
    about: async (where) => ({
      ...(await agency(where)),
      declarationId: await plants.plantUnpublished(where),
      ...{ ...notMadeKnown, websiteOn: day },
    }),
  },
};

export const delays: Contracts = {
  stateDelay: {
    about: async (where) => ({
      agencyId: await plants.plantMilestone(where, "applied"),
      ...{ code: ground.codeOf(where), reason: "budget", note: ground.unique(), statedOn: day },
    }),
  },
};

export const lapses: Contracts = {
  recordLapse: {
    about: async (where) => ({
      agencyId: await plants.plantDeclared(where),
      ...{ agencyCode: ground.codeOf(where), lapsedOn: day, shown: undefined },
    }),
  },
};

export const reviews: Contracts = {
  recordReview: {
    about: async (where) => ({
      ...(await agency(where)),
      ...{ kind: "internal_audit", startedOn: day, endedOn: day, scope: ground.unique(), minutes: scanned() },
    }),
  },
};

export const appointments: Contracts = {
  beginAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      ...{ personId: "", fullName: ground.unique(), seat: "deputy_head" },
      ...{ validFrom: day, lastDay: "", decidedOn: day },
    }),
  },
  endAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      id: await plants.plantAppointment(where),
      ...{ lastDay: day, decidedOn: day, known: "", shown: undefined },
    }),
  },
  cancelAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      id: await plants.plantAppointment(where),
      ...{ known: "", shown: undefined },
    }),
  },
  reopenAppointment: {
    about: async (where) => ({
      ...(await agency(where)),
      id: await plants.plantEndedAppointment(where),
      ...{ lastDay: "", shown: undefined },
    }),
  },
};

export const scans: Contracts = {
  addScan: {
    about: async (where) => ({
      ...(await agency(where)),
      of: "posting",
      id: await plants.plantPosting(where),
      scan: scanned(),
    }),
  },
};

export const corrections: Contracts = {
  cancelEntry: {
    about: async (where, { accountId }) => {
      const id = await plants.plantRecorded(where, accountId);
      return { ...(await agency(where)), of: "posting", id, about: id, shown: undefined };
    },
  },
};
