import { createHash, randomBytes } from "node:crypto";

import { finaliseVisit } from "@/lib/audits/commands";
import { giveGroups, takeGroup } from "@/lib/audits/groups/commands";
import { takeImport } from "@/lib/audits/imports/commands";
import { ensureExportKey } from "@/lib/audits/imports/keys/commands";
import { amendMinutes } from "@/lib/audits/minutes/commands";
import { absent } from "@/lib/audits/minutes/types";
import { putAway } from "@/lib/audits/kept/commands";
import { captionPhoto, setCaption } from "@/lib/audits/photos/captions/commands";
import { addPhoto, attachPhoto, receiveChunk, removePhoto } from "@/lib/audits/photos/commands";
import { recheckFinding } from "@/lib/audits/rechecks/commands";
import { saveSection } from "@/lib/audits/recording/commands";
import { systemViewer } from "@/lib/identity/viewer";
import { uuidv7 } from "@/lib/kernel/ids";

import { viewerNamed } from "../test-database/viewer";
import { exportedFile } from "./imports";
import * as plants from "./plants";
import type { CommandProof } from "./types";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([png, randomBytes(40)]));
const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const mark = () => ({ id: uuidv7(Date.now(), randomBytes(10)), recordedAt: new Date() });

export const recording = {
  saveSection: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where);
      const answers = { "D.1": { outcome: "conforming" as const, note: "" } };
      return (viewer) => saveSection(viewer, { visitId, groupCode: "D", version: 0, answers }, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const groups = {
  takeGroup: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where);
      return (viewer) => takeGroup(viewer, { visitId, groupCode: "D", mine: true }, mark());
    },
  },
  giveGroups: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where);
      const given = [{ groupCode: "D", personId: await plants.leaderOf(visitId) }];
      return (viewer) => giveGroups(viewer, { visitId, given });
    },
  },
} satisfies Record<string, CommandProof>;

export const rechecks = {
  recheckFinding: {
    action: "audits.record",
    prepare: async (where) => {
      const findingId = await plants.plantEarlierFinding(where);
      const visitId = await plants.plantVisit(where);
      const input = { visitId, findingId, version: 0, outcome: "corrected" as const, note: "" };
      return (viewer) => recheckFinding(viewer, input, mark());
    },
  },
} satisfies Record<string, CommandProof>;

export const kept = {
  putAway: {
    action: "devices.self",
    ownAccount: true,
    // Nobody else's item can be named: another account has put it away already.
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where);
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

export const finalising = {
  finaliseVisit: {
    action: "audits.finalise",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where, true);
      const input = { visitId, conclusion: "", findings: [], seen: {}, representative: absent };
      return (viewer) => finaliseVisit(viewer, input);
    },
  },
} satisfies Record<string, CommandProof>;

export const imports = {
  takeImport: {
    action: "imports.take",
    // Of a visit that is another team's: what became of it is written down, and nothing else.
    prepare: async () => {
      await ensureExportKey(systemViewer("start-up"));
      const file = await exportedFile(await plants.plantVisit("other"));
      return (viewer) => takeImport(viewer, file);
    },
  },
} satisfies Record<string, CommandProof>;

export const minutes = {
  amendMinutes: {
    action: "audits.finalise",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where, true);
      await plants.plantMinutes(visitId);
      return (viewer) =>
        amendMinutes(viewer, { visitId, version: 1, reason: "Bổ sung", representative: absent });
    },
  },
} satisfies Record<string, CommandProof>;

export const captions = {
  captionPhoto: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where, true);
      const sha256 = await plants.hashOfFile(await plants.plantPhoto(where, visitId));
      const said = { visitId, questionCode: "D.1", sha256, caption: "Bảng tin" };
      return (viewer) => captionPhoto(viewer, said, mark());
    },
  },
  setCaption: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where, true);
      const photoId = await plants.plantPhoto(where, visitId);
      return (viewer) => setCaption(viewer, { visitId, questionCode: "D.1", photoId, caption: "Bảng tin" });
    },
  },
} satisfies Record<string, CommandProof>;

export const photos = {
  receiveChunk: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where);
      const bytes = picture();
      return (viewer) => receiveChunk(viewer, { visitId, sha256: hashOf(bytes), start: 0 }, bytes);
    },
  },
  attachPhoto: {
    action: "audits.record",
    prepare: async (where, viewer) => {
      const visitId = await plants.plantVisit(where);
      const bytes = picture();
      const sha256 = hashOf(bytes);
      await plants.plantChunk(viewer, sha256, bytes);
      const message = { visitId, questionCode: "D.1", sha256, fileName: "ảnh.png" };
      return (asking) => attachPhoto(asking, message, mark());
    },
  },
  addPhoto: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where);
      const photo = new File([picture()], "ảnh.png");
      return (viewer) => addPhoto(viewer, { visitId, questionCode: "D.1", photo, caption: "Bảng tin" });
    },
  },
  removePhoto: {
    action: "audits.record",
    prepare: async (where) => {
      const visitId = await plants.plantVisit(where, true);
      const photoId = await plants.plantPhoto(where, visitId);
      return (viewer) => removePhoto(viewer, { visitId, questionCode: "D.1", photoId });
    },
  },
} satisfies Record<string, CommandProof>;
