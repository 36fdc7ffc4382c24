"use server";

import * as accounts from "@/lib/accounts/commands";
import * as handover from "@/lib/accounts/handover/commands";
import { handoverForm } from "@/lib/accounts/handover/schema";
import { accountRights, newAccount, oneAccount, passwordReset } from "@/lib/accounts/schema";
import { form, formWithSecret } from "@/lib/gate/form";

const page = ({ id }: { id: string }): string => `/accounts/${id}`;

export const createAccount = formWithSecret(
  "accounts.manage",
  newAccount,
  accounts.createAccount,
  () => "/accounts",
  "password",
);
export const changeRights = form("accounts.manage", accountRights, accounts.changeRights, page);
export const resetPassword = formWithSecret(
  "accounts.manage",
  passwordReset,
  accounts.resetPassword,
  page,
  "password",
);
export const disableAccount = form("accounts.manage", handoverForm, handover.disableAccount, page);
export const handOn = form("accounts.manage", handoverForm, handover.handOn, page);
export const enableAccount = form("accounts.manage", oneAccount, accounts.enableAccount, page);
export const revokeSessions = form("accounts.manage", oneAccount, accounts.revokeSessions, page);
