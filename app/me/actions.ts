"use server";

import * as own from "@/lib/accounts/own/commands";
import * as calendar from "@/lib/programme/calendar/commands";
import { form, formWithSecret } from "@/lib/gate/form";
import * as mail from "@/lib/reminders/settings/commands";

export const changeOwnPassword = form(own.changeOwnPassword, () => "/me");
export const endOwnSession = form(own.endOwnSession, () => "/me");
export const endOtherSessions = form(own.endOtherSessions, () => "/me");
export const saveMailSetting = form(mail.saveMailSetting, () => "/me");
export const issueFeed = formWithSecret(calendar.issueFeed, () => "/me", "calendar");
export const revokeFeed = form(calendar.revokeFeed, () => "/me");
