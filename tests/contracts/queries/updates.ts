import { listMoving, listTouched, listUpdates } from "@/lib/updates/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const updates: QueryProofs = {
  "updates#listUpdates": {
    action: "updates.read",
    sees: async (viewer, where) => {
      const { document } = await fixtures.createUpdate(where);
      return mentions(await listUpdates(viewer, { documentId: document }, day), document);
    },
  },
  "updates#listMoving": {
    action: "updates.read",
    sees: async (viewer, where) => {
      const { law } = await fixtures.createUpdate(where);
      return mentions(await listMoving(viewer, day), law);
    },
  },
  "updates#listTouched": {
    action: "laws.register",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { other, change } = await fixtures.createDraftChange();
      const document = await fixtures.createApproved("own");
      await fixtures.basedOn(document, other);
      return mentions(await listTouched(viewer, change, day), document);
    },
  },
};
