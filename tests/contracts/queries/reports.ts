import { randomUUID } from "node:crypto";

import { listKept } from "@/lib/fieldwork/kept/queries";
import { findIssued, listIssued } from "@/lib/reports/issued/queries";
import {
  findAmendment,
  findKeptMinutes,
  findMinutes,
  findNotice,
  findOffice,
  findPlanPaper,
  findSummary,
} from "@/lib/reports/queries";
import { unregistered } from "@/lib/reports/rules";
import { listSignatories, listSignatoryChoices } from "@/lib/reports/signatories/queries";
import { receiveMinutes } from "@/lib/visits/commands";

import { sealedOf } from "@/tests/support/database/sealed";
import { viewerNamed } from "@/tests/support/database/viewer";
import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const reports: QueryProofs = {
  "reports#findOffice": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await findOffice(viewer, day)).bases.length > 0,
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
      const visitId = await fixtures.createFinalVisit(where);
      for (const version of [1, 2]) await fixtures.createMinutes(visitId, version);
      return (await findAmendment(viewer, visitId, 2, unregistered)) !== null;
    },
  },
  "reports#findKeptMinutes": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createFinalVisit("own", where);
      const { input } = await sealedOf(visitId);
      const inspector = await viewerNamed("inspector");
      const mark = { id: randomUUID(), recordedAt: new Date() };
      await receiveMinutes(inspector, input, mark);
      const [kept] = await listKept(inspector, visitId);
      return (await findKeptMinutes(viewer, visitId, kept?.receiptNo ?? "", unregistered)) !== null;
    },
  },
  "reports#findMinutes": {
    action: "papers.visit",
    sees: async (viewer, where) =>
      (await findMinutes(viewer, await fixtures.createFinalVisit(where), unregistered)) !== null,
  },
  "reports#findNotice": {
    action: "papers.visit",
    sees: async (viewer, where) =>
      (await findNotice(viewer, await fixtures.createFinalVisit(where), unregistered)) !== null,
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
      const id = await fixtures.createIssuedReport();
      return mentions(await listIssued(viewer, 2017), id);
    },
  },
  "reports/issued#findIssued": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => (await findIssued(viewer, await fixtures.createIssuedReport())) !== null,
  },
  "reports#findPlanPaper": {
    action: "papers.year",
    ofNoAgency: true,
    sees: async (viewer) => (await findPlanPaper(viewer, 2017, unregistered)) !== null,
  },
};
