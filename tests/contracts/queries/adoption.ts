import { findLapse } from "@/lib/adoption/consequences/queries";
import { findProspect, findUnpublished, foreseeDeclaration } from "@/lib/adoption/declarations/queries";
import { findAdoption, findProgress } from "@/lib/adoption/progress/queries";
import { countOverdue, listRecordable, listStandings } from "@/lib/adoption/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { QueryProofs } from "./types";

const day = scopes.today;
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

export const adoption: QueryProofs = {
  "adoption/progress#findAdoption": {
    action: "agencies.read",
    sees: async (viewer, where) => {
      const { milestones, standing } = await findAdoption(viewer, await scopes.agencyOf(where), day);
      return milestones.length > 0 || standing !== null;
    },
  },
  "adoption/progress#findProgress": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await findProgress(viewer, await scopes.agencyOf(where), day)).milestones.length > 0,
  },
  "adoption/consequences#findLapse": {
    action: "adoption.lapse",
    sees: async (viewer, where) =>
      (await findLapse(viewer, await fixtures.createDeclared(where), day)) !== null,
  },
  "adoption#countOverdue": {
    action: "agencies.list",
    ofNoAgency: true,
    sees: async (viewer) => (await countOverdue(viewer, day)) > 0,
  },
  "adoption/declarations#findProspect": {
    action: "adoption.record",
    sees: async (viewer, where) => (await findProspect(viewer, await scopes.agencyOf(where))) !== null,
  },
  "adoption/declarations#foreseeDeclaration": {
    action: "adoption.record",
    sees: async (viewer, where) => {
      const form = await fixtures.createDeclarationForm(where);
      return (await foreseeDeclaration(viewer, form)).ok;
    },
  },
  "adoption/declarations#findUnpublished": {
    action: "adoption.record",
    sees: async (viewer, where) => {
      const id = await fixtures.createUnpublished(where);
      return (await findUnpublished(viewer, await scopes.agencyOf(where), id)) !== null;
    },
  },
  "adoption#listRecordable": {
    action: "adoption.record",
    sees: async (viewer, where) =>
      (await listRecordable(viewer, await fixtures.createMilestone(where, "built"))).length > 0,
  },
  "adoption#listStandings": {
    action: "agencies.list",
    sees: async (viewer, where) => {
      const { lines, total } = await listStandings(viewer, standings, 100);
      return total > 0 && lines.some((line) => line.code === scopes.codeOf(where));
    },
  },
};
