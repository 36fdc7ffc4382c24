import { findChainBreaks, findReceipt, listHistory, listRecentHistory } from "@/lib/journal/queries";

import * as ground from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = ground.today;
const history = { agency: "", actor: "", entity: null, from: null, to: null, before: null, unread: [] };

export const journal: QueryProofs = {
  "journal#listHistory": {
    action: "history.read",
    sees: async (viewer, where) =>
      (await listHistory(viewer, "agency", await plants.plantEntry(where), day)).length > 0,
  },
  "journal#listRecentHistory": {
    action: "history.read",
    sees: async (viewer, where) => {
      const agencyId = await plants.plantEntry(where);
      return mentions(
        (await listRecentHistory(viewer, history, day, 20)).map((each) => each.chain),
        agencyId,
      );
    },
  },
  "journal#findChainBreaks": {
    action: "history.read",
    sees: async (viewer, where) =>
      (await findChainBreaks(viewer, [await plants.plantBrokenChain(where)])).length > 0,
  },
  "journal#findReceipt": {
    action: "account.self",
    sees: async (viewer, where) =>
      (await findReceipt(viewer, await plants.plantReceipt(where, viewer))) !== null,
  },
};
