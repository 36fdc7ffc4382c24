import { findOwnFeed } from "@/lib/programme/calendar/queries";
import { findPlan } from "@/lib/programme/plan/queries";
import * as programmes from "@/lib/programme/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const programme: QueryProofs = {
  "programme/calendar#findOwnFeed": {
    action: "calendar.self",
    sees: async (viewer, where) => {
      const id = await fixtures.createFeed(where, viewer);
      return (await findOwnFeed(viewer))?.id === id;
    },
  },
  "programme#findProgramme": {
    action: "audits.plan",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.findProgramme(viewer, 2018, "vi")) !== null,
  },
  "programme#findProposal": {
    action: "audits.plan",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.findProposal(viewer, 2019, day, "vi")) !== null,
  },
  "programme#listColleagues": {
    action: "audits.plan",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.listColleagues(viewer)).length > 0,
  },
  "programme#listProgrammes": {
    action: "audits.list",
    ofNoAgency: true,
    sees: async (viewer) => (await programmes.listProgrammes(viewer)).length > 0,
  },
  "programme#listYear": {
    action: "audits.list",
    sees: async (viewer, where) => {
      const id = await fixtures.createVisit(where);
      return mentions(await programmes.listYear(viewer, 2017), id);
    },
  },
  "programme/plan#findPlan": {
    action: "audits.list",
    sees: async (viewer, where) => {
      const id = await fixtures.createVisit(where);
      return mentions(await findPlan(viewer, 2017), id);
    },
  },
};
