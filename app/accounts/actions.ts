"use server";

import * as accounts from "@/lib/accounts/commands";
import * as handover from "@/lib/accounts/handover/commands";
import * as rights from "@/lib/accounts/rights/commands";
import { form, formWithSecret } from "@/lib/gate/form";

const page = ({ id }: { id: string }): string => `/accounts/${id}`;

export const createAccount = formWithSecret(accounts.createAccount, () => "/accounts", "password");
export const changeRights = form(rights.changeRights, page);
export const resetPassword = formWithSecret(accounts.resetPassword, page, "password");
export const disableAccount = form(handover.disableAccount, page);
export const handOn = form(handover.handOn, page);
export const enableAccount = form(accounts.enableAccount, page);
export const revokeSessions = form(accounts.revokeSessions, page);
