import { listBases } from "@/lib/legal/queries";

import * as ground from "@/tests/support/ground";
import type { QueryProofs } from "./types";

const day = ground.today;

export const legal: QueryProofs = {
  "legal#listBases": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await listBases(viewer, day)).length > 0,
  },
};
