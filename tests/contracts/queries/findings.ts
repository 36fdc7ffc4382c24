import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { findFinding, listFindings, listFindingsOfYear } from "@/lib/findings/queries";
import { summariseFindings } from "@/lib/findings/summary/queries";
import { listTerms } from "@/lib/findings/terms/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = ground.today;
const everything = { year: null, topic: null, severity: null, openOnly: false, page: 1 };

export const findings: QueryProofs = {
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
  "findings#listFindingsOfYear": {
    action: "findings.list",
    sees: async (viewer, where) => {
      const id = await plants.plantFinding(where);
      return mentions(await listFindingsOfYear(viewer, 2017, day), id);
    },
  },
};
