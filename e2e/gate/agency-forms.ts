import type { Names } from "./places";
import { accountNamed, agency, day, freshDocument } from "./ready";
import type { ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import { unique } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

/** The version of the policy that is to be signed. */
const policy = { version: "1" };

async function policyToSign(account: string): Promise<Partial<Names>> {
  await fixtures.seatHead("own", await accountNamed(account));
  policy.version = String((await fixtures.createPolicyDraft("own")).version);
  return {};
}

async function policyToRecord(): Promise<Partial<Names>> {
  policy.version = String((await fixtures.createPolicyDraft("own")).version);
  return {};
}

const submitted = async (account: string): Promise<Partial<Names>> => {
  await fixtures.seatHead("own", await accountNamed(account));
  const document = await fixtures.createDocument("own", true);
  await fixtures.createSubmission(document);
  return { document };
};

const noPolicyDraft = async (): Promise<Partial<Names>> => {
  policy.version = String(await fixtures.policyVersion("own"));
  return {};
};

export const ofAgencies = {
  "app/agencies/[code]/declarations/new/actions.ts#saveDeclaration": {
    ready: async () => ({ agencyId: await fixtures.createMilestone("own", "effectiveness_confirmed") }),
    fields: ({ agencyId, code }) => ({
      ...{
        agencyId,
        code,
        decisionNumber: "1/QĐ",
        number: `${unique()}/CB`,
        editionId: "2008",
      },
      ...{
        proceduresCovered: "1",
        proceduresTotal: "1",
        unitsCovered: "1",
        unitsTotal: "1",
        declaredOn: day,
      },
      "looked-at": "record",
    }),
  },
  "app/agencies/[code]/declarations/publish/actions.ts#save": {
    ready: async () => ({ declaration: await fixtures.createUnpublished("own") }),
    fields: (names) => ({ ...agency(names), declarationId: names.declaration, websiteOn: day }),
  },
  "app/agencies/[code]/delays/new/actions.ts#saveDelay": {
    ready: async () => ({ agencyId: await fixtures.createMilestone("own", "applied") }),
    fields: ({ agencyId, code }) => ({ agencyId, code, reason: "budget", note: unique(), statedOn: day }),
  },
  "app/agencies/[code]/milestones/new/actions.ts#saveMilestone": {
    ready: async () => ({ agencyId: await fixtures.createMilestone("own", "applied") }),
    fields: ({ agencyId, code }) => ({
      ...{ agencyId, code, kind: "internally_audited", occurredOn: day, editionId: "2008" },
      evidence: "Biên bản đánh giá nội bộ",
    }),
  },
  "app/agencies/[code]/documents/new/actions.ts#create": {
    fields: (names) => ({
      ...agency(names),
      code: unique(),
      kind: "procedure",
      title: "Quy trình",
      body: "1",
    }),
  },
  "app/agencies/[code]/objectives/edit/actions.ts#save": {
    fields: (names) => ({ ...agency(names), version: "0", text: unique(), measure: "Tỷ lệ", target: "95%" }),
  },
  "app/agencies/[code]/policy/edit/actions.ts#save": {
    ready: noPolicyDraft,
    fields: (names) => ({ ...agency(names), version: policy.version, body: unique() }),
  },
  "app/agencies/[code]/policy/sign/actions.ts#save": {
    ready: policyToSign,
    fields: (names) => ({
      ...agency(names),
      version: policy.version,
    }),
  },
  "app/agencies/[code]/policy/record/actions.ts#save": {
    ready: policyToRecord,
    file: "scan",
    fields: (names) => ({ ...agency(names), version: policy.version, signedOn: day }),
  },
  "app/agencies/[code]/submit/actions.ts#save": {
    ready: freshDocument(true),
    fields: (names) => ({ ...agency(names), of: "document", id: names.document, version: "1", note: "" }),
  },
  "app/agencies/[code]/return/actions.ts#save": {
    ready: submitted,
    fields: (names) => ({
      ...agency(names),
      of: "document",
      id: names.document,
      version: "1",
      note: "Ghi rõ ai được mượn",
    }),
  },
  "app/agencies/[code]/policy/post/actions.ts#save": {
    file: "photo",
    fields: (names) => ({ ...agency(names), place: unique(), postedOn: day }),
  },
  "app/agencies/[code]/policy/remove/actions.ts#save": {
    ready: async () => ({ posting: await fixtures.createPosting("own") }),
    fields: (names) => ({ ...agency(names), postingId: names.posting, removedOn: day }),
  },
  "app/agencies/[code]/cancel/actions.ts#save": {
    ready: async (account) => ({
      posting: await fixtures.createRecorded("own", await accountNamed(account)),
    }),
    fields: (names) => ({
      ...agency(names),
      ...{ of: "posting", id: names.posting, about: names.posting, reason: "Ghi nhầm nơi niêm yết" },
    }),
  },
  "app/agencies/[code]/people/new/actions.ts#save": {
    fields: (names) => ({
      ...agency(names),
      ...{ personId: "", fullName: unique(), seat: "deputy_head", title: "Phó Chủ tịch UBND huyện" },
      ...{ validFrom: day, lastDay: "", decision: "Quyết định số 1520/QĐ-UBND", decidedOn: day },
    }),
  },
  "app/agencies/[code]/people/end/actions.ts#save": {
    ready: async () => ({ appointment: await fixtures.createAppointment("own") }),
    fields: (names) => ({
      ...agency(names),
      ...{ id: names.appointment, lastDay: day, decision: "Quyết định số 1520/QĐ-UBND", decidedOn: day },
    }),
  },
  "app/agencies/[code]/people/cancel/actions.ts#save": {
    ready: async () => ({ appointment: await fixtures.createAppointment("own") }),
    fields: (names) => ({ ...agency(names), id: names.appointment, reason: "Ghi nhầm người" }),
  },
  "app/agencies/[code]/people/reopen/actions.ts#save": {
    ready: async () => ({ appointment: await fixtures.createEndedAppointment("own") }),
    fields: (names) => ({ ...agency(names), id: names.appointment, lastDay: "", reason: "Ghi nhầm ngày" }),
  },
  "app/agencies/[code]/lapse/actions.ts#save": {
    ready: async () => ({ agencyId: await fixtures.createDeclared("own") }),
    fields: (names) => ({ ...agency(names), lapsedOn: day, evidence: "Thông báo số 9/TB-UBND" }),
  },
  "app/agencies/[code]/scan/actions.ts#save": {
    ready: async () => ({ posting: await fixtures.createPosting("own") }),
    file: "scan",
    fields: (names) => ({ ...agency(names), of: "posting", id: names.posting }),
  },
  "app/agencies/[code]/reviews/new/actions.ts#save": {
    file: "minutes",
    fields: (names) => ({
      ...{ ...agency(names), kind: "internal_audit", startedOn: "04/12/2017", endedOn: "05/12/2017" },
      ...{ participants: "Tổ ISO", scope: unique(), findings: "Không có điểm chưa phù hợp" },
    }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
