import { findUpperSteps } from "@/lib/legal/clocks/queries";
import { listBases } from "@/lib/legal/queries";
import { findLaw, listLaws } from "@/lib/legal/register/queries";
import * as fixtures from "@/tests/support/fixtures";

import * as scopes from "@/tests/support/scopes";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const legal: QueryProofs = {
  "legal/register#listLaws": {
    action: "laws.read",
    ofNoAgency: true,
    sees: async (viewer) => (await listLaws(viewer, "19/2014", day)).length > 0,
  },
  "legal/register#findLaw": {
    action: "laws.read",
    ofNoAgency: true,
    sees: async (viewer) => (await findLaw(viewer, await fixtures.createLaw(), day)) !== null,
  },
  "legal/clocks#findUpperSteps": {
    action: "laws.read",
    ofNoAgency: true,
    sees: async (viewer) => {
      const law = {
        level: "ministry",
        issuedOn: day,
        inForceFrom: day,
        setsProcedures: true,
        shortened: false,
      } as const;
      const { term } = await findUpperSteps(
        viewer,
        { ...law, published: { ministry: null, province: null } },
        day,
      );
      return term !== null;
    },
  },
  "legal#listBases": {
    action: "papers.visit",
    ofNoAgency: true,
    sees: async (viewer) => (await listBases(viewer, day)).length > 0,
  },
};
