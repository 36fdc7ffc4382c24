import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { findFinding, listFindings, listFindingsOfYear } from "@/lib/findings/queries";
import { summariseFindings } from "@/lib/findings/summary/queries";
import { listTerms } from "@/lib/findings/terms/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;
const everything = { year: null, topic: null, severity: null, openOnly: false, page: 1 };

export const findings: QueryProofs = {
  "findings#findFinding": {
    action: "findings.list",
    sees: async (viewer, where) => (await findFinding(viewer, await fixtures.createFinding(where))) !== null,
  },
  "findings/followed#findFollowUp": {
    action: "findings.list",
    sees: async (viewer, where) =>
      (await findFollowUp(viewer, await fixtures.createAnswered(where))) !== null,
  },
  "findings/followed#listWaiting": {
    action: "today.read",
    sees: async (viewer, where) => {
      const id = await fixtures.createAnswered(where);
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
      await fixtures.createFinding(where);
      const { lines, total, open } = await listFindings(viewer, {
        ...everything,
        agencyCode: scopes.codeOf(where),
      });
      return lines.length + total + open > 0;
    },
  },
  "findings/summary#summariseFindings": {
    action: "findings.list",
    sees: async (viewer, where) => {
      await fixtures.createFinding(where);
      return (await summariseFindings(viewer, await scopes.agencyOf(where), day)).total > 0;
    },
  },
  "findings#listFindingsOfYear": {
    action: "findings.list",
    sees: async (viewer, where) => {
      const id = await fixtures.createFinding(where);
      return mentions(await listFindingsOfYear(viewer, 2017, day), id);
    },
  },
};
