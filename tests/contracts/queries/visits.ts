import type { Viewer } from "@/lib/identity/types";
import { receiveMinutes } from "@/lib/visits/commands";
import { foreseeMinutes } from "@/lib/visits/final/queries";
import { listHands } from "@/lib/visits/groups/queries";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { absent } from "@/lib/visits/minutes/types";
import { listOutside } from "@/lib/visits/photos/queries";
import { countDueVisits, listVisits, listYears } from "@/lib/visits/queries";
import { receiveGroup } from "@/lib/visits/recording/commands";
import { listRechecked } from "@/lib/visits/rechecks/queries";
import { findVisit, findVisits } from "@/lib/visits/record/queries";
import { listOwnDisplaced } from "@/lib/visits/sealed/displaced/queries";
import { findWorded, listFrames } from "@/lib/visits/wording/queries";

import { mark } from "@/tests/support/database/deliveries";
import { sealedOf } from "@/tests/support/database/sealed";
import { viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, createMate } from "@/tests/support/database/visit";
import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

/** Has that person send an answer of a visit that somebody else has signed otherwise by then. */
async function createDisplaced(visitId: string, author: Viewer): Promise<void> {
  await answerAll(visitId);
  const { input } = await sealedOf(visitId);
  const signer = await createMate(visitId);
  const answers = { "D.1": { outcome: "not_conforming" as const, note: "chưa ban hành" } };
  const sent = await receiveGroup(author, { visitId, groupCode: "D", version: 1, answers }, mark());
  const sealed = await receiveMinutes(signer, input, mark());
  if (!sent.ok || !sealed.ok) throw new Error("refused");
}

export const visits: QueryProofs = {
  "visits#countDueVisits": {
    action: "today.read",
    sees: async (viewer, where) => {
      const before = await countDueVisits(viewer, day);
      await fixtures.createVisit(where);
      return (await countDueVisits(viewer, day)) > before;
    },
  },
  "visits/record#findVisit": {
    action: "audits.read",
    sees: async (viewer, where) =>
      (await findVisit(viewer, await fixtures.createVisit(where), "vi")) !== null,
  },
  "visits/record#findVisits": {
    action: "audits.read",
    sees: async (viewer, where) =>
      (await findVisits(viewer, [await fixtures.createVisit(where)], "vi")).length > 0,
  },
  "visits#listVisits": {
    action: "audits.list",
    sees: async (viewer, where) => {
      const id = await fixtures.createVisit(where);
      return mentions(await listVisits(viewer, { year: null, agencyCode: null, team: false }, "vi"), id);
    },
  },
  "visits/final#foreseeMinutes": {
    action: "audits.finalise",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit(where, true);
      const input = { visitId, conclusion: "", findings: [], seen: {}, representative: absent };
      return (await foreseeMinutes(viewer, input)).ok;
    },
  },
  "visits/wording#listFrames": {
    action: "audits.record",
    sees: async (viewer, where) => {
      const visit = await findVisit(viewer, await fixtures.createVisit(where), "vi");
      return visit !== null && Object.keys(await listFrames(viewer, [visit], "vi")).length > 0;
    },
  },
  "visits/wording#findWorded": {
    action: "audits.record",
    sees: async (viewer, where) => (await findWorded(viewer, await fixtures.createVisit(where))) !== null,
  },
  "visits/groups#listHands": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit(where);
      await fixtures.createTaking(visitId);
      return mentions(await listHands(viewer, [visitId]), visitId);
    },
  },
  "visits/minutes#listMinutes": {
    action: "audits.read",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit(where, true);
      await fixtures.createMinutes(visitId);
      return (await listMinutes(viewer, visitId)).length > 0;
    },
  },
  "visits/photos#listOutside": {
    action: "audits.read",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit(where, true);
      await fixtures.createPhotoEntry(visitId);
      const minutes = { signed: { photos: {} }, recordedAt: new Date(0), clockFast: null };
      return (await listOutside(viewer, visitId, minutes)).length > 0;
    },
  },
  "visits/sealed/displaced#listOwnDisplaced": {
    action: "audits.record",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit("own");
      await createDisplaced(
        visitId,
        await (where === "own" ? viewerNamed("inspector") : createMate(visitId)),
      );
      return mentions(await listOwnDisplaced(viewer), visitId);
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
      await fixtures.createEarlierFinding(where);
      return (await listRechecked(viewer, await fixtures.createFinalVisit(where), day)).length > 0;
    },
  },
};
