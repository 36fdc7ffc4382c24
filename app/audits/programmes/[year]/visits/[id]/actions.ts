"use server";

import * as plan from "@/lib/programme/change/commands";
import { form } from "@/lib/gate/form";

const planPage = ({ year }: { year: number }): string => `/audits/programmes/${year}/plan`;

export const replan = form(plan.replanVisit, planPage);
export const leaveOut = form(plan.leaveOut, planPage);
