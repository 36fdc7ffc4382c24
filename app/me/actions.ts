"use server";

import * as own from "@/lib/accounts/own/commands";
import { newPassword, nothing, oneSession } from "@/lib/accounts/schema";
import * as calendar from "@/lib/audits/calendar/commands";
import { issueForm, revokeForm } from "@/lib/audits/calendar/schema";
import { form, formWithSecret } from "@/lib/gate/form";
import * as mail from "@/lib/reminders/settings/commands";
import { mailSettingForm } from "@/lib/reminders/settings/schema";

export const changeOwnPassword = form("account.self", newPassword, own.changeOwnPassword, () => "/me");
export const endOwnSession = form("account.self", oneSession, own.endOwnSession, () => "/me");
export const endOtherSessions = form("account.self", nothing, own.endOtherSessions, () => "/me");
export const saveMailSetting = form("account.self", mailSettingForm, mail.saveMailSetting, () => "/me");
export const issueFeed = formWithSecret(
  "calendar.self",
  issueForm,
  calendar.issueFeed,
  () => "/me",
  "calendar",
);
export const revokeFeed = form("calendar.self", revokeForm, calendar.revokeFeed, () => "/me");
