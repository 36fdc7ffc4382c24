"use server";

import { addAgency } from "@/lib/audits/programme/change/commands";
import { addForm } from "@/lib/audits/programme/schema";
import { form } from "@/lib/gate/form";

export const add = form("audits.plan", addForm, addAgency, ({ year }) => `/audits/programmes/${year}/plan`);
