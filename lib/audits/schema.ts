import { z } from "zod";

import { outcomes, type AnswerText } from "@/lib/audits/types";
import { date, id, optionalText, version } from "@/lib/gate/fields";
import { severities, type FindingDraft, type Severity } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

const noteLength = 4000;
const groupCode = z.string({ error: "unknown-input" }).regex(/^[A-Z]$/, "unknown-input");
/** Another group, the check of answers, or back to the visit. */
const nextPlace = z
  .string({ error: "unknown-input" })
  .regex(/^(?:[A-Z]|check)?$/, "unknown-input")
  .default("");
const answer = z.object({
  outcome: z.enum(outcomes, { error: "not-a-choice" }),
  note: optionalText(noteLength),
});

export type SectionInput = {
  visitId: string;
  groupCode: string;
  version: number;
  answers: Record<string, AnswerText>;
};

/** What the page sends after each tap. */
export const sectionMessage = z.strictObject({
  version: z
    .number({ error: "unknown-input" })
    .int("unknown-input")
    .nonnegative("unknown-input")
    .max(999_999_999, "unknown-input"),
  answers: z.record(z.string().regex(/^[A-Z]\.\d{1,2}$/, "unknown-input"), answer),
});

/** A note without a choice belongs to a question that is not yet checked. */
const typedAnswers = (form: Record<string, unknown>): Record<string, unknown> => {
  const codes = Object.keys(form).flatMap((name) => /^note\.([A-Z]\.\d{1,2})$/.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    codes.flatMap((code) => {
      const [outcome, note] = [form[`outcome.${code}`], form[`note.${code}`]];
      if (outcome === undefined && (typeof note !== "string" || note.trim() === "")) return [];
      return [[code, { outcome: outcome ?? "not_checked", note }]];
    }),
  );
};

/** The same from the form, for those without JavaScript. `to` is the group to go to next. */
export const sectionForm = z
  .looseObject({ visitId: id, groupCode, version, to: nextPlace })
  .transform((form, context): SectionInput & { to: string } => {
    const parsed = z.record(z.string(), answer).safeParse(typedAnswers(form));
    for (const issue of parsed.error?.issues ?? []) {
      const [code = "", what = "outcome"] = issue.path.map(String);
      context.addIssue({
        code: "custom",
        message: issue.message,
        path: [`${what}.${code}`],
        params: "params" in issue ? (issue.params as object) : {},
      });
    }
    return {
      visitId: form.visitId,
      groupCode: form.groupCode,
      version: form.version,
      to: form.to,
      answers: parsed.data ?? {},
    };
  });

export type FinaliseInput = { visitId: string; conclusion: string; findings: FindingDraft[] };

const finding = z.object({
  severity: z.enum(severities, { error: "not-a-choice" }),
  evidence: optionalText(4000),
  scope: optionalText(1000),
  dueOn: date,
});
const observation = finding.extend({
  severity: z.literal("observation"),
  dueOn: z.unknown().transform((): PlainDate | null => null),
});

const typedFinding = (form: Record<string, unknown>, code: string): Record<string, unknown> =>
  Object.fromEntries(
    (["severity", "evidence", "scope", "dueOn"] as const).map((name) => [
      name,
      form[`${name}.${code}`] ?? "",
    ]),
  );

/** Check answers: one finding for each question that did not conform, and the conclusion. */
export const finaliseForm = z
  .looseObject({ visitId: id, conclusion: optionalText(4000) })
  .transform((form, context): FinaliseInput => {
    const codes = Object.keys(form).flatMap((name) => /^severity\.([A-Z]\.\d{1,2})$/.exec(name)?.[1] ?? []);
    const findings = codes.flatMap((questionCode) => {
      const shape = form[`severity.${questionCode}`] === "observation" ? observation : finding;
      const parsed = shape.safeParse(typedFinding(form, questionCode));
      if (parsed.success)
        return [{ questionCode, ...parsed.data, severity: parsed.data.severity satisfies Severity }];
      for (const issue of parsed.error.issues) {
        context.addIssue({
          code: "custom",
          message: issue.message,
          path: [`${String(issue.path[0])}.${questionCode}`],
          params: "params" in issue ? (issue.params as object) : {},
        });
      }
      return [];
    });
    return { visitId: form.visitId, conclusion: form.conclusion, findings };
  });
