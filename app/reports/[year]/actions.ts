"use server";

import { form } from "@/lib/gate/form";
import { issueReport } from "@/lib/reports/issued/commands";

export const issue = form(issueReport, ({ year }) => `/reports/${year}`);
