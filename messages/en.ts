import common from "@/messages/en/common.json";
import problems from "@/messages/en/problems.json";
import identity from "@/messages/en/identity.json";
import agencies from "@/messages/en/agencies.json";
import appointments from "@/messages/en/appointments.json";
import adoption from "@/messages/en/adoption.json";
import dashboard from "@/messages/en/dashboard.json";
import audits from "@/messages/en/audits.json";
import field from "@/messages/en/field.json";
import findings from "@/messages/en/findings.json";
import procedures from "@/messages/en/procedures.json";
import policies from "@/messages/en/policies.json";
import journal from "@/messages/en/journal.json";
import files from "@/messages/en/files.json";
import standard from "@/messages/en/standard.json";
import catalogue from "@/messages/en/catalogue.json";
import legal from "@/messages/en/legal.json";
import accounts from "@/messages/en/accounts.json";
import help from "@/messages/en/help.json";
import calendar from "@/messages/en/calendar.json";
import programme from "@/messages/en/programme.json";
import reminders from "@/messages/en/reminders.json";
import imports from "@/messages/en/imports.json";
import mails from "@/messages/en/mails.json";
import reports from "@/messages/en/reports.json";
import reviews from "@/messages/en/reviews.json";
import corrections from "@/messages/en/corrections.json";
import submissions from "@/messages/en/submissions.json";

export const en = {
  common,
  problems,
  identity,
  agencies,
  appointments,
  adoption,
  dashboard,
  audits,
  field,
  findings,
  procedures,
  policies,
  journal,
  files,
  standard,
  catalogue,
  legal,
  accounts,
  help,
  calendar,
  programme,
  reminders,
  imports,
  mails,
  reports,
  reviews,
  corrections,
  submissions,
};
