import { findCancellable, listCorrections } from "@/lib/corrections/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { QueryProofs } from "./types";

export const corrections: QueryProofs = {
  "corrections#findCancellable": {
    action: "entries.cancel",
    sees: async (viewer, where) => {
      const posting = await fixtures.createPosting(where);
      return (await findCancellable(viewer, await scopes.agencyOf(where), "posting", posting)) !== null;
    },
  },
  "corrections#listCorrections": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await listCorrections(viewer, await fixtures.createCancelled(where), ["posting"])).cancelled.length >
      0,
  },
};
