import { findPolicy } from "@/lib/policies/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import type { QueryProofs } from "./types";

const day = ground.today;

export const policies: QueryProofs = {
  "policies#findPolicy": {
    action: "policies.read",
    sees: async (viewer, where) => {
      await plants.plantPolicy(where);
      await plants.plantObjective(where);
      const found = await findPolicy(viewer, await ground.agencyOf(where), day);
      return [found.current, found.draft, ...found.earlier, ...found.objectives].some(Boolean);
    },
  },
};
