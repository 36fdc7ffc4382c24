import { findFile } from "@/lib/files/queries";
import { findUnscanned } from "@/lib/files/scans/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { QueryProofs } from "./types";

export const files: QueryProofs = {
  "files#findFile": {
    action: "files.read",
    sees: async (viewer, where) => (await findFile(viewer, await fixtures.createFile(where))) !== null,
  },
  "files/scans#findUnscanned": {
    action: "scans.add",
    sees: async (viewer, where) => {
      const posting = await fixtures.createPosting(where);
      return (await findUnscanned(viewer, await scopes.agencyOf(where), "posting", posting)) !== null;
    },
  },
};
