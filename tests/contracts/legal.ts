import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { Contracts, Input } from "./types";

const facts = (): Input => ({
  ...{ kind: "circular", number: `9/2016/TT-${scopes.unique().toUpperCase()}`, level: "ministry" },
  ...{
    issuedOn: "01/02/2016",
    inForceFrom: "15/03/2016",
    inForceTo: "",
    setsProcedures: "no",
    shortened: "no",
    verified: "yes",
  },
});

export const register: Contracts = {
  registerLaw: { about: () => Promise.resolve(facts()) },
  correctLaw: { about: async () => ({ ...facts(), lawId: await fixtures.createLaw(), version: "1" }) },
};

export const changes: Contracts = {
  noteRelation: {
    about: async () => ({
      ...{ lawId: await fixtures.createLaw(), kind: "amends", unregistered: "", provisions: "Điều 4" },
      target: await fixtures.numberOf(await fixtures.createLaw()),
    }),
  },
  dropRelation: {
    about: async () => {
      const { law, relation } = await fixtures.createDraftChange();
      return { lawId: law, relationId: relation };
    },
  },
  releaseChange: {
    about: async () => {
      const { law, change } = await fixtures.createDraftChange();
      return { lawId: law, changeId: change };
    },
  },
  undoChange: {
    about: async (where) => {
      const { law, change } = await fixtures.createUpdate(where);
      return { lawId: law, changeId: change };
    },
  },
};

export const bases: Contracts = {
  recordBases: {
    about: async (where) => {
      const document = await fixtures.createDocument(where, true);
      return {
        ...{ documentId: document, revisionId: await fixtures.draftTextOf(document) },
        lines: await fixtures.numberOf(await fixtures.createLaw()),
      };
    },
  },
};

export const updates: Contracts = {
  judgeUnaffected: {
    about: async (where) => {
      const { document, change } = await fixtures.createUpdate(where);
      return { documentId: document, changeId: change };
    },
  },
};
