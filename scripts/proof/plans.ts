import { issueFeed, revokeFeed } from "@/lib/audits/calendar/commands";
import * as plan from "@/lib/audits/programme/change/commands";
import { approveProgramme, proposeProgramme } from "@/lib/audits/programme/commands";

import * as ground from "./ground";
import * as plants from "./plants";
import type { CommandProof } from "./types";

const day = ground.today;

const visitOn = async (year: number) => ({
  year,
  mode: "desk" as const,
  plannedOn: `${year}-07-14` as typeof day,
  keepDay: true,
  team: { leader: await plants.personOf("inspector"), deputy: null, secretary: null, members: [] },
});

export const programmes = {
  proposeProgramme: {
    action: "audits.plan",
    prepare: async () => {
      const year = await plants.freeYear();
      const period = { from: `${year}-03-01` as typeof day, to: `${year}-09-30` as typeof day };
      return (viewer) => proposeProgramme(viewer, { year, onSite: 2, desk: 1, ...period });
    },
  },
  approveProgramme: {
    action: "audits.approve",
    prepare: async (where) => {
      const { year } = await plants.plantDraft(where);
      const decision = { decisionNumber: "12/QĐ-UBND", decidedOn: day };
      return (viewer) => approveProgramme(viewer, { year, version: 1, ...decision });
    },
  },
} satisfies Record<string, CommandProof>;

export const changes = {
  replanVisit: {
    action: "audits.plan",
    prepare: async (where) => {
      const { year, visitId } = await plants.plantDraft(where);
      const form = { ...(await visitOn(year)), visitId, version: 1, others: true, reason: "" };
      return (viewer) => plan.replanVisit(viewer, form);
    },
  },
  leaveOut: {
    action: "audits.plan",
    prepare: async (where) => {
      const { year, visitId } = await plants.plantDraft(where);
      return (viewer) => plan.leaveOut(viewer, { year, visitId, version: 1, reason: "Vừa sáp nhập" });
    },
  },
  addAgency: {
    action: "audits.plan",
    prepare: async (where) => {
      const { year } = await plants.plantDraft(where === "own" ? "other" : "own");
      const form = {
        ...(await visitOn(year)),
        agencyId: await ground.agencyOf(where),
        reason: "Có kiến nghị",
      };
      return (viewer) => plan.addAgency(viewer, form);
    },
  },
} satisfies Record<string, CommandProof>;

export const calendar = {
  issueFeed: {
    action: "calendar.self",
    ownAccount: true,
    prepare: async (where, viewer) => {
      const replaces = await plants.plantFeed(where, viewer);
      return (asking) => issueFeed(asking, { locale: "vi", replaces });
    },
  },
  revokeFeed: {
    action: "calendar.self",
    ownAccount: true,
    prepare: async (where, viewer) => {
      const id = await plants.plantFeed(where, viewer);
      return (asking) => revokeFeed(asking, { id });
    },
  },
} satisfies Record<string, CommandProof>;
