import { findFile } from "@/lib/files/queries";
import { findUnscanned } from "@/lib/files/scans/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import type { QueryProofs } from "./types";

export const files: QueryProofs = {
  "files#findFile": {
    action: "files.read",
    sees: async (viewer, where) => (await findFile(viewer, await plants.plantFile(where))) !== null,
  },
  "files/scans#findUnscanned": {
    action: "scans.add",
    sees: async (viewer, where) => {
      const posting = await plants.plantPosting(where);
      return (await findUnscanned(viewer, await ground.agencyOf(where), "posting", posting)) !== null;
    },
  },
};
