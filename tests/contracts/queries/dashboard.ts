import { findDashboard } from "@/lib/dashboard/queries";

import * as scopes from "@/tests/support/scopes";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const dashboard: QueryProofs = {
  "dashboard#findDashboard": {
    action: "dashboard.read",
    ofNoAgency: true,
    sees: async (viewer) => (await findDashboard(viewer, day)) !== null,
  },
};
