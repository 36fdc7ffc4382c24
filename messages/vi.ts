import common from "@/messages/vi/common.json";
import problems from "@/messages/vi/problems.json";
import identity from "@/messages/vi/identity.json";
import agencies from "@/messages/vi/agencies.json";
import appointments from "@/messages/vi/appointments.json";
import adoption from "@/messages/vi/adoption.json";
import dashboard from "@/messages/vi/dashboard.json";
import audits from "@/messages/vi/audits.json";
import field from "@/messages/vi/field.json";
import findings from "@/messages/vi/findings.json";
import procedures from "@/messages/vi/procedures.json";
import policies from "@/messages/vi/policies.json";
import journal from "@/messages/vi/journal.json";
import files from "@/messages/vi/files.json";
import standard from "@/messages/vi/standard.json";
import catalogue from "@/messages/vi/catalogue.json";
import legal from "@/messages/vi/legal.json";
import accounts from "@/messages/vi/accounts.json";
import help from "@/messages/vi/help.json";
import calendar from "@/messages/vi/calendar.json";
import programme from "@/messages/vi/programme.json";
import reminders from "@/messages/vi/reminders.json";
import imports from "@/messages/vi/imports.json";
import mails from "@/messages/vi/mails.json";
import reports from "@/messages/vi/reports.json";
import reviews from "@/messages/vi/reviews.json";
import corrections from "@/messages/vi/corrections.json";
import submissions from "@/messages/vi/submissions.json";

export const vi = {
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
