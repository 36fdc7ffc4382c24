import { randomUUID } from "node:crypto";

import { listCollisions, listKept } from "@/lib/fieldwork/kept/queries";
import { findFieldPack } from "@/lib/fieldwork/pack/queries";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { findExportKey, findHandKeys, findImport, listImports } from "@/lib/fieldwork/sealed-files/queries";
import { systemViewer } from "@/lib/identity/viewer";
import { receiveGroup } from "@/lib/visits/recording/commands";

import { viewerNamed } from "@/tests/support/database/viewer";
import { createImport } from "@/tests/support/imports";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

export const fieldwork: QueryProofs = {
  "fieldwork/pack#findFieldPack": {
    action: "audits.record",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit(where);
      return mentions((await findFieldPack(viewer, "vi")) ?? {}, visitId);
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
      const visitId = await fixtures.createVisit(where);
      return visitId in (await findHandKeys(viewer, [visitId]));
    },
  },
  "fieldwork/sealed-files#listImports": {
    action: "imports.take",
    ofNoAgency: true,
    sees: async (viewer) => {
      const id = await createImport();
      return mentions(await listImports(viewer), id);
    },
  },
  "fieldwork/sealed-files#findImport": {
    action: "imports.take",
    ofNoAgency: true,
    sees: async (viewer) => (await findImport(viewer, await createImport())) !== null,
  },
  "fieldwork/kept#listKept": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createFinalVisit("own", where);
      const late = {
        visitId,
        groupCode: "D",
        version: 0,
        answers: { "D.1": { outcome: "partly" as const, note: "đến sau" } },
      };
      const inspector = await viewerNamed("inspector");
      await receiveGroup(inspector, late, { id: randomUUID(), recordedAt: new Date() });
      return (await listKept(viewer, visitId)).length > 0;
    },
  },
  "fieldwork/kept#listCollisions": {
    action: "audits.plan",
    sees: async (viewer, where) => {
      const visitId = await fixtures.createVisit("own", false, where);
      const inspector = await viewerNamed("inspector");
      for (const note of ["trước", "sau"]) {
        const copy = {
          visitId,
          groupCode: "D",
          version: 0,
          answers: { "D.1": { outcome: "partly" as const, note } },
        };
        await receiveGroup(inspector, copy, { id: randomUUID(), recordedAt: new Date() });
      }
      return (await listCollisions(viewer, [visitId]))[visitId] !== undefined;
    },
  },
};
