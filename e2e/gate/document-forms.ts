import type { Names } from "./places";
import { accountNamed, day, freshDocument } from "./ready";
import type { ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import { unique } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

/** Who approved on paper. */
const approver = { person: "" };

async function draftToApprove(account: string): Promise<Partial<Names>> {
  await fixtures.seatHead("own", await accountNamed(account));
  return freshDocument(true)();
}

async function draftToRecord(): Promise<Partial<Names>> {
  approver.person = await fixtures.headOf("own");
  return freshDocument(true)();
}

export const ofDocuments = {
  "app/documents/[id]/approve/actions.ts#approve": {
    ready: draftToApprove,
    fields: ({ document }) => ({
      ...{ documentId: document, version: "1", effectiveOn: day, reviewDueOn: "31/12/2018" },
    }),
  },
  "app/documents/[id]/record/actions.ts#save": {
    ready: draftToRecord,
    file: "scan",
    fields: ({ document }) => ({
      ...{ documentId: document, version: "1", approverId: approver.person || document },
      ...{ approvedOn: day, effectiveOn: day, reviewDueOn: "31/12/2018" },
    }),
  },
  "app/documents/[id]/keep/actions.ts#save": {
    ready: async () => ({ document: await fixtures.createApproved("own") }),
    file: "scan",
    fields: ({ document }) => ({
      ...{ documentId: document, reviewedOn: day, nextDueOn: "31/12/2018", conclusion: unique() },
    }),
  },
  "app/documents/[id]/edit/actions.ts#save": {
    ready: freshDocument(false),
    fields: ({ document }) => ({
      ...{ documentId: document, version: "0", title: "Quy trình", body: unique() },
      ...{ changeRequest: "Yêu cầu", changePlace: "Mục 1", changeSummary: "Bổ sung" },
    }),
  },
  "app/documents/[id]/withdraw/actions.ts#withdraw": {
    ready: async () => ({ document: await fixtures.createApproved("own") }),
    file: "scan",
    fields: ({ document }) => ({ documentId: document, withdrawnOn: day, reason: "Không còn dùng" }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
