import { findPolicy } from "@/lib/policies/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const policies: QueryProofs = {
  "policies#findPolicy": {
    action: "policies.read",
    sees: async (viewer, where) => {
      await fixtures.createPolicy(where);
      await fixtures.createObjective(where);
      const found = await findPolicy(viewer, await scopes.agencyOf(where), day);
      return [found.current, found.draft, ...found.earlier, ...found.objectives].some(Boolean);
    },
  },
};
