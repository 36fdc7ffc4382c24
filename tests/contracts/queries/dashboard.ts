import { findDashboard } from "@/lib/dashboard/queries";

import * as ground from "@/tests/support/ground";
import type { QueryProofs } from "./types";

const day = ground.today;

export const dashboard: QueryProofs = {
  "dashboard#findDashboard": {
    action: "dashboard.read",
    ofNoAgency: true,
    sees: async (viewer) => (await findDashboard(viewer, day)) !== null,
  },
};
