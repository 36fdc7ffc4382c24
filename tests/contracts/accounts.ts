import type { Role, Viewer } from "@/lib/identity/types";
import { saveMailSetting } from "@/lib/reminders/settings/commands";
import { demonstrationPassword } from "@/prisma/seed/people";

import * as ground from "@/tests/support/ground";
import type { Ground } from "@/tests/support/ground";
import * as plants from "@/tests/support/plants";
import type { Contracts, Input } from "./types";

const anAccount = async (
  role: Role,
  state: { disabled?: boolean; signedIn?: boolean } = {},
): Promise<Input> => {
  const { id, name } = await ground.plantAccount(role);
  if (state.disabled) await ground.rows("update account set disabled_at = now() where id = $1", [id]);
  if (state.signedIn) await ground.sessionOf(name);
  return { id, version: "1" };
};

const justThe = async (role: Role, state: Parameters<typeof anAccount>[1] = {}): Promise<Input> => ({
  id: (await anAccount(role, state))["id"],
});

export const accounts: Contracts = {
  createAccount: {
    about: async (where) => ({
      agencyId: await ground.agencyOf(where),
      ...{ personId: "new", role: "officer", name: `proof.${ground.unique()}`, address: "" },
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
      const { id, successor } = await plants.plantLeftBehind(where);
      return { id, successor, things: "draft" };
    },
  },
};

const password = "một câu dài dễ nhớ";

/** One's own session or somebody else's. */
const sessionIn = async (where: Ground, viewer: Viewer): Promise<string> => {
  const somebody =
    where === "own" ? await ground.accountName(viewer) : (await ground.plantAccount("leader")).name;
  return (await ground.sessionOf(somebody)).id;
};

export const own: Contracts = {
  changeOwnPassword: {
    ownAccount: true,
    first: ground.forgetAttempts,
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
      const form = { address: `${ground.unique()}@tinh.example`, language: "vi", reminders: "on" } as const;
      if (where === "other") await saveMailSetting(viewer, form);
      return form;
    },
  },
};
