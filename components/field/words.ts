import enAudits from "@/messages/en/audits.json";
import enField from "@/messages/en/field.json";
import enFindings from "@/messages/en/findings.json";
import viAudits from "@/messages/vi/audits.json";
import viField from "@/messages/vi/field.json";
import viFindings from "@/messages/vi/findings.json";
import enProblems from "@/messages/en/problems.json";
import viProblems from "@/messages/vi/problems.json";

/** The words of the app: both languages travel with it, because there is nobody to ask on the way. */
const catalogues = {
  vi: { field: viField, audits: viAudits, findings: viFindings, problems: viProblems },
  en: { field: enField, audits: enAudits, findings: enFindings, problems: enProblems },
} as const;

export type Words = (typeof catalogues)["vi"];

export const wordsIn = (locale: "vi" | "en"): Words => catalogues[locale];

/** Puts values into a sentence: "Đã lưu {time}". */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
