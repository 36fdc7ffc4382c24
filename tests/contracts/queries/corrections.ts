import { findCancellable, listCorrections } from "@/lib/corrections/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import type { QueryProofs } from "./types";

export const corrections: QueryProofs = {
  "corrections#findCancellable": {
    action: "entries.cancel",
    sees: async (viewer, where) => {
      const posting = await plants.plantPosting(where);
      return (await findCancellable(viewer, await ground.agencyOf(where), "posting", posting)) !== null;
    },
  },
  "corrections#listCorrections": {
    action: "agencies.read",
    sees: async (viewer, where) =>
      (await listCorrections(viewer, await plants.plantCancelled(where), ["posting"])).cancelled.length > 0,
  },
};
