import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { Contracts, Input } from "./types";

/** A visit as the forms of a plan say it. */
const visitOn = async (year: number): Promise<Input> => ({
  ...{ year: String(year), mode: "desk", plannedOn: `14/07/${year}`, keepDay: "yes" },
  ...{ leader: await fixtures.personOf("inspector"), deputy: "", secretary: "", members: [] },
});

export const programmes: Contracts = {
  proposeProgramme: {
    about: async () => {
      const year = await fixtures.freeYear();
      const period = { from: `01/03/${year}`, to: `30/09/${year}` };
      return { year: String(year), onSite: "2", desk: "1", ...period };
    },
  },
  approveProgramme: {
    about: async (where) => {
      const { year } = await fixtures.createDraft(where);
      return { year: String(year), version: "1", decidedOn: "31/12/2017" };
    },
  },
};

export const changes: Contracts = {
  replanVisit: {
    about: async (where) => {
      const { year, visitId } = await fixtures.createDraft(where);
      return { ...(await visitOn(year)), visitId, version: "1", others: "yes", reason: "" };
    },
  },
  leaveOut: {
    about: async (where) => {
      const { year, visitId } = await fixtures.createDraft(where);
      return { year: String(year), visitId, version: "1" };
    },
  },
  addAgency: {
    about: async (where) => {
      const { year } = await fixtures.createDraft(where === "own" ? "other" : "own");
      return { ...(await visitOn(year)), agencyId: await scopes.agencyOf(where) };
    },
  },
};

export const calendar: Contracts = {
  issueFeed: {
    ownAccount: true,
    about: async (where, viewer) => ({ locale: "vi", replaces: await fixtures.createFeed(where, viewer) }),
  },
  revokeFeed: {
    ownAccount: true,
    about: async (where, viewer) => ({ id: await fixtures.createFeed(where, viewer) }),
  },
};

let reports = 0;

export const issued: Contracts = {
  issueReport: {
    about: () =>
      Promise.resolve({ year: "2017", number: String((reports += 1)), date: "", signatory: undefined }),
  },
};
