import { findHoldings, listLeftBehind } from "@/lib/accounts/handover/queries";
import {
  findAccount,
  findOwnAccount,
  findWithoutAccount,
  listAccounts,
  listAgencyChoices,
  listOpenSessions,
  listUnaccounted,
} from "@/lib/accounts/queries";

import * as scopes from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { QueryProofs } from "./types";

const day = scopes.today;

export const accounts: QueryProofs = {
  "accounts/handover#findHoldings": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const { id } = await fixtures.createLeftBehind(where);
      return (await findHoldings(viewer, id, day)).held.length > 0;
    },
  },
  "accounts/handover#listLeftBehind": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const { id } = await fixtures.createLeftBehind(where);
      return (await listLeftBehind(viewer, day)).some(({ accountId }) => accountId === id);
    },
  },
  "accounts#listAccounts": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) =>
      (await listAccounts(viewer, { text: "", role: null, state: null }, day)).length > 0,
  },
  "accounts#findWithoutAccount": {
    action: "accounts.manage",
    sees: async (viewer, where) => {
      const id = await fixtures.createAppointment(where);
      const [row] = await scopes.rows<{ person: string }>(
        "select person_id as person from appointment where id = $1",
        [id],
      );
      return (await findWithoutAccount(viewer, row?.person ?? "")) !== null;
    },
  },
  "accounts#findAccount": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) =>
      (await findAccount(viewer, (await scopes.createAccount("head")).id, day)) !== null,
  },
  "accounts#listAgencyChoices": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => (await listAgencyChoices(viewer, day)).length > 0,
  },
  "accounts#listUnaccounted": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => (await listUnaccounted(viewer)).length > 0,
  },
  "accounts#findOwnAccount": {
    action: "account.self",
    ofNoAgency: true,
    sees: async (viewer) => (await findOwnAccount(viewer, day))?.id === viewer.accountId,
  },
  "accounts#listOpenSessions": {
    action: "accounts.manage",
    ofNoAgency: true,
    sees: async (viewer) => {
      const { id, name } = await scopes.createAccount("head");
      await scopes.sessionOf(name);
      return (await listOpenSessions(viewer, id)).length > 0;
    },
  },
};
