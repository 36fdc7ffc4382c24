import { listBases } from "@/lib/legal/queries";

import * as scopes from "@/tests/support/scopes";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const legal: QueryProofs = {
  "legal#listBases": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await listBases(viewer, day)).length > 0,
  },
};
