"use server";

import * as plan from "@/lib/audits/programme/change/commands";
import { leaveOutForm, replanForm } from "@/lib/audits/programme/schema";
import { form } from "@/lib/gate/form";

const planPage = ({ year }: { year: number }): string => `/audits/programmes/${year}/plan`;

export const replan = form("audits.plan", replanForm, plan.replanVisit, planPage);
export const leaveOut = form("audits.plan", leaveOutForm, plan.leaveOut, planPage);
