import { createHash, randomBytes } from "node:crypto";

import { receiveMinutes } from "@/lib/visits/commands";
import { takeGroup } from "@/lib/visits/groups/commands";
import { takeImport } from "@/lib/fieldwork/sealed-files/commands";
import { ensureExportKey } from "@/lib/fieldwork/sealed-files/keys/commands";
import { putAway } from "@/lib/fieldwork/kept/commands";
import { captionPhoto } from "@/lib/visits/photos/captions/commands";
import { takeBackPhoto } from "@/lib/visits/photos/removals/commands";
import { attachPhoto } from "@/lib/visits/photos/commands";
import { receiveRecheck } from "@/lib/visits/rechecks/commands";
import { receiveGroup } from "@/lib/visits/recording/commands";
import { systemViewer } from "@/lib/identity/viewer";
import { uuidv7 } from "@/lib/kernel/ids";
import { receiveChunk } from "@/lib/visits/photos/pieces/commands";

import { sealedOf } from "@/tests/support/database/sealed";
import { viewerNamed } from "@/tests/support/database/viewer";
import { exportedFile } from "@/tests/support/imports";
import * as fixtures from "@/tests/support/fixtures";
import type { CommandProof } from "@/tests/proof/types";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([png, randomBytes(40)]));
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const mark = () => ({ id: uuidv7(Date.now(), randomBytes(10)), recordedAt: new Date() });

export const recording = {
  receiveGroup: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where);
      const answers = { "D.1": { outcome: "conforming" as const, note: "" } };
      return (viewer) => receiveGroup(viewer, { visitId, groupCode: "D", version: 0, answers }, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const rechecks = {
  receiveRecheck: {
    action: "audits.record",
    prepare: async (where) => {
      const findingId = await fixtures.createEarlierFinding(where);
      const visitId = await fixtures.createVisit(where);
      const input = { visitId, findingId, version: 0, outcome: "corrected" as const, note: "" };
      return (viewer) => receiveRecheck(viewer, input, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const minutes = {
  receiveMinutes: {
    action: "audits.finalise",
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where, true, where, "D.2");
      const { input } = await sealedOf(visitId);
      return (viewer) => receiveMinutes(viewer, input, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const groups = {
  takeGroup: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where);
      return (viewer) => takeGroup(viewer, { visitId, groupCode: "D", mine: true }, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const kept = {
  putAway: {
    action: "devices.self",
    ownAccount: true,
    // Nobody else's item can be named: another account has put it away already.
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where);
      const message = {
        format: 1 as const,
        visitId,
        recordedAt: new Date(),
        to: "sheets" as const,
        message: {},
        problem: "",
      };
      const item = mark();
      if (where === "other") await putAway(await viewerNamed("inspector"), message, item);
      return (viewer) => putAway(viewer, message, item);
    },
  },
} satisfies Record<string, CommandProof>;

export const imports = {
  takeImport: {
    action: "imports.take",
    // Of a visit that is another team's: what became of it is written down, and nothing else.
    prepare: async () => {
      await ensureExportKey(systemViewer("start-up"));
      const file = await exportedFile(await fixtures.createVisit("other"));
      return (viewer) => takeImport(viewer, file);
    },
  },
} satisfies Record<string, CommandProof>;

export const captions = {
  captionPhoto: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where, true);
      const sha256 = await fixtures.hashOfFile(await fixtures.createPhoto(where, visitId));
      const said = { visitId, questionCode: "D.1", sha256, caption: "Bảng tin" };
      return (viewer) => captionPhoto(viewer, said, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const removals = {
  takeBackPhoto: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where, true);
      const sha256 = await fixtures.hashOfFile(await fixtures.createPhoto(where, visitId));
      return (viewer) => takeBackPhoto(viewer, { visitId, questionCode: "D.1", sha256 }, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const pieces = {
  receiveChunk: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await fixtures.createVisit(where);
      const bytes = picture();
      return (viewer) => receiveChunk(viewer, { visitId, sha256: hashOf(bytes), start: 0 }, bytes);
    },
  },
} satisfies Record<string, CommandProof>;

export const photos = {
  attachPhoto: {
    action: "audits.record",
    prepare: async (where, viewer) => {
      const visitId = await fixtures.createVisit(where);
      const bytes = picture();
      const sha256 = hashOf(bytes);
      await fixtures.createChunk(viewer, sha256, bytes);
      const message = { visitId, questionCode: "D.1", sha256, fileName: "ảnh.png" };
      return (asking) => attachPhoto(asking, message, mark());
    },
  },
} satisfies Record<string, CommandProof>;
