import { listProcedures } from "@/lib/catalogue/queries";
import { listNamed, listRows } from "@/lib/catalogue/rows/queries";
import { findCoverage, listCoverage, listHandled } from "@/lib/coverage/queries";
import { listCarried } from "@/lib/procedures/carried/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import { mentions } from "./mentions";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const catalogue: QueryProofs = {
  "catalogue#listProcedures": {
    action: "catalogue.read",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { procedure } = await fixtures.createProcedure();
      return mentions(await listProcedures(viewer, day), procedure);
    },
  },
  "catalogue/rows#listRows": {
    action: "catalogue.read",
    ofNoAgency: true,
    sees: async (viewer) => (await listRows(viewer, (await fixtures.createProcedure()).change)).length > 0,
  },
  "catalogue/rows#listNamed": {
    action: "laws.register",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { procedure } = await fixtures.createProcedure();
      return mentions(await listNamed(viewer), procedure);
    },
  },
  "coverage#listHandled": {
    action: "coverage.read",
    sees: async (viewer, where) => {
      const { procedure } = await fixtures.createProcedure();
      await fixtures.handle(where, procedure);
      return mentions(await listHandled(viewer, await scopes.agencyOf(where), day), procedure);
    },
  },
  "coverage#findCoverage": {
    action: "coverage.read",
    sees: async (viewer, where) => {
      const { procedure } = await fixtures.createProcedure();
      await fixtures.handle(where, procedure);
      return mentions(await findCoverage(viewer, await scopes.agencyOf(where), day), procedure);
    },
  },
  "coverage#listCoverage": {
    action: "coverage.list",
    sees: async (viewer, where) => {
      await fixtures.handle(where, (await fixtures.createProcedure()).procedure);
      return mentions(await listCoverage(viewer, day), await scopes.agencyOf(where));
    },
  },
  "procedures/carried#listCarried": {
    action: "documents.read",
    sees: async (viewer, where) => {
      const document = await fixtures.createDocument(where, true);
      await fixtures.carriedBy(document, (await fixtures.createProcedure()).procedure);
      return (await listCarried(viewer, await fixtures.draftTextOf(document), day)).length > 0;
    },
  },
};
