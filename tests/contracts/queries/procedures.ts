import { foreseeEdition, listDocuments } from "@/lib/procedures/queries";
import { listDeadBases, listTextBases } from "@/lib/procedures/bases/queries";
import { findDocument } from "@/lib/procedures/record/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const procedures: QueryProofs = {
  "procedures/bases#listTextBases": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const document = await fixtures.createDocument(where, true);
      await fixtures.basedOn(document, await fixtures.createLaw());
      return (await listTextBases(viewer, await fixtures.draftTextOf(document), day)).length > 0;
    },
  },
  "procedures/bases#listDeadBases": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const [document, law] = [await fixtures.createApproved(where), await fixtures.createLaw()];
      await fixtures.basedOn(document, law);
      await fixtures.end(law);
      return (await listDeadBases(viewer, await scopes.agencyOf(where), day)).has(document);
    },
  },
  "procedures#foreseeEdition": {
    action: "documents.read",
    sees: async (viewer, where) => {
      await fixtures.createApproved(where);
      const change = await foreseeEdition(viewer, await scopes.agencyOf(where), day, "2015", "vi");
      return (change?.before.done ?? 0) > 0;
    },
  },
  "procedures#listDocuments": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const id = await fixtures.createDocument(where, true);
      return mentions(await listDocuments(viewer, await scopes.agencyOf(where), day, "vi"), id);
    },
  },
  "procedures/record#findDocument": {
    action: "documents.read",
    sees: async (viewer, where) =>
      (await findDocument(viewer, await fixtures.createDocument(where, true), day, "vi")) !== null,
  },
};
