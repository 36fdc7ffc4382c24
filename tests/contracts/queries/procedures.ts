import { foreseeEdition, listDocuments } from "@/lib/procedures/queries";
import { findDocument } from "@/lib/procedures/record/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = ground.today;

export const procedures: QueryProofs = {
  "procedures#foreseeEdition": {
    action: "documents.read",
    sees: async (viewer, where) => {
      await plants.plantApproved(where);
      const change = await foreseeEdition(viewer, await ground.agencyOf(where), day, "2015", "vi");
      return (change?.before.done ?? 0) > 0;
    },
  },
  "procedures#listDocuments": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const id = await plants.plantDocument(where, true);
      return mentions(await listDocuments(viewer, await ground.agencyOf(where), day, "vi"), id);
    },
  },
  "procedures/record#findDocument": {
    action: "documents.read",
    sees: async (viewer, where) =>
      (await findDocument(viewer, await plants.plantDocument(where, true), day, "vi")) !== null,
  },
};
