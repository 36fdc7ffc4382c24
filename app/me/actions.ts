"use server";

import * as own from "@/lib/accounts/own/commands";
import { newPassword, nothing, oneSession } from "@/lib/accounts/schema";
import { form } from "@/lib/gate/form";
import * as mail from "@/lib/reminders/settings/commands";
import { mailSettingForm } from "@/lib/reminders/settings/schema";

export const changeOwnPassword = form("account.self", newPassword, own.changeOwnPassword, () => "/me");
export const endOwnSession = form("account.self", oneSession, own.endOwnSession, () => "/me");
export const endOtherSessions = form("account.self", nothing, own.endOtherSessions, () => "/me");
export const saveMailSetting = form("account.self", mailSettingForm, mail.saveMailSetting, () => "/me");
