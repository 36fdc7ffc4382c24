import * as fixtures from "@/tests/support/fixtures";
import { scanned } from "./agency";
import type { Contracts } from "./types";

const day = "31/12/2017";

export const closing: Contracts = {
  closeFinding: {
    about: async (where) => ({
      findingId: await fixtures.createAnswered(where),
      ...{ version: "1", closedOn: day, evidence: scanned() },
    }),
  },
};

export const answers: Contracts = {
  answerFinding: {
    about: async (where) => ({
      findingId: await fixtures.createFinding(where),
      ...{ version: "0", doneBy: day, evidence: [] },
      cause: "Văn phòng không giao ai thay bản niêm yết",
      correction: "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017",
      correctiveAction: "Mỗi quý chụp ảnh nơi niêm yết gửi Thư ký ISO",
      responsible: "Thư ký ISO",
    }),
  },
  returnAnswer: {
    about: async (where) => ({ findingId: await fixtures.createAnswered(where), version: "1" }),
  },
};

export const blocks: Contracts = {
  claimBlock: {
    about: async (where) => ({
      findingId: await fixtures.createFinding(where),
      ...{ version: "0", since: day },
    }),
  },
  acceptBlock: {
    about: async (where) => ({ findingId: await fixtures.createClaimed(where), version: "1" }),
  },
  refuseBlock: {
    about: async (where) => ({ findingId: await fixtures.createClaimed(where), version: "1" }),
  },
  unblock: {
    about: async (where) => ({
      findingId: await fixtures.createClaimed(where, true),
      ...{ version: "2", endsOn: day },
    }),
  },
};

export const thread: Contracts = {
  writeMessage: {
    about: async (where) => ({
      findingId: await fixtures.createFinding(where),
      ...{ purpose: "question", attachment: scanned() },
    }),
  },
};
