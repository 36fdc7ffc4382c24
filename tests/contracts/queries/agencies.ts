import { findLeadAgency } from "@/lib/agencies/lead/queries";
import { findAgency, listAgencyFacts } from "@/lib/agencies/queries";

import * as scopes from "@/tests/support/scopes";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const agencies: QueryProofs = {
  "agencies#findAgency": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await findAgency(viewer, "agencies.read", scopes.codeOf(where), day)) !== null,
  },
  "agencies#listAgencyFacts": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await listAgencyFacts(viewer, await scopes.agencyOf(where), day)).length > 0,
  },
  "agencies/lead#findLeadAgency": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await findLeadAgency(viewer, day)) !== null,
  },
};
