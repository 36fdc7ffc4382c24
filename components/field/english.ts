import audits from "@/messages/en/audits.json";
import field from "@/messages/en/field.json";
import findings from "@/messages/en/findings.json";
import problems from "@/messages/en/problems.json";

/** The English words of the app: a part of its own, which the device holds as well. */
export const english = { field, audits, findings, problems };
