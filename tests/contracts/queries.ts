import { randomUUID } from "node:crypto";

import {
  findAccount,
  findOwnAccount,
  findWithoutAccount,
  listAccounts,
  listAgencyChoices,
  listOpenSessions,
  listUnaccounted,
} from "@/lib/accounts/queries";
import { findHoldings, listLeftBehind } from "@/lib/accounts/handover/queries";
import { findLapse } from "@/lib/adoption/consequences/queries";
import { findProspect, findUnpublished, foreseeDeclaration } from "@/lib/adoption/declarations/queries";
import { findAdoption, findProgress } from "@/lib/adoption/progress/queries";
import { countOverdue, listRecordable, listStandings } from "@/lib/adoption/queries";
import { findAgency, listAgencyFacts } from "@/lib/agencies/queries";
import {
  findAppointment,
  listAppointments,
  listCandidates,
  listHolders,
  listPositions,
  listSigningAccounts,
} from "@/lib/appointments/queries";
import { listStaffing } from "@/lib/appointments/staffing/queries";
import { listSignedInTerm } from "@/lib/appointments/signatures/queries";
import { absent } from "@/lib/visits/minutes/types";
import { foreseeMinutes } from "@/lib/visits/final/queries";
import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { listHands } from "@/lib/visits/groups/queries";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { findExportKey, findHandKeys, findImport, listImports } from "@/lib/fieldwork/sealed-files/queries";
import { finaliseVisit } from "@/lib/visits/commands";
import { listCollisions, listKept } from "@/lib/fieldwork/kept/queries";
import { saveSection } from "@/lib/visits/recording/commands";
import { listOutside } from "@/lib/visits/photos/queries";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { countDueVisits, listVisits, listYears } from "@/lib/visits/queries";
import { findVisit, findVisits } from "@/lib/visits/record/queries";
import { findOwnFeed } from "@/lib/programme/calendar/queries";
import * as programmes from "@/lib/programme/queries";
import { findPlan } from "@/lib/programme/plan/queries";
import { findWorded, listFrames } from "@/lib/visits/wording/queries";
import { listReviews } from "@/lib/self-reviews/queries";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import { findDashboard } from "@/lib/dashboard/queries";
import { findFile } from "@/lib/files/queries";
import { findUnscanned } from "@/lib/files/scans/queries";
import { findFinding, listFindings, listFindingsOfYear } from "@/lib/findings/queries";
import { summariseFindings } from "@/lib/findings/summary/queries";
import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { listTerms } from "@/lib/findings/terms/queries";
import type { Action } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { findChainBreaks, findReceipt, listHistory, listRecentHistory } from "@/lib/journal/queries";
import { findPolicy } from "@/lib/policies/queries";
import { foreseeEdition, listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";
import { countMails, listMails } from "@/lib/reminders/mails/queries";
import { countTasks, findDuties } from "@/lib/reminders/queries";
import { findMailSetting } from "@/lib/reminders/settings/queries";
import { unregistered } from "@/lib/reports/rules";
import { listRechecked } from "@/lib/visits/rechecks/queries";
import { findIssued, listIssued } from "@/lib/reports/issued/queries";
import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { listBases } from "@/lib/legal/queries";
import {
  findAmendment,
  findKeptMinutes,
  findMinutes,
  findNotice,
  findOffice,
  findPlanPaper,
  findSummary,
} from "@/lib/reports/queries";
import { listSignatories, listSignatoryChoices } from "@/lib/reports/signatories/queries";

import { sealedOf } from "@/tests/support/database/sealed";
import * as ground from "@/tests/support/ground";
import type { Ground } from "@/tests/support/ground";
import { plantImport } from "@/tests/support/imports";
import * as plants from "@/tests/support/plants";
import { viewerNamed } from "@/tests/support/database/viewer";

/** One query: the right it belongs to, and whether it gives this viewer anything of that ground. */
export type QueryProof = {
  action: Action;
  sees: (viewer: Viewer, ground: Ground) => Promise<boolean>;
  /** What it gives is of no single agency: there is only one ground to try. */
  ofNoAgency?: true;
};

const day = ground.today;
const everything = { year: null, topic: null, severity: null, openOnly: false, page: 1 };
const standings = {
  on: day,
  query: "",
  kind: null,
  obligation: null,
  bucket: null,
  overdue: false,
  topic: null,
  page: 1,
};
const history = { agency: "", actor: "", entity: null, from: null, to: null, before: null, unread: [] };
const mentions = (value: unknown, text: string): boolean => JSON.stringify(value).includes(text);

const ofAgencies: Record<string, QueryProof> = {
  "agencies#findAgency": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await findAgency(viewer, "agencies.read", ground.codeOf(where), day)) !== null,
  },
  "agencies#listAgencyFacts": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await listAgencyFacts(viewer, await ground.agencyOf(where), day)).length > 0,
  },
  "adoption/progress#findAdoption": {
    action: "agencies.read",
    sees: async (viewer, where) => {
      const { milestones, standing } = await findAdoption(viewer, await ground.agencyOf(where), day);
      return milestones.length > 0 || standing !== null;
    },
  },
  "adoption/progress#findProgress": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await findProgress(viewer, await ground.agencyOf(where), day)).milestones.length > 0,
  },
  "adoption/consequences#findLapse": {
    action: "adoption.lapse",
    sees: async (viewer, where) => (await findLapse(viewer, await plants.plantDeclared(where), day)) !== null,
  },
  "adoption#countOverdue": {
    action: "agencies.list",
    ofNoAgency: true,
    sees: async (viewer) => (await countOverdue(viewer, day)) > 0,
  },
  "accounts/handover#findHoldings": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const { id } = await plants.plantLeftBehind(where);
      return (await findHoldings(viewer, id, day)).held.length > 0;
    },
  },
  "accounts/handover#listLeftBehind": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const { id } = await plants.plantLeftBehind(where);
      return (await listLeftBehind(viewer, day)).some(({ accountId }) => accountId === id);
    },
  },
  "adoption/declarations#findProspect": {
    action: "adoption.record",
    sees: async (viewer, where) => (await findProspect(viewer, await ground.agencyOf(where))) !== null,
  },
  "adoption/declarations#foreseeDeclaration": {
    action: "adoption.record",
    sees: async (viewer, where) => {
      const form = await plants.plantDeclarationForm(where);
      return (await foreseeDeclaration(viewer, form)).ok;
    },
  },
  "adoption/declarations#findUnpublished": {
    action: "adoption.record",
    sees: async (viewer, where) => {
      const id = await plants.plantUnpublished(where);
      return (await findUnpublished(viewer, await ground.agencyOf(where), id)) !== null;
    },
  },
  "adoption#listRecordable": {
    action: "adoption.record",
    sees: async (viewer, where) =>
      (await listRecordable(viewer, await plants.plantMilestone(where, "built"))).length > 0,
  },
  "adoption#listStandings": {
    action: "agencies.list",
    sees: async (viewer, where) => {
      const { lines, total } = await listStandings(viewer, standings, 100);
      return total > 0 && lines.some((line) => line.code === ground.codeOf(where));
    },
  },
  "appointments#listHolders": {
    action: "agencies.read",
    sees: async (viewer, where) => (await listHolders(viewer, await ground.agencyOf(where), day)).length > 0,
  },
  "appointments#listAppointments": {
    action: "appointments.read",
    sees: async (viewer, where) => (await listAppointments(viewer, await ground.agencyOf(where))).length > 0,
  },
  "appointments#findAppointment": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      const id = await plants.plantAppointment(where);
      return (await findAppointment(viewer, await ground.agencyOf(where), id)) !== null;
    },
  },
  "appointments/signatures#listSignedInTerm": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      const id = await plants.appointmentOfHead(where);
      return (await listSignedInTerm(viewer, await ground.agencyOf(where), id)).length > 0;
    },
  },
  "appointments#listCandidates": {
    action: "appointments.record",
    sees: async (viewer, where) => {
      await plants.plantAppointment(where);
      return (await listCandidates(viewer, await ground.agencyOf(where), day)).some(({ here }) => here);
    },
  },
  "appointments/staffing#listStaffing": {
    action: "appointments.read",
    sees: async (viewer, where) => (await listStaffing(viewer, day, await ground.agencyOf(where))).length > 0,
  },
  "appointments#listSigningAccounts": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const head = await plants.headOf(where);
      const accounts = await listSigningAccounts(viewer, await ground.agencyOf(where), [head]);
      return accounts[head] !== undefined;
    },
  },
  "dashboard#findDashboard": {
    action: "dashboard.read",
    ofNoAgency: true,
    sees: async (viewer) => (await findDashboard(viewer, day)) !== null,
  },
};

const ofRecords: Record<string, QueryProof> = {
  "policies#findPolicy": {
    action: "policies.read",
    sees: async (viewer, where) => {
      await plants.plantPolicy(where);
      await plants.plantObjective(where);
      const found = await findPolicy(viewer, await ground.agencyOf(where), day);
      return [found.current, found.draft, ...found.earlier, ...found.objectives].some(Boolean);
    },
  },
  "procedures#foreseeEdition": {
    action: "documents.read",
    sees: async (viewer, where) => {
      await plants.plantApproved(where);
      const change = await foreseeEdition(viewer, await ground.agencyOf(where), day, "2015", "vi");
      return (change?.before.done ?? 0) > 0;
    },
  },
  "procedures#listDocuments": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const id = await plants.plantDocument(where, true);
      return mentions(await listDocuments(viewer, await ground.agencyOf(where), day, "vi"), id);
    },
  },
  "procedures/record#findDocument": {
    action: "documents.read",
    sees: async (viewer, where) =>
      (await findDocument(viewer, await plants.plantDocument(where, true), day, "vi")) !== null,
  },
  "files#findFile": {
    action: "files.read",
    sees: async (viewer, where) => (await findFile(viewer, await plants.plantFile(where))) !== null,
  },
  "visits#countDueVisits": {
    action: "today.read",
    sees: async (viewer, where) => {
      const before = await countDueVisits(viewer, day);
      await plants.plantVisit(where);
      return (await countDueVisits(viewer, day)) > before;
    },
  },
  "visits/record#findVisit": {
    action: "audits.read",
    sees: async (viewer, where) => (await findVisit(viewer, await plants.plantVisit(where), "vi")) !== null,
  },
  "visits/record#findVisits": {
    action: "audits.read",
    sees: async (viewer, where) =>
      (await findVisits(viewer, [await plants.plantVisit(where)], "vi")).length > 0,
  },
  "visits#listVisits": {
    action: "audits.list",
    sees: async (viewer, where) => {
      const id = await plants.plantVisit(where);
      return mentions(await listVisits(viewer, { year: null, agencyCode: null, team: false }, "vi"), id);
    },
  },
  "fieldwork/pack#findFieldPack": {
    action: "audits.record",
    sees: async (viewer, where) => {
      const visitId = await plants.plantVisit(where);
      return mentions((await findFieldPack(viewer, "vi")) ?? {}, visitId);
    },
  },
  "visits/final#foreseeMinutes": {
    action: "audits.finalise",
    sees: async (viewer, where) => {
      const visitId = await plants.plantVisit(where, true);
      const input = { visitId, conclusion: "", findings: [], seen: {}, representative: absent };
      return (await foreseeMinutes(viewer, input)).ok;
    },
  },
  "visits/wording#listFrames": {
    action: "audits.record",
    sees: async (viewer, where) => {
      const visit = await findVisit(viewer, await plants.plantVisit(where), "vi");
      return visit !== null && Object.keys(await listFrames(viewer, [visit], "vi")).length > 0;
    },
  },
  "visits/wording#findWorded": {
    action: "audits.record",
    sees: async (viewer, where) => (await findWorded(viewer, await plants.plantVisit(where))) !== null,
  },
  "visits/groups#listHands": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await plants.plantVisit(where);
      await plants.plantTaking(visitId);
      return mentions(await listHands(viewer, [visitId]), visitId);
    },
  },
  "fieldwork/sealed-files#findExportKey": {
    action: "audits.record",
    ofNoAgency: true,
    sees: async (viewer) => {
      await ensureExportKey(systemViewer("start-up"));
      return (await findExportKey(viewer)) !== null;
    },
  },
  "fieldwork/sealed-files#findHandKeys": {
    action: "audits.record",
    sees: async (viewer, where) => {
      await ensureExportKey(systemViewer("start-up"));
      const visitId = await plants.plantVisit(where);
      return visitId in (await findHandKeys(viewer, [visitId]));
    },
  },
  "fieldwork/sealed-files#listImports": {
    action: "imports.take",
    ofNoAgency: true,
    sees: async (viewer) => {
      const id = await plantImport();
      return mentions(await listImports(viewer), id);
    },
  },
  "fieldwork/sealed-files#findImport": {
    action: "imports.take",
    ofNoAgency: true,
    sees: async (viewer) => (await findImport(viewer, await plantImport())) !== null,
  },
  "fieldwork/kept#listKept": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await plants.plantFinalVisit("own", where);
      const late = {
        visitId,
        groupCode: "D",
        version: 0,
        answers: { "D.1": { outcome: "partly" as const, note: "đến sau" } },
      };
      const inspector = await viewerNamed("inspector");
      await saveSection(inspector, late, { id: randomUUID(), recordedAt: new Date() });
      return (await listKept(viewer, visitId)).length > 0;
    },
  },
  "fieldwork/kept#listCollisions": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await plants.plantVisit("own", false, where);
      const inspector = await viewerNamed("inspector");
      for (const note of ["trước", "sau"]) {
        const copy = {
          visitId,
          groupCode: "D",
          version: 0,
          answers: { "D.1": { outcome: "partly" as const, note } },
        };
        await saveSection(inspector, copy, { id: randomUUID(), recordedAt: new Date() });
      }
      return (await listCollisions(viewer, [visitId]))[visitId] !== undefined;
    },
  },
  "visits/minutes#listMinutes": {
    action: "audits.read",
    sees: async (viewer, where) => {
      const visitId = await plants.plantVisit(where, true);
      await plants.plantMinutes(visitId);
      return (await listMinutes(viewer, visitId)).length > 0;
    },
  },
  "visits/photos#listOutside": {
    action: "audits.read",
    sees: async (viewer, where) => {
      const visitId = await plants.plantVisit(where, true);
      await plants.plantPhotoEntry(visitId);
      const minutes = { signed: { photos: {} }, recordedAt: new Date(0), clockFast: null };
      return (await listOutside(viewer, visitId, minutes)).length > 0;
    },
  },
  "visits#listYears": {
    action: "audits.list",
    ofNoAgency: true,
    sees: async (viewer) => (await listYears(viewer)).length > 0,
  },
  "programme/calendar#findOwnFeed": {
    action: "calendar.self",
    sees: async (viewer, where) => {
      const id = await plants.plantFeed(where, viewer);
      return (await findOwnFeed(viewer))?.id === id;
    },
  },
  "programme#findProgramme": {
    action: "audits.plan",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.findProgramme(viewer, 2018, "vi")) !== null,
  },
  "programme#findProposal": {
    action: "audits.plan",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.findProposal(viewer, 2019, day, "vi")) !== null,
  },
  "programme#listColleagues": {
    action: "audits.plan",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.listColleagues(viewer)).length > 0,
  },
  "programme#listProgrammes": {
    action: "audits.list",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.listProgrammes(viewer)).length > 0,
  },
  "programme#listYear": {
    action: "audits.list",
    sees: async (viewer, where) => {
      const id = await plants.plantVisit(where);
      return mentions(await programmes.listYear(viewer, 2017), id);
    },
  },
  "files/scans#findUnscanned": {
    action: "scans.add",
    sees: async (viewer, where) => {
      const posting = await plants.plantPosting(where);
      return (await findUnscanned(viewer, await ground.agencyOf(where), "posting", posting)) !== null;
    },
  },
  "corrections#findCancellable": {
    action: "entries.cancel",
    sees: async (viewer, where) => {
      const posting = await plants.plantPosting(where);
      return (await findCancellable(viewer, await ground.agencyOf(where), "posting", posting)) !== null;
    },
  },
  "corrections#listCorrections": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await listCorrections(viewer, await plants.plantCancelled(where), ["posting"])).cancelled.length > 0,
  },
  "self-reviews#listReviews": {
    action: "reviews.read",
    sees: async (viewer, where) =>
      (await listReviews(viewer, await plants.plantReview(where), day)).length > 0,
  },
  // It gives what the queries it puts together give; the first of them reads documents.
  "reminders#findDuties": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const documentId = await plants.plantDocument(where, true);
      const agency = { id: await ground.agencyOf(where), code: ground.codeOf(where) };
      return mentions(await findDuties(viewer, agency, "officer", day, "vi"), documentId);
    },
  },
  "reminders#countTasks": {
    action: "desk.read",
    ofNoAgency: true,
    sees: async (viewer) => (await countTasks(viewer, day)) > 0,
  },
  "findings#findFinding": {
    action: "findings.list",
    sees: async (viewer, where) => (await findFinding(viewer, await plants.plantFinding(where))) !== null,
  },
  "findings/followed#findFollowUp": {
    action: "findings.list",
    sees: async (viewer, where) => (await findFollowUp(viewer, await plants.plantAnswered(where))) !== null,
  },
  "findings/followed#listWaiting": {
    action: "today.read",
    sees: async (viewer, where) => {
      const id = await plants.plantAnswered(where);
      return mentions(await listWaiting(viewer), id);
    },
  },
  "findings/terms#listTerms": {
    action: "findings.list",
    ofNoAgency: true,
    sees: async (viewer) => (await listTerms(viewer)).length > 0,
  },
  "findings#listFindings": {
    action: "findings.list",
    sees: async (viewer, where) => {
      await plants.plantFinding(where);
      const { lines, total, open } = await listFindings(viewer, {
        ...everything,
        agencyCode: ground.codeOf(where),
      });
      return lines.length + total + open > 0;
    },
  },
  "findings/summary#summariseFindings": {
    action: "findings.list",
    sees: async (viewer, where) => {
      await plants.plantFinding(where);
      return (await summariseFindings(viewer, await ground.agencyOf(where), day)).total > 0;
    },
  },
};

const ofPapers: Record<string, QueryProof> = {
  "agencies/lead#findLeadAgency": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await findLeadAgency(viewer, day)) !== null,
  },
  "legal#listBases": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await listBases(viewer, day)).length > 0,
  },
  "reports#findOffice": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await findOffice(viewer, day)).bases.length > 0,
  },
  "programme/plan#findPlan": {
    action: "audits.list",
    sees: async (viewer, where) => {
      const id = await plants.plantVisit(where);
      return mentions(await findPlan(viewer, 2017), id);
    },
  },
  "findings#listFindingsOfYear": {
    action: "findings.list",
    sees: async (viewer, where) => {
      const id = await plants.plantFinding(where);
      return mentions(await listFindingsOfYear(viewer, 2017, day), id);
    },
  },
  "appointments#listPositions": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { personId } = await viewerNamed("inspector");
      return mentions(await listPositions(viewer, [personId ?? ""], day), personId ?? "");
    },
  },
  "reports/signatories#listSignatories": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await listSignatories(viewer, day)).length > 0,
  },
  "reports/signatories#listSignatoryChoices": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => (await listSignatoryChoices(viewer, day)).length > 0,
  },
  "reports#findAmendment": {
    action: "papers.visit",
    sees: async (viewer, where) => {
      const visitId = await plants.plantFinalVisit(where);
      for (const version of [1, 2]) await plants.plantMinutes(visitId, version);
      return (await findAmendment(viewer, visitId, 2, unregistered)) !== null;
    },
  },
  "reports#findKeptMinutes": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await plants.plantFinalVisit("own", where);
      const { input, fingerprint } = await sealedOf(visitId);
      const inspector = await viewerNamed("inspector");
      const mark = { id: randomUUID(), recordedAt: new Date() };
      await finaliseVisit(inspector, input, { mark, fingerprint });
      const [kept] = await listKept(inspector, visitId);
      return (await findKeptMinutes(viewer, visitId, kept?.receiptNo ?? "", unregistered)) !== null;
    },
  },
  "reports#findMinutes": {
    action: "papers.visit",
    sees: async (viewer, where) =>
      (await findMinutes(viewer, await plants.plantFinalVisit(where), unregistered)) !== null,
  },
  "reports#findNotice": {
    action: "papers.visit",
    sees: async (viewer, where) =>
      (await findNotice(viewer, await plants.plantFinalVisit(where), unregistered)) !== null,
  },
  "visits/rechecks#listRechecked": {
    action: "papers.visit",
    sees: async (viewer, where) => {
      await plants.plantEarlierFinding(where);
      return (await listRechecked(viewer, await plants.plantFinalVisit(where), day)).length > 0;
    },
  },
  "reports#findSummary": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => (await findSummary(viewer, 2017, day, unregistered)) !== null,
  },
  "reports/issued#listIssued": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => {
      const id = await plants.plantIssuedReport();
      return mentions(await listIssued(viewer, 2017), id);
    },
  },
  "reports/issued#findIssued": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => (await findIssued(viewer, await plants.plantIssuedReport())) !== null,
  },
  "reports#findPlanPaper": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => (await findPlanPaper(viewer, 2017, unregistered)) !== null,
  },
};

const ofHistory: Record<string, QueryProof> = {
  "journal#listHistory": {
    action: "history.read",
    sees: async (viewer, where) =>
      (await listHistory(viewer, "agency", await plants.plantEntry(where), day)).length > 0,
  },
  "journal#listRecentHistory": {
    action: "history.read",
    sees: async (viewer, where) => {
      const agencyId = await plants.plantEntry(where);
      return mentions(
        (await listRecentHistory(viewer, history, day, 20)).map((each) => each.chain),
        agencyId,
      );
    },
  },
  "journal#findChainBreaks": {
    action: "history.read",
    sees: async (viewer, where) =>
      (await findChainBreaks(viewer, [await plants.plantBrokenChain(where)])).length > 0,
  },
  "journal#findReceipt": {
    action: "account.self",
    sees: async (viewer, where) =>
      (await findReceipt(viewer, await plants.plantReceipt(where, viewer))) !== null,
  },
};

const ofAccounts: Record<string, QueryProof> = {
  "accounts#listAccounts": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) =>
      (await listAccounts(viewer, { text: "", role: null, state: null }, day)).length > 0,
  },
  "accounts#findWithoutAccount": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const id = await plants.plantAppointment(where);
      const [row] = await ground.rows<{ person: string }>(
        "select person_id as person from appointment where id = $1",
        [id],
      );
      return (await findWithoutAccount(viewer, row?.person ?? "")) !== null;
    },
  },
  "accounts#findAccount": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => (await findAccount(viewer, (await ground.plantAccount("head")).id, day)) !== null,
  },
  "accounts#listAgencyChoices": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => (await listAgencyChoices(viewer, day)).length > 0,
  },
  "accounts#listUnaccounted": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => (await listUnaccounted(viewer)).length > 0,
  },
  "accounts#findOwnAccount": {
    action: "account.self",
    ofNoAgency: true,
    sees: async (viewer) => (await findOwnAccount(viewer, day))?.id === viewer.accountId,
  },
  "accounts#listOpenSessions": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { id, name } = await ground.plantAccount("head");
      await ground.sessionOf(name);
      return (await listOpenSessions(viewer, id)).length > 0;
    },
  },
};

const ofMails: Record<string, QueryProof> = {
  "reminders/mails#listMails": {
    action: "mails.read",
    ofNoAgency: true,
    sees: async (viewer) => {
      const id = await plants.plantMail();
      return mentions(await listMails(viewer, { state: null, page: 1 }), id);
    },
  },
  "reminders/mails#countMails": {
    action: "mails.read",
    ofNoAgency: true,
    sees: async (viewer) => {
      await plants.plantMail();
      return (await countMails(viewer)).waiting > 0;
    },
  },
  "reminders/settings#findMailSetting": {
    action: "account.self",
    ofNoAgency: true,
    sees: async (viewer) => {
      const address = `${ground.unique()}@tinh.example`;
      await plants.plantAddress(viewer, address);
      return (await findMailSetting(viewer)).address === address;
    },
  },
};

/** Every query that somebody signed in may ask for, by file and name. */
export const queryProofs: ReadonlyMap<string, QueryProof> = new Map(
  Object.entries({ ...ofAgencies, ...ofRecords, ...ofPapers, ...ofHistory, ...ofAccounts, ...ofMails }).map(
    ([name, proof]) => [`lib/${name.replace("#", "/queries.ts#")}`, proof],
  ),
);

/** Parts of queries, inside a transaction that already knows who asks; and what the system asks of itself. */
export const withoutViewer: readonly string[] = [
  "lib/accounts/handover/queries.ts#loadHeld",
  "lib/accounts/handover/queries.ts#loadSuccessors",
  "lib/adoption/consequences/queries.ts#consequencesFor",
  "lib/adoption/declarations/queries.ts#foreseenIn",
  "lib/adoption/declarations/queries.ts#loadDeclarations",
  "lib/adoption/consequences/queries.ts#consequencesOfLapse",
  "lib/corrections/entries/queries.ts#cancelledBy",
  "lib/corrections/entries/queries.ts#loadEntries",
  "lib/corrections/entries/rows/queries.ts#openOr",
  "lib/corrections/entries/rows/queries.ts#rowOf",
  "lib/corrections/entries/rows/queries.ts#whole",
  "lib/corrections/queries.ts#followingFrom",
  "lib/procedures/queries.ts#withdrawingIn",
  "lib/adoption/standing/queries.ts#loadFacts",
  "lib/adoption/standing/queries.ts#loadFramework",
  "lib/adoption/standing/queries.ts#loadMilestones",
  "lib/appointments/queries.ts#decidesOn",
  "lib/appointments/queries.ts#holdersOn",
  "lib/appointments/queries.ts#loadAppointments",
  "lib/appointments/signatures/queries.ts#signedInTerm",
  "lib/checklists/queries.ts#loadChecklist",
  "lib/legal/queries.ts#loadLaws",
  "lib/visits/photos/queries.ts#isPictureKept",
  "lib/accounts/queries.ts#loadKnown",
  "lib/visits/photos/queries.ts#isPictureThere",
  "lib/visits/photos/queries.ts#openQuestion",
  "lib/visits/photos/queries.ts#receivedIn",
  "lib/visits/days/queries.ts#loadDays",
  "lib/visits/earlier/queries.ts#clockOfRow",
  "lib/visits/earlier/queries.ts#findingOf",
  "lib/visits/earlier/queries.ts#isEarlier",
  "lib/visits/earlier/queries.ts#loadEarlier",
  "lib/visits/earlier/queries.ts#loadPrevious",
  "lib/visits/earlier/queries.ts#stopsOf",
  "lib/visits/final/queries.ts#decideFinal",
  "lib/visits/final/queries.ts#signingOf",
  "lib/visits/recording/queries.ts#isRefusal",
  "lib/visits/rechecks/queries.ts#earlierFindings",
  "lib/visits/rechecks/queries.ts#loadRechecks",
  "lib/visits/rechecks/queries.ts#loadRechecksOf",
  "lib/visits/recording/queries.ts#lockOpenVisit",
  "lib/visits/recording/queries.ts#lockVisit",
  "lib/programme/calendar/queries.ts#findCalendar",
  "lib/programme/queries.ts#loadColleagues",
  "lib/programme/queries.ts#loadEngaged",
  "lib/programme/queries.ts#loadHolidays",
  "lib/programme/queries.ts#loadPlannedVisits",
  "lib/programme/risk/queries.ts#loadSubjects",
  "lib/programme/risk/queries.ts#loadWeightSet",
  "lib/programme/risk/queries.ts#weightSetOf",
  "lib/dashboard/queries.ts#findHeadline",
  "lib/findings/followed/queries.ts#waitingOf",
  "lib/journal/queries.ts#verifyHistory",
  "lib/submissions/queries.ts#submissionsOf",
  "lib/submissions/queries.ts#waitingOf",
  "lib/reminders/digests/queries.ts#listRecipients",
  "lib/reminders/digests/queries.ts#listInspectorTasks",
  "lib/reminders/digests/queries.ts#toldTo",
  "lib/reminders/mails/queries.ts#findOutgoing",
  "lib/reminders/settings/queries.ts#findBySecret",
  "lib/adoption/corrected/queries.ts#correctionsOf",
  "lib/findings/queries.ts#isAnswered",
  "lib/journal/last/queries.ts#changedSinceRead",
  "lib/journal/last/queries.ts#lastChange",
];
