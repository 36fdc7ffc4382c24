import { z } from "zod";

import { faultOfFile, faultOfFiles, isChosen, type FileFault } from "@/lib/kernel/file-size";
import { isId } from "@/lib/kernel/ids";
import { isNoDay, parseDate, type PlainDate } from "@/lib/kernel/plain-date";
import { parseTime, type PlainTime } from "@/lib/kernel/plain-time";
import type { ProblemCode } from "@/lib/kernel/problem";
import { clean, codeText, oneLine } from "@/lib/kernel/text";

/** A refusal in a schema is a problem code, with the numbers its sentence needs. */
const refuse = (
  context: z.RefinementCtx,
  code: ProblemCode,
  values?: Record<string, string | number>,
): void => {
  context.addIssue({ code: "custom", message: code, ...(values && { params: values }) });
};

type Form = (typed: string) => string;

/** What a person must enter, brought into one form, at most `max` characters; `missing` says what is asked for. */
const entered = (form: Form, max: number, missing: ProblemCode = "required") =>
  z
    .string({ error: missing })
    .transform(form)
    .superRefine((value, context) => {
      if (value === "") refuse(context, missing);
      else if (value.length > max) refuse(context, "too-long", { max, length: value.length });
    });

/** The same where nothing is a fine answer. */
const optionallyEntered = (form: Form, max: number) =>
  z
    .string()
    .default("")
    .transform(form)
    .superRefine((value, context) => {
      if (value.length > max) refuse(context, "too-long", { max, length: value.length });
    });

/** Text a person typed, in as many lines as it takes; `missing` says what is asked for. */
export const text = (max: number, missing?: ProblemCode) => entered(clean, max, missing);
export const optionalText = (max: number) => optionallyEntered(clean, max);

/** A name, a title, a place: one line, and nothing in it that does not show. */
export const line = (max: number, missing?: ProblemCode) => entered(oneLine, max, missing);
export const optionalLine = (max: number) => optionallyEntered(oneLine, max);

/** A code or the number of a document: those that look alike are one. */
export const code = (max: number) => entered(codeText, max);

/** Dates and numbers are typed like codes: wide digits and unseen signs come along when they are pasted. */
const typed = z.string({ error: "required" }).transform(codeText);
const maybeTyped = z
  .string()
  .nullish()
  .transform((value) => codeText(value ?? ""));

const faultOfDate = (value: string): ProblemCode => (isNoDay(value) ? "no-such-day" : "not-a-date");

/** dd/MM/yyyy as typed, to a day that exists. */
export const date = typed.transform((value, context): PlainDate => {
  const day = value === "" ? null : parseDate(value);
  if (day) return day;
  refuse(context, value === "" ? "required" : faultOfDate(value));
  return z.NEVER;
});

export const optionalDate = maybeTyped.transform((value, context): PlainDate | null => {
  if (value === "") return null;
  const day = parseDate(value);
  if (!day) refuse(context, faultOfDate(value));
  return day;
});

const past = { past: true } as const;

/** A day that has come already: the door says so of a later one beside all else that is wrong, and the command once more. */
export const pastDay = date.meta(past);
export const optionalPastDay = optionalDate.meta(past);

export const isPastDay = (field: z.ZodType): boolean => field.meta()?.["past"] === true;

export const optionalTime = maybeTyped.transform((value, context): PlainTime | null => {
  if (value === "") return null;
  const time = parseTime(value);
  if (!time) refuse(context, "not-a-time");
  return time;
});

export const id = z.string({ error: "not-an-id" }).refine(isId, "not-an-id");

/** Boxes that were ticked, at most so many: one arrives as a text, several as a list, none not at all. */
export const ids = (most: number) =>
  z
    .union([id.transform((one) => [one]), z.array(id).max(most)], { error: "not-an-id" })
    .optional()
    .transform((ticked) => ticked ?? []);

/** The short name of an agency as it stands in addresses: where a form leads to afterwards, never what it acts on. */
export const agencyCode = z
  .string({ error: "unknown-input" })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "unknown-input");

/** A whole number as typed: "299", "1.234" is refused because it may mean two things. */
export const count = (max: number) =>
  typed.transform((value, context): number => {
    if (value === "") refuse(context, "required");
    else if (!/^\d{1,9}$/.test(value)) refuse(context, "not-a-number");
    else if (Number(value) > max) refuse(context, "number-out-of-range", { max });
    return Number(value);
  });

/** A whole number from one on, where nothing is a fine answer. */
export const optionalCount = (max: number) =>
  maybeTyped.transform((value, context): number | null => {
    if (value === "") return null;
    if (!/^[1-9]\d{0,8}$/.test(value)) refuse(context, "not-a-number");
    else if (Number(value) > max) refuse(context, "number-out-of-range", { max });
    return Number(value);
  });

export const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.enum(options, { error: "not-a-choice" });

/** The version a form was made from: what tells a stale save. */
export const version = z
  .string({ error: "unknown-input" })
  .regex(/^\d{1,9}$/, "unknown-input")
  .transform(Number);

/** What its page said would follow, or what is decided on: once that has changed, it is read anew. Pages of before said nothing. */
export const shown = optionalLine(64)
  .transform((said) => said || undefined)
  .optional();

const refuseFile = (context: z.RefinementCtx, fault: FileFault | null): void => {
  if (fault) refuse(context, fault.code, fault.values);
};

/** A file the form must carry. */
export const requiredFile = z.instanceof(File, { error: "file-required" }).superRefine((file, context) => {
  if (!isChosen(file)) refuse(context, "file-required");
  else refuseFile(context, faultOfFile(file));
});

/** A file the form may carry; where none was chosen it is null. Its type is decided by its bytes, in lib/files. */
export const optionalFile = z
  .instanceof(File, { error: "file-required" })
  .optional()
  .transform((file) => (file && isChosen(file) ? file : null))
  .superRefine((file, context) => {
    if (file) refuseFile(context, faultOfFile(file));
  });

/** A mail address as it is typed on a form; none is a fine answer. */
export const optionalAddress = maybeTyped
  .refine(
    (value) => value === "" || (value.length <= 254 && z.email().safeParse(value).success),
    "not-an-address",
  )
  .transform((value) => (value === "" ? null : value));

/** Up to `most` files under one name; fields left alone fall away. */
export const files = (most: number) =>
  z
    .union([z.instanceof(File), z.array(z.instanceof(File))], { error: "file-required" })
    .optional()
    .transform((chosen) => [chosen ?? []].flat().filter(isChosen))
    .superRefine((chosen, context) => {
      if (chosen.length > most) refuse(context, "too-many-files", { max: most });
      else refuseFile(context, faultOfFiles(chosen));
    });
