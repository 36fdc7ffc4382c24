"use server";

import { firstPageOf } from "@/app/first-page";
import * as own from "@/lib/accounts/own/commands";
import * as calendar from "@/lib/programme/calendar/commands";
import { form, formWithSecret } from "@/lib/gate/form";
import type { Viewer } from "@/lib/identity/types";
import * as mail from "@/lib/reminders/settings/commands";

/** The first password leads to one's work, a later one back to the account. */
const afterPassword = (_: unknown, viewer: Viewer): string =>
  viewer.mustChangePassword ? firstPageOf(viewer) : "/me";

export const changeOwnPassword = form(own.changeOwnPassword, afterPassword);
export const endOwnSession = form(own.endOwnSession, () => "/me");
export const endOtherSessions = form(own.endOtherSessions, () => "/me");
export const saveMailSetting = form(mail.saveMailSetting, () => "/me");
export const issueFeed = formWithSecret(calendar.issueFeed, () => "/me", "calendar");
export const revokeFeed = form(calendar.revokeFeed, () => "/me");
