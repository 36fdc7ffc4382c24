import type { Names } from "./places";
import type { ProofForm } from "./types";
import type { formActions } from "@/lib/gate/form-doors";
import { createAccount, rows, unique } from "@/tests/support/scopes";
import * as fixtures from "@/tests/support/fixtures";

const freshAccount = async (): Promise<Partial<Names>> => ({ account: (await createAccount("head")).id });

async function disabledAccount(): Promise<Partial<Names>> {
  const { id } = await createAccount("head");
  await rows("update account set disabled_at = now() where id = $1", [id]);
  return { account: id };
}

async function openAccount(): Promise<Partial<Names>> {
  const { id } = await createAccount("head");
  await rows(
    "insert into session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [Buffer.from(unique()), id],
  );
  return { account: id };
}

/** Who may take over what a locked account holds. */
const handing = { successor: "" };

export const ofAccounts = {
  "app/accounts/actions.ts#changeRights": {
    ready: freshAccount,
    fields: ({ account }) => ({ id: account, version: "1", role: "leader", agencyId: "" }),
  },
  "app/accounts/actions.ts#createAccount": {
    fields: () => ({
      ...{ fullName: "Nguyễn Thử Nghiệm", personId: "new" },
      name: `proof.${unique()}`,
      role: "leader",
      agencyId: "",
    }),
  },
  "app/accounts/actions.ts#disableAccount": {
    ready: freshAccount,
    fields: ({ account }) => ({ id: account }),
  },
  "app/accounts/actions.ts#enableAccount": {
    ready: disabledAccount,
    fields: ({ account }) => ({ id: account }),
  },
  "app/accounts/actions.ts#handOn": {
    ready: async () => {
      const { id, successor } = await fixtures.createLeftBehind("own");
      handing.successor = successor;
      return { account: id };
    },
    fields: ({ account }) => ({ id: account, successor: handing.successor || account, things: "draft" }),
  },
  "app/accounts/actions.ts#resetPassword": {
    ready: freshAccount,
    fields: ({ account }) => ({ id: account, version: "1" }),
  },
  "app/accounts/actions.ts#revokeSessions": {
    ready: openAccount,
    fields: ({ account }) => ({ id: account }),
  },
  "app/me/actions.ts#changeOwnPassword": {
    fields: () => ({
      current: "nenep-demo",
      password: "một câu dài dễ nhớ",
      repeated: "một câu dài dễ nhớ",
    }),
  },
  "app/me/actions.ts#saveMailSetting": {
    fields: () => ({ address: "", language: "en", reminders: "off" }),
  },
  "app/me/actions.ts#endOwnSession": { fields: ({ session }) => ({ id: session }) },
  "app/me/actions.ts#endOtherSessions": { fields: () => ({}) },
} satisfies Partial<Record<keyof typeof formActions, ProofForm>>;
