import { findChainBreaks, findReceipt, listHistory, listRecentHistory } from "@/lib/journal/queries";
import { findRecord } from "@/lib/journal/silent/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;
const history = { agency: "", actor: "", entity: null, from: null, to: null, before: null, unread: [] };

export const journal: QueryProofs = {
  "journal#listHistory": {
    action: "history.read",
    sees: async (viewer, where) =>
      (await listHistory(viewer, "agency", await fixtures.createEntry(where), day)).length > 0,
  },
  "journal#listRecentHistory": {
    action: "history.read",
    sees: async (viewer, where) => {
      const agencyId = await fixtures.createEntry(where);
      return mentions(
        (await listRecentHistory(viewer, history, day, 20)).map((each) => each.chain),
        agencyId,
      );
    },
  },
  "journal#findChainBreaks": {
    action: "history.read",
    sees: async (viewer, where) =>
      (await findChainBreaks(viewer, [await fixtures.createBrokenChain(where)])).length > 0,
  },
  "journal/silent#findRecord": {
    action: "history.read",
    sees: async (viewer, where) => findRecord(viewer, "agency", await scopes.agencyOf(where)),
  },
  "journal#findReceipt": {
    action: "account.self",
    sees: async (viewer, where) =>
      (await findReceipt(viewer, await fixtures.createReceipt(where, viewer), day)) !== null,
  },
};
