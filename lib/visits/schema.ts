import { z } from "zod";

import { currentFormat } from "@/lib/visits/delivery/types";
import { hoursFields, presentIds, typedOpinion, typedRepresentative } from "@/lib/visits/minutes/schema";
import {
  absent,
  type Representative,
  type SealedMinutes,
  type SeenVersions,
  type Signatory,
  type VisitHours,
} from "@/lib/visits/minutes/types";
import { outcomes, type AnswerText } from "@/lib/checklists/types";
import { longestRecorders } from "@/lib/visits/groups/rules";
import { preciseOnly } from "@/lib/findings/rules";
import { date, id, optionalLine, optionalText, version } from "@/lib/gate/fields";
import { severities, type FindingDraft } from "@/lib/findings/types";
import { type PlainDate } from "@/lib/kernel/plain-date";

export const noteLength = 4000;
export const groupCode = z.string({ error: "unknown-input" }).regex(/^[A-Z]$/, "unknown-input");
/** Another group, the check of answers, or back to the visit. */
const nextPlace = z
  .string({ error: "unknown-input" })
  .regex(/^(?:[A-Z]|check)?$/, "unknown-input")
  .default("");
export const answer = z.object({
  outcome: z.enum(outcomes, { error: "not-a-choice" }),
  note: optionalText(noteLength),
});

/** A clause group as it stands, against the version it was made from. */
export type GroupAnswers = {
  visitId: string;
  groupCode: string;
  version: number;
  answers: Record<string, AnswerText>;
};

/** A section from an office form, and the group to go to next. */
export type GroupInput = GroupAnswers & { to?: string };

/** A section from a device. */
export type GroupSent = GroupAnswers & {
  /** Who recorded it, by name, where another phone handed it over; else empty or absent. */
  by?: string;
  /** When it was last changed what each answer says, by the device's clock. */
  times?: Readonly<Record<string, Date>> | undefined;
};

export const questionCode = z.string({ error: "unknown-input" }).regex(/^[A-Z]\.\d{1,2}$/, "unknown-input");

export const fieldFormat = z.literal(currentFormat, { error: "app-edition" });

/** The first and the last moment whose day can be written here and in Việt Nam. */
const firstMoment = Date.UTC(1900, 0, 2);
const lastMoment = Date.UTC(2999, 11, 30);

/** How a clock says a year before 0 or after 9999. */
const farYear = /^[+-]\d{6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;

/**
 * A moment by the device's clock, ISO 8601 with its offset. It is taken as claimed, however far the clock was off: that is marked, and a
 * device has nothing to mend it by. What lies beyond the days that can be written is the nearest of them.
 */
export const instant = z
  .union([z.iso.datetime({ offset: true }), z.string().regex(farYear)], { error: "unknown-input" })
  .transform((text) => Date.parse(text))
  .refine((moment) => !Number.isNaN(moment), "unknown-input")
  .transform((moment) => new Date(Math.min(Math.max(moment, firstMoment), lastMoment)));

export const versionNumber = z
  .number({ error: "unknown-input" })
  .int("unknown-input")
  .min(0, "unknown-input")
  .max(1_000_000, "unknown-input");

/** What a device sends after each tap: the clause group as it stands, against the version it was made from. */
export const sheetMessage = z.strictObject({
  format: fieldFormat,
  visitId: id,
  groupCode,
  version: versionNumber,
  recordedAt: instant,
  answers: z.record(questionCode, answer),
  by: optionalLine(longestRecorders),
  times: z.record(questionCode, instant).optional(),
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

/** The same from the form, for those without JavaScript. */
export const groupForm = z
  .looseObject({ visitId: id, groupCode, version, to: nextPlace })
  .transform((form, context): GroupInput => {
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

/** What minutes say beside what was recorded, wherever they are made final. */
type MinutesSaid = {
  visitId: string;
  conclusion: string;
  findings: FindingDraft[];
  hours?: VisitHours | undefined;
  representative: Representative;
};

/** Minutes from an office form: what it showed tells whether anything has changed since. A paper is signed there by hand. */
export type FinaliseInput = MinutesSaid & {
  seen: SeenVersions;
  /** The fingerprint of the text that was read before it was made final. */
  shown?: string | undefined;
  /** Who of the team was there, where the form asked; a device says it in what was signed. */
  present?: readonly string[] | undefined;
  /** Who of them signs in the place of a leader who is away; the deputy where nobody is chosen. */
  signer?: string | undefined;
};

/** Minutes from a device: the fingerprint of what was read out and signed there tells whether anything has changed. */
export type MinutesSent = MinutesSaid & {
  fingerprint: string;
  signatories?: readonly Signatory[] | undefined;
  /** Absent from an app of before, which sends the parts and not what was signed whole. */
  sealed?: SealedMinutes | undefined;
};

export const partLength = 500;
export const statementLength = 4000;

export const finding = z.object({
  severity: z.enum(severities, { error: "not-a-choice" }),
  evidence: optionalText(4000),
  reference: optionalText(partLength),
  requirement: optionalText(partLength),
  scope: optionalText(1000),
  dueOn: date,
  statement: optionalText(statementLength),
});
const observation = finding.extend({
  severity: z.literal("observation"),
  dueOn: z.unknown().transform((): PlainDate | null => null),
});

const typedFinding = (form: Record<string, unknown>, code: string): Record<string, unknown> =>
  Object.fromEntries(
    (["severity", "evidence", "reference", "requirement", "scope", "dueOn", "statement"] as const).map(
      (name) => [name, form[`${name}.${code}`] ?? ""],
    ),
  );

const report = (context: z.RefinementCtx, error: z.ZodError, nameOf: (field: string) => string): void => {
  for (const issue of error.issues) {
    context.addIssue({
      code: "custom",
      message: issue.message,
      path: issue.path.length === 0 ? [] : [nameOf(issue.path.map(String).join("."))],
      params: "params" in issue ? (issue.params as object) : {},
    });
  }
};

/** What the form gave as the requirement of the question: left as it was, it is not said again. */
const askedOf = (form: Record<string, unknown>, code: string): string => {
  const asked = form[`asked.${code}`];
  return typeof asked === "string" ? asked : "";
};

function typedFindings(form: Record<string, unknown>, context: z.RefinementCtx): FindingDraft[] {
  const codes = Object.keys(form).flatMap((name) => /^severity\.([A-Z]\.\d{1,2})$/.exec(name)?.[1] ?? []);
  return codes.flatMap((code) => {
    const shape = form[`severity.${code}`] === "observation" ? observation : finding;
    const parsed = shape.safeParse(typedFinding(form, code));
    if (parsed.success) return [preciseOnly({ questionCode: code, ...parsed.data }, askedOf(form, code))];
    report(context, parsed.error, (field) => `${field}.${code}`);
    return [];
  });
}

const typedVersions = (form: Record<string, unknown>): SeenVersions =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const code = /^seen\.([A-Z]|rechecks)$/.exec(name)?.[1];
      return code && typeof value === "string" && /^\d{1,7}$/.test(value) ? [[code, Number(value)]] : [];
    }),
  );

/** Check answers: one finding for each question that did not conform, the conclusion, and what the agency says of it. */
export const finaliseForm = z
  .looseObject({
    visitId: id,
    conclusion: optionalText(4000),
    ...hoursFields,
    present: presentIds,
    signer: z.union([z.literal(""), id], { error: "not-an-id" }).optional(),
    opinion: typedOpinion,
    shown: z
      .string()
      .regex(/^[0-9a-f]{0,64}$/, "unknown-input")
      .optional(),
  })
  .transform((form, context): FinaliseInput => {
    const spoken = typedRepresentative.safeParse(form);
    if (!spoken.success) report(context, spoken.error, (field) => field);
    return {
      visitId: form.visitId,
      conclusion: form.conclusion,
      findings: typedFindings(form, context),
      seen: typedVersions(form),
      shown: form.shown,
      hours: {
        startedAt: form.startedAt,
        endedAt: form.endedAt,
        startedOn: form.startedOn,
        endedOn: form.endedOn,
      },
      present: form.present,
      signer: form.signer,
      representative: spoken.data ?? absent,
    };
  });
