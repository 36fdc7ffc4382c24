import audits from "@/messages/vi/audits.json";
import field from "@/messages/vi/field.json";
import findings from "@/messages/vi/findings.json";
import problems from "@/messages/vi/problems.json";

/** The words of the app as it opens, and of every paper. */
export const vietnamese = { field, audits, findings, problems };

export type Words = typeof vietnamese;
