import * as fixtures from "@/tests/support/fixtures";
import { scanned } from "./agency";
import type { Contracts } from "./types";

export const recording: Contracts = {
  saveGroup: {
    about: async (where) => ({
      visitId: await fixtures.createVisit(where),
      ...{ groupCode: "D", version: "0", "outcome.D.2": "partly", "note.D.2": "Bản sao chưa ký" },
    }),
  },
};

export const groups: Contracts = {
  giveGroups: {
    about: async (where) => {
      const visitId = await fixtures.createVisit(where);
      return { visitId, "was.D": "", "holder.D": await fixtures.leaderOf(visitId) };
    },
  },
};

export const rechecks: Contracts = {
  recheckFinding: {
    about: async (where) => ({
      findingId: await fixtures.createEarlierFinding(where),
      visitId: await fixtures.createVisit(where),
      version: "0",
    }),
  },
};

export const finalising: Contracts = {
  finaliseVisit: {
    about: async (where) => {
      const visitId = await fixtures.createVisit(where, true, where, "D.2");
      return {
        visitId,
        present: await fixtures.leaderOf(visitId),
        "severity.D.2": "minor",
        "evidence.D.2": "Bảng tin tầng 1 niêm yết bản ký năm 2012",
        "reference.D.2": "Bảng tin tầng 1, ngày 15/3/2016",
        "requirement.D.2": "TCVN ISO 9001:2008, 5.3",
        ...{ startedOn: "31/12/2017", startedAt: "", endedOn: "", endedAt: "" },
        "scope.D.2": "Trụ sở chính",
        "dueOn.D.2": "30/01/2018",
        "statement.D.2": "Đã thay ngày 20/12/2017",
        opinion: "absent",
        // The text as it was read is told by its fingerprint, where it was.
      };
    },
  },
};

export const minutes: Contracts = {
  amendMinutes: {
    about: async (where) => {
      const visitId = await fixtures.createVisit(where, true);
      await fixtures.createMinutes(visitId);
      return { visitId, version: "1", opinion: "absent" };
    },
  },
};

export const captions: Contracts = {
  setCaption: {
    about: async (where) => {
      const visitId = await fixtures.createVisit(where, true);
      const photoId = await fixtures.createPhoto(where, visitId);
      return { visitId, questionCode: "D.1", photoId, [`caption.${photoId}`]: "Bảng tin" };
    },
  },
};

export const photos: Contracts = {
  addPhoto: {
    about: async (where) => ({
      visitId: await fixtures.createVisit(where),
      ...{ questionCode: "D.1", photo: scanned() },
    }),
  },
};

export const removals: Contracts = {
  removePhoto: {
    about: async (where) => {
      const visitId = await fixtures.createVisit(where, true);
      return { visitId, questionCode: "D.1", photoId: await fixtures.createPhoto(where, visitId) };
    },
  },
};
