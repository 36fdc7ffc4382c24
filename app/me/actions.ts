"use server";

import * as own from "@/lib/accounts/own/commands";
import { newPassword, nothing, oneSession } from "@/lib/accounts/schema";
import { form } from "@/lib/gate/form";

export const changeOwnPassword = form("account.self", newPassword, own.changeOwnPassword, () => "/me");
export const endOwnSession = form("account.self", oneSession, own.endOwnSession, () => "/me");
export const endOtherSessions = form("account.self", nothing, own.endOtherSessions, () => "/me");
