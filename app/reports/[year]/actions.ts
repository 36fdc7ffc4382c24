"use server";

import { form } from "@/lib/gate/form";
import { issueReport } from "@/lib/reports/issued/commands";
import { issueForm } from "@/lib/reports/issued/schema";

export const issue = form("papers.issue", issueForm, issueReport, ({ year }) => `/reports/${year}`);
