import { z } from "zod";

import { attendance, hours, representative, signatories } from "@/lib/visits/minutes/schema";
import { absent, type MinutesSheet, type SealedMinutes } from "@/lib/visits/minutes/types";
import {
  answer,
  fieldFormat,
  finding,
  instant,
  noteLength,
  partLength,
  questionCode,
  statementLength,
} from "@/lib/visits/schema";
import { minutesWords } from "@/lib/visits/wording/schema";
import { recheckOutcomes } from "@/lib/findings/rechecks/types";
import { id, optionalText, text } from "@/lib/gate/fields";
import { parseDate, type PlainDate } from "@/lib/kernel/plain-date";

const day = z
  .string({ error: "unknown-input" })
  .regex(/^\d{4}-\d{2}-\d{2}$/, "not-a-date")
  .refine((text) => parseDate(text) !== null, "not-a-date")
  .transform((text) => text as PlainDate);

/** A part that devices of before did not ask for. */
const laterPart = (length: number) => z.exactOptional(text(length));

const signedFindings = z
  .array(
    finding.extend({
      questionCode,
      reference: laterPart(partLength),
      requirement: laterPart(partLength),
      dueOn: day.nullable(),
      statement: laterPart(statementLength),
    }),
    { error: "unknown-input" },
  )
  .max(200, "unknown-input");

/** What stands in the text that a device sealed. What a later edition adds to it is kept in the text, and not read here. */
const signedSheet = z.object({
  visit: id,
  signedOn: day,
  answers: z.record(questionCode, answer),
  photos: z.record(questionCode, z.array(z.string().regex(/^[0-9a-f]{64}$/, "unknown-input"))),
  rechecks: z
    .record(id, z.object({ outcome: z.enum(recheckOutcomes), note: optionalText(noteLength) }))
    .default({}),
  findings: signedFindings,
  conclusion: optionalText(4000),
  hours,
  attendance,
  representative,
  signatories,
  words: minutesWords,
});

const longestMinutes = 1_800_000;
const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const signedText = z
  .string({ error: "unknown-input" })
  .max(longestMinutes, "unknown-input")
  .transform((text, context): SealedMinutes => {
    const read = signedSheet.safeParse(jsonOf(text));
    if (!read.success) {
      context.addIssue({ code: "custom", message: "unknown-input" });
      return z.NEVER;
    }
    const { visit, ...said } = read.data;
    return { text, sheet: { visitId: visit, ...said } };
  });

/** What stands in a text as a device sealed it; null where it does not have that form. */
export const sealedIn = (text: string): MinutesSheet | null => signedText.safeParse(text).data?.sheet ?? null;

const partsOf = ({
  conclusion,
  findings,
  hours: said,
  representative: spoken,
  signatories: others,
}: MinutesSheet) => ({
  conclusion,
  findings: [...findings],
  hours: said,
  representative: spoken,
  signatories: others,
});

/**
 * Minutes from a device: the text that was read out and signed there, and its fingerprint. An app of before sends no text but its
 * parts; the server puts it together from what it holds.
 */
export const minutesMessage = z
  .strictObject({
    format: fieldFormat,
    visitId: id,
    recordedAt: instant,
    fingerprint: z.string({ error: "unknown-input" }).regex(/^[0-9a-f]{64}$/, "unknown-input"),
    text: signedText.optional(),
    conclusion: optionalText(4000),
    findings: signedFindings.default([]),
    hours,
    representative: representative.default(absent),
  })
  .refine(({ visitId, text }) => text === undefined || text.sheet.visitId === visitId, {
    error: "unknown-input",
    path: ["text"],
  })
  .transform(({ text: sealed, ...message }) => ({
    ...message,
    ...(sealed && { ...partsOf(sealed.sheet), sealed }),
  }));
