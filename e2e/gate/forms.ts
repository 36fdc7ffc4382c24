import type { Names } from "./places";
import { ofPlans } from "./plan-forms";
import type { Fields, ProofForm } from "./types";
import type { formActions } from "@/lib/gate/doors";
import { idFrom, plantAccount, rows, unique } from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";

const day = "31/12/2017";
const agency = ({ agencyId, code }: Names): Fields => ({ agencyId, agencyCode: code });
const freshAccount = async (): Promise<Partial<Names>> => ({ account: (await plantAccount("head")).id });
const freshDocument = (withDraft: boolean) => async (): Promise<Partial<Names>> => ({
  document: await plants.plantDocument("own", withDraft),
});
const freshVisit = (answered: boolean) => async (): Promise<Partial<Names>> => ({
  visit: await plants.plantVisit("own", answered),
});

const ledVisit = (answered: boolean) => async (): Promise<Partial<Names>> => {
  const visit = await plants.plantVisit("own", answered);
  return { visit, leader: await plants.leaderOf(visit) };
};

/** A visit whose minutes have a first version. */
async function finalVisit(): Promise<Partial<Names>> {
  const visit = await plants.plantVisit("own", true);
  await plants.plantMinutes(visit);
  return { finalVisit: visit };
}

async function photographedVisit(): Promise<Partial<Names>> {
  const visit = await plants.plantVisit("own", true);
  return { visit, file: await plants.plantPhoto("own", visit) };
}

async function disabledAccount(): Promise<Partial<Names>> {
  const { id } = await plantAccount("head");
  await rows("update account set disabled_at = now() where id = $1", [id]);
  return { account: id };
}

async function openAccount(): Promise<Partial<Names>> {
  const { id } = await plantAccount("head");
  await rows(
    "insert into session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [Buffer.from(unique()), id],
  );
  return { account: id };
}

const accountNamed = (name: string): Promise<string> =>
  idFrom("select id from account where name = $1", [name]);

/** The head of the own agency, and the version of its policy that is to be signed. */
const signature = { person: "", successor: "", version: "1" };
async function policyToSign(account: string): Promise<Partial<Names>> {
  await plants.seatHead("own", await accountNamed(account));
  signature.version = String((await plants.plantPolicyDraft("own")).version);
  return {};
}
async function policyToRecord(): Promise<Partial<Names>> {
  signature.version = String((await plants.plantPolicyDraft("own")).version);
  return {};
}
async function draftToApprove(account: string): Promise<Partial<Names>> {
  await plants.seatHead("own", await accountNamed(account));
  return freshDocument(true)();
}
async function draftToRecord(): Promise<Partial<Names>> {
  signature.person = await plants.headOf("own");
  return freshDocument(true)();
}
const submitted = async (account: string): Promise<Partial<Names>> => {
  await plants.seatHead("own", await accountNamed(account));
  const document = await plants.plantDocument("own", true);
  await plants.plantSubmission(document);
  return { document };
};

const noPolicyDraft = async (): Promise<Partial<Names>> => {
  signature.version = String(await plants.policyVersion("own"));
  return {};
};

const ofAccounts = {
  "app/accounts/actions.ts#changeRights": {
    ready: freshAccount,
    fields: ({ account }) => ({ id: account, version: "1", role: "leader", agencyId: "" }),
  },
  "app/accounts/actions.ts#createAccount": {
    fields: () => ({
      ...{ fullName: "Nguyễn Thử Nghiệm", personId: "new" },
      name: `proof.${unique()}`,
      role: "leader",
      agencyId: "",
    }),
  },
  "app/accounts/actions.ts#disableAccount": {
    ready: freshAccount,
    fields: ({ account }) => ({ id: account }),
  },
  "app/accounts/actions.ts#enableAccount": {
    ready: disabledAccount,
    fields: ({ account }) => ({ id: account }),
  },
  "app/accounts/actions.ts#handOn": {
    ready: async () => {
      const { id, successor } = await plants.plantLeftBehind("own");
      signature.successor = successor;
      return { account: id };
    },
    fields: ({ account }) => ({ id: account, successor: signature.successor || account, things: "draft" }),
  },
  "app/accounts/actions.ts#resetPassword": {
    ready: freshAccount,
    fields: ({ account }) => ({ id: account, version: "1" }),
  },
  "app/accounts/actions.ts#revokeSessions": {
    ready: openAccount,
    fields: ({ account }) => ({ id: account }),
  },
  "app/me/actions.ts#changeOwnPassword": {
    fields: () => ({
      current: "nenep-demo",
      password: "một câu dài dễ nhớ",
      repeated: "một câu dài dễ nhớ",
    }),
  },
  "app/me/actions.ts#saveMailSetting": {
    fields: () => ({ address: "", language: "en", reminders: "off" }),
  },
  "app/me/actions.ts#endOwnSession": { fields: ({ session }) => ({ id: session }) },
  "app/me/actions.ts#endOtherSessions": { fields: () => ({}) },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;

const ofAgencies = {
  "app/agencies/[code]/declarations/new/actions.ts#saveDeclaration": {
    ready: async () => ({ agencyId: await plants.plantMilestone("own", "effectiveness_confirmed") }),
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
    ready: async () => ({ declaration: await plants.plantUnpublished("own") }),
    fields: (names) => ({ ...agency(names), declarationId: names.declaration, websiteOn: day }),
  },
  "app/agencies/[code]/delays/new/actions.ts#saveDelay": {
    ready: async () => ({ agencyId: await plants.plantMilestone("own", "applied") }),
    fields: ({ agencyId, code }) => ({ agencyId, code, reason: "budget", note: unique(), statedOn: day }),
  },
  "app/agencies/[code]/milestones/new/actions.ts#saveMilestone": {
    ready: async () => ({ agencyId: await plants.plantMilestone("own", "applied") }),
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
    fields: (names) => ({ ...agency(names), version: signature.version, body: unique() }),
  },
  "app/agencies/[code]/policy/sign/actions.ts#save": {
    ready: policyToSign,
    fields: (names) => ({
      ...agency(names),
      version: signature.version,
    }),
  },
  "app/agencies/[code]/policy/record/actions.ts#save": {
    ready: policyToRecord,
    file: "scan",
    fields: (names) => ({ ...agency(names), version: signature.version, signedOn: day }),
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
    ready: async () => ({ posting: await plants.plantPosting("own") }),
    fields: (names) => ({ ...agency(names), postingId: names.posting, removedOn: day }),
  },
  "app/agencies/[code]/cancel/actions.ts#save": {
    ready: async (account) => ({ posting: await plants.plantRecorded("own", await accountNamed(account)) }),
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
    ready: async () => ({ appointment: await plants.plantAppointment("own") }),
    fields: (names) => ({
      ...agency(names),
      ...{ id: names.appointment, lastDay: day, decision: "Quyết định số 1520/QĐ-UBND", decidedOn: day },
    }),
  },
  "app/agencies/[code]/people/cancel/actions.ts#save": {
    ready: async () => ({ appointment: await plants.plantAppointment("own") }),
    fields: (names) => ({ ...agency(names), id: names.appointment, reason: "Ghi nhầm người" }),
  },
  "app/agencies/[code]/people/reopen/actions.ts#save": {
    ready: async () => ({ appointment: await plants.plantEndedAppointment("own") }),
    fields: (names) => ({ ...agency(names), id: names.appointment, lastDay: "", reason: "Ghi nhầm ngày" }),
  },
  "app/agencies/[code]/lapse/actions.ts#save": {
    ready: async () => ({ agencyId: await plants.plantDeclared("own") }),
    fields: (names) => ({ ...agency(names), lapsedOn: day, evidence: "Thông báo số 9/TB-UBND" }),
  },
  "app/agencies/[code]/scan/actions.ts#save": {
    ready: async () => ({ posting: await plants.plantPosting("own") }),
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

const ofRecords = {
  "app/audits/[id]/[group]/actions.ts#save": {
    ready: freshVisit(false),
    fields: ({ visit }) => ({
      ...{ visitId: visit, groupCode: "D", version: "0", "outcome.D.1": "conforming", "note.D.1": "" },
    }),
  },
  "app/audits/[id]/before/actions.ts#save": {
    ready: async () => ({
      finding: await plants.plantEarlierFinding("own"),
      visit: await plants.plantVisit("own"),
    }),
    fields: ({ visit, finding }) => ({
      ...{ visitId: visit, findingId: finding, version: "0", outcome: "corrected", note: "" },
    }),
  },
  "app/audits/[id]/check/actions.ts#finalise": {
    ready: ledVisit(true),
    fields: ({ visit, leader }) => ({
      ...{ visitId: visit, conclusion: "Duy trì tốt", present: leader, opinion: "absent", startedOn: day },
      "looked-at": "record",
    }),
  },
  "app/audits/[id]/amend/actions.ts#amend": {
    ready: finalVisit,
    fields: ({ finalVisit: visitId }) => ({
      ...{ visitId, version: "1", reason: "Bổ sung ý kiến", opinion: "absent" },
    }),
  },
  "app/audits/[id]/groups/actions.ts#give": {
    ready: ledVisit(false),
    fields: ({ visit, leader }) => ({ visitId: visit, "was.D": "", "holder.D": leader }),
  },
  "app/audits/[id]/photos/[question]/actions.ts#add": {
    ready: freshVisit(false),
    file: "photo",
    fields: ({ visit }) => ({ visitId: visit, questionCode: "D.1" }),
  },
  "app/audits/[id]/photos/[question]/actions.ts#caption": {
    ready: photographedVisit,
    fields: ({ visit, file }) => ({
      ...{ visitId: visit, questionCode: "D.1", photoId: file, [`caption.${file}`]: "Bảng niêm yết tầng 1" },
    }),
  },
  "app/audits/[id]/photos/[question]/actions.ts#remove": {
    ready: photographedVisit,
    fields: ({ visit, file }) => ({ visitId: visit, questionCode: "D.1", photoId: file }),
  },
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
      ...{ documentId: document, version: "1", approverId: signature.person || document },
      ...{ approvedOn: day, effectiveOn: day, reviewDueOn: "31/12/2018" },
    }),
  },
  "app/documents/[id]/keep/actions.ts#save": {
    ready: async () => ({ document: await plants.plantApproved("own") }),
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
    ready: async () => ({ document: await plants.plantApproved("own") }),
    file: "scan",
    fields: ({ document }) => ({ documentId: document, withdrawnOn: day, reason: "Không còn dùng" }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;

const spoken = "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017";
const answered = async (): Promise<Partial<Names>> => ({ finding: await plants.plantAnswered("own") });
const claimed = (accepted: boolean) => async (): Promise<Partial<Names>> => ({
  finding: await plants.plantClaimed("own", accepted),
});
const raised = async (): Promise<Partial<Names>> => ({ finding: await plants.plantFinding("own") });

const ofFindings = {
  "app/findings/[id]/actions.ts#close": {
    ready: answered,
    file: "evidence",
    fields: ({ finding }) => ({ findingId: finding, version: "1", closedOn: day, note: spoken }),
  },
  "app/findings/[id]/actions.ts#answer": {
    ready: raised,
    fields: ({ finding }) => ({
      ...{ findingId: finding, version: "0", cause: `Nguyên nhân: ${spoken}`, correction: spoken },
      ...{ correctiveAction: `Từ nay: ${spoken}`, responsible: "Thư ký ISO", doneBy: day },
    }),
  },
  "app/findings/[id]/actions.ts#sendBack": {
    ready: answered,
    fields: ({ finding }) => ({ findingId: finding, version: "1", reason: spoken }),
  },
  "app/findings/[id]/actions.ts#claim": {
    ready: raised,
    fields: ({ finding }) => ({
      ...{ findingId: finding, version: "0", blockingBody: "UBND tỉnh", reference: "Tờ trình số 12" },
      ...{ since: day, explanation: spoken },
    }),
  },
  "app/findings/[id]/actions.ts#accept": {
    ready: claimed(false),
    fields: ({ finding }) => ({ findingId: finding, version: "1" }),
  },
  "app/findings/[id]/actions.ts#refuse": {
    ready: claimed(false),
    fields: ({ finding }) => ({ findingId: finding, version: "1", reason: spoken }),
  },
  "app/findings/[id]/actions.ts#unblock": {
    ready: claimed(true),
    fields: ({ finding }) => ({ findingId: finding, version: "2", endsOn: day, endNote: "Quyết định số 15" }),
  },
  "app/findings/[id]/actions.ts#discuss": {
    ready: raised,
    fields: ({ finding }) => ({ findingId: finding, purpose: "question", text: spoken }),
  },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;

/** A form for every server action. An action without one does not compile. */
export const proofForms: Record<keyof typeof formActions, ProofForm> = {
  ...ofAccounts,
  ...ofAgencies,
  ...ofRecords,
  ...ofFindings,
  ...ofPlans,
};
