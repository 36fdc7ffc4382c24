import { foreseeMinutes } from "@/lib/visits/final/queries";
import { listHands } from "@/lib/visits/groups/queries";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { absent } from "@/lib/visits/minutes/types";
import { listOutside } from "@/lib/visits/photos/queries";
import { countDueVisits, listVisits, listYears } from "@/lib/visits/queries";
import { listRechecked } from "@/lib/visits/rechecks/queries";
import { findVisit, findVisits } from "@/lib/visits/record/queries";
import { findWorded, listFrames } from "@/lib/visits/wording/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = ground.today;

export const visits: QueryProofs = {
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
  "visits/rechecks#listRechecked": {
    action: "papers.visit",
    sees: async (viewer, where) => {
      await plants.plantEarlierFinding(where);
      return (await listRechecked(viewer, await plants.plantFinalVisit(where), day)).length > 0;
    },
  },
};
