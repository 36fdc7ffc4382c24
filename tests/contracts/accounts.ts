import type { Role, Viewer } from "@/lib/identity/types";
import { saveMailSetting } from "@/lib/reminders/settings/commands";
import { demonstrationPassword } from "@/prisma/seed/people";

import * as scopes from "@/tests/support/scopes";
import type { Scope } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";
import type { Contracts, Input } from "./types";

const anAccount = async (
  role: Role,
  state: { disabled?: boolean; signedIn?: boolean } = {},
): Promise<Input> => {
  const { id, name } = await scopes.createAccount(role);
  if (state.disabled) await scopes.rows("update account set disabled_at = now() where id = $1", [id]);
  if (state.signedIn) await scopes.sessionOf(name);
  return { id, version: "1" };
};

const justThe = async (role: Role, state: Parameters<typeof anAccount>[1] = {}): Promise<Input> => ({
  id: (await anAccount(role, state))["id"],
});

export const accounts: Contracts = {
  createAccount: {
    about: async (where) => ({
      agencyId: await scopes.agencyOf(where),
      ...{ personId: "new", role: "officer", name: `proof.${scopes.unique()}`, address: "" },
    }),
  },
  resetPassword: { about: () => anAccount("officer") },
  enableAccount: { about: () => justThe("head", { disabled: true }) },
  revokeSessions: { about: () => justThe("leader", { signedIn: true }) },
};

export const rights: Contracts = {
  changeRights: {
    about: async () => ({
      ...(await anAccount("leader")),
      ...{ role: "inspector", agencyId: "", personId: "" },
    }),
  },
};

export const handover: Contracts = {
  disableAccount: {
    about: async () => ({ ...(await justThe("head")), successor: "later", things: [] }),
  },
  handOn: {
    about: async (where) => {
      const { id, successor } = await fixtures.createLeftBehind(where);
      return { id, successor, things: "draft" };
    },
  },
};

const password = "một câu dài dễ nhớ";

/** One's own session or somebody else's. */
const sessionIn = async (where: Scope, viewer: Viewer): Promise<string> => {
  const somebody =
    where === "own" ? await scopes.accountName(viewer) : (await scopes.createAccount("leader")).name;
  return (await scopes.sessionOf(somebody)).id;
};

export const own: Contracts = {
  changeOwnPassword: {
    ownAccount: true,
    first: scopes.forgetAttempts,
    // What is somebody else's is their password: without it nothing changes.
    about: (where) =>
      Promise.resolve({
        current: where === "own" ? demonstrationPassword : "mật khẩu của người khác",
        ...{ password, repeated: password },
      }),
  },
  endOwnSession: {
    ownAccount: true,
    about: async (where, viewer) => ({ id: await sessionIn(where, viewer) }),
  },
  endOtherSessions: {
    ownAccount: true,
    about: async (where, viewer) => {
      await sessionIn(where, viewer);
      return {};
    },
  },
};

export const mails: Contracts = {
  saveMailSetting: {
    ownAccount: true,
    // Nobody else's can be named: sent where it is so already, it changes nothing.
    about: async (where, viewer) => {
      const form = { address: `${scopes.unique()}@tinh.example`, language: "vi", reminders: "on" } as const;
      if (where === "other") await saveMailSetting(viewer, form);
      return form;
    },
  },
};
