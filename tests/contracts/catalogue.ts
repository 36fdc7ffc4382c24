import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { Contracts } from "./types";

const list = (): string => `Tên thủ tục hành chính\tLĩnh vực\nCấp giấy phép ${scopes.unique()}\tĐất đai`;

export const rows: Contracts = {
  readProcedures: {
    about: async () => ({ lawId: await fixtures.createLaw(), file: undefined, pasted: list() }),
  },
  matchRow: {
    about: async () => {
      const { law, row } = await fixtures.createListed();
      return { lawId: law, rowId: row, meant: "new", code: "" };
    },
  },
  matchRows: {
    about: async () => ({ lawId: (await fixtures.createListed()).law }),
  },
  dropRows: {
    about: async () => {
      const { law, row } = await fixtures.createListed();
      return { lawId: law, rowId: row };
    },
  },
};

export const handled: Contracts = {
  recordHandled: {
    about: async (where) => ({
      ...{ agencyId: await scopes.agencyOf(where), code: scopes.placeOf(where).agency, field: "" },
      ...{ since: "01/02/2016", procedures: (await fixtures.createProcedure()).procedure },
    }),
  },
};

export const carried: Contracts = {
  recordCarried: {
    about: async (where) => {
      const document = await fixtures.createDocument(where, true);
      return {
        ...{ documentId: document, revisionId: await fixtures.draftTextOf(document) },
        procedures: (await fixtures.createProcedure()).procedure,
      };
    },
  },
};
