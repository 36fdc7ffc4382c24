import { randomInt } from "node:crypto";

import { createFeed, type Names } from "./places";
import { day } from "./ready";
import type { Fields, ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import type { Scope } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

const spoken = "Theo đề nghị của cơ quan";

const freeYear = async (): Promise<Partial<Names>> => ({ year: String(await fixtures.freeYear()) });
const drafted = (where: Scope) => async (): Promise<Partial<Names>> => {
  const { year, visitId } = await fixtures.createDraft(where);
  return { year: String(year), visit: visitId };
};

const planned = ({ year, leader }: Names): Fields => ({
  ...{ year, mode: "desk", plannedOn: `14/07/${year}`, keepDay: "yes", leader },
});

const issuedFeed = async (account: string): Promise<Partial<Names>> => ({ feed: await createFeed(account) });

/** Plans of years to come, the report of a year, and addresses of calendars. */
export const ofPlans = {
  "app/audits/programmes/[year]/plan/actions.ts#propose": {
    ready: freeYear,
    fields: ({ year }) => ({ year, onSite: "2", desk: "1", from: `01/03/${year}`, to: `30/09/${year}` }),
  },
  "app/audits/programmes/[year]/approve/actions.ts#approve": {
    ready: drafted("own"),
    fields: ({ year }) => ({ year, version: "1", decisionNumber: "12/QĐ-UBND", decidedOn: day }),
  },
  "app/audits/programmes/[year]/visits/[id]/actions.ts#replan": {
    ready: drafted("own"),
    fields: (names) => ({ ...planned(names), visitId: names.visit, version: "1", reason: spoken }),
  },
  "app/audits/programmes/[year]/visits/[id]/actions.ts#leaveOut": {
    ready: drafted("own"),
    fields: ({ year, visit }) => ({ year, visitId: visit, version: "1", reason: spoken }),
  },
  "app/audits/programmes/[year]/agencies/[code]/actions.ts#add": {
    ready: drafted("other"),
    fields: (names) => ({ ...planned(names), agencyId: names.agencyId, reason: spoken }),
  },
  "app/reports/[year]/actions.ts#issue": {
    fields: ({ year }) => ({ year, number: String(randomInt(1, 99_999)) }),
  },
  "app/me/actions.ts#issueFeed": {
    ready: issuedFeed,
    fields: ({ feed }) => ({ locale: "vi", replaces: feed }),
  },
  "app/me/actions.ts#revokeFeed": { ready: issuedFeed, fields: ({ feed }) => ({ id: feed }) },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
