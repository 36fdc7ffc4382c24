import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import * as commands from "@/lib/findings/blocks/commands";
import { closeFinding } from "@/lib/findings/commands";
import { writeMessage } from "@/lib/findings/thread/commands";

import * as ground from "./ground";
import * as plants from "./plants";
import type { CommandProof } from "./types";

const day = ground.today;
const spoken = "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017";

export const closing = {
  closeFinding: {
    action: "findings.close",
    prepare: async (where) => {
      const findingId = await plants.plantAnswered(where);
      const form = { findingId, version: 1, closedOn: day, note: spoken, evidence: null };
      return (viewer) => closeFinding(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

export const answers = {
  answerFinding: {
    action: "findings.answer",
    prepare: async (where) => {
      const findingId = await plants.plantFinding(where);
      const texts = {
        cause: "Văn phòng không giao ai thay bản niêm yết",
        correction: spoken,
        correctiveAction: "Mỗi quý chụp ảnh nơi niêm yết gửi Thư ký ISO",
        responsible: "Thư ký ISO",
      };
      return (viewer) =>
        answerFinding(viewer, { findingId, version: 0, ...texts, doneBy: day, evidence: [] });
    },
  },
  returnAnswer: {
    action: "findings.return",
    prepare: async (where) => {
      const findingId = await plants.plantAnswered(where);
      return (viewer) => returnAnswer(viewer, { findingId, version: 1, reason: spoken });
    },
  },
} satisfies Record<string, CommandProof>;

export const blocks = {
  claimBlock: {
    action: "findings.claim",
    prepare: async (where) => {
      const findingId = await plants.plantFinding(where);
      const claim = { blockingBody: "UBND tỉnh", reference: "Tờ trình số 12", explanation: spoken };
      return (viewer) => commands.claimBlock(viewer, { findingId, version: 0, ...claim, since: day });
    },
  },
  acceptBlock: {
    action: "findings.accept",
    prepare: async (where) => {
      const findingId = await plants.plantClaimed(where);
      return (viewer) => commands.acceptBlock(viewer, { findingId, version: 1 });
    },
  },
  refuseBlock: {
    action: "findings.refuse",
    prepare: async (where) => {
      const findingId = await plants.plantClaimed(where);
      return (viewer) => commands.refuseBlock(viewer, { findingId, version: 1, reason: spoken });
    },
  },
  unblock: {
    action: "findings.unblock",
    prepare: async (where) => {
      const findingId = await plants.plantClaimed(where, true);
      return (viewer) =>
        commands.unblock(viewer, { findingId, version: 2, endsOn: day, endNote: "Quyết định số 15" });
    },
  },
} satisfies Record<string, CommandProof>;

export const thread = {
  writeMessage: {
    action: "findings.discuss",
    prepare: async (where) => {
      const form = { findingId: await plants.plantFinding(where), text: spoken, attachment: null };
      return (viewer) => writeMessage(viewer, { ...form, purpose: "question" });
    },
  },
} satisfies Record<string, CommandProof>;
