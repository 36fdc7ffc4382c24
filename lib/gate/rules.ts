import type { ZodError } from "zod";

import { askedAs, drawnAs, lookedAt, meantAsTyped, type Drawn, type FormState } from "@/lib/gate/types";
import type { FormId } from "@/lib/journal/types";
import { isChosen } from "@/lib/kernel/file-size";
import { isId } from "@/lib/kernel/ids";
import { looksLegacy } from "@/lib/kernel/legacy-font";
import { clean, printable } from "@/lib/kernel/text";
import { problem, problemCodes, type Problem, type ProblemCode } from "@/lib/kernel/problem";

type Posted = Record<string, FormDataEntryValue | FormDataEntryValue[]>;

const notTyped = ["__proto__", "constructor", meantAsTyped, lookedAt, drawnAs, askedAs];

/** What was posted, without what the framework and the form itself add. A name posted twice becomes a list. */
export function entriesOf(data: FormData): Posted {
  const posted: Posted = Object.create(null) as Posted;
  for (const name of new Set(data.keys())) {
    if (name.startsWith("$ACTION") || notTyped.includes(name)) continue;
    const all = data.getAll(name);
    posted[name] = all.length > 1 ? all : (all[0] ?? "");
  }
  return posted;
}

/** How a form says as what it was drawn. */
export const drawnText = ({ form, account, name }: Drawn): string => `${form} ${account} ${name}`;

/** As what a form says that it was drawn; null where it does not say so. */
export function drawnFrom(said: unknown): Drawn | null {
  const [form, account, ...name] =
    typeof said === "string" ? printable(said.slice(0, longestAsked)).split(" ") : [];
  if (!isId(form) || !isId(account)) return null;
  return { form: form as FormId, account, name: name.join(" ") };
}

export const drawnOf = (data: FormData): Drawn | null => drawnFrom(data.get(drawnAs));

type QueryValue = string | string[] | undefined;
const longestAsked = 500;

/** What an address asks for, one printable text a name; of several the first. */
export const queryOf = (values: Record<string, QueryValue>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name, printable(first.slice(0, longestAsked))]];
    }),
  );

/** Could these parts of an address name anything? What is not printable names nothing. */
export const isPrintable = (parts: Record<string, string>): boolean =>
  Object.values(parts).every((part) => part.length <= longestAsked && printable(part) === part);

/** By what an address says that somebody was led to it from a page with nothing left to do. */
export const ledOn = "led";

/** What an address says of a moment, and not of which page it is. */
const passing = ["receipt", ledOn, "_rsc"];

/**
 * A page by its whole address within this site: the path and all that is asked, in one order, so that what belongs to one record is
 * never taken for another's.
 */
export function addressOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://local.invalid");
  for (const name of passing) searchParams.delete(name);
  searchParams.sort();
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
}

const longestKept = 70_000;

const kept = (typed: string): string => printable(typed.slice(0, longestKept));

/** The fields that somebody has said are meant as they stand. */
const fieldsMeant = (data: FormData): string[] =>
  data.getAll(meantAsTyped).filter((each): each is string => typeof each === "string" && data.has(each));

/** What a form shows again, with the fields that somebody has meanwhile said are meant as they stand. */
export function withMeant<Values extends FormState["values"]>(values: Values, data: FormData): Values {
  const meant = fieldsMeant(data);
  return meant.length === 0 ? values : { ...values, [meantAsTyped]: [...new Set(meant)] };
}

/** The typed texts, to be shown again, and of files their names: no browser lets itself be given a file back. Passwords are not. */
export function typedValues(data: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(entriesOf(data))) {
    if (/password/i.test(name)) continue;
    const texts = [value].flat().flatMap((each) => {
      if (typeof each === "string") return [kept(each)];
      return isChosen(each) ? [kept(each.name)] : [];
    });
    const [first] = texts;
    if (first !== undefined) values[name] = Array.isArray(value) ? texts : first;
  }
  return withMeant(values, data);
}

/** A form as it was sent: what was typed, and as what it was drawn. */
export function asSent(data: FormData): Pick<FormState, "values" | "drawn"> {
  const drawn = drawnOf(data);
  return { values: typedValues(data), ...(drawn && { drawn }) };
}

/** Was nothing entered there? A choice that was not made posts nothing, or an empty text. */
export const leftEmpty = (data: FormData, field: string): boolean =>
  data.getAll(field).every((value) => (typeof value === "string" ? clean(value) === "" : !isChosen(value)));

/**
 * Fields whose text seems to have been typed for an old font. It is a question, not a refusal: a person says that it is meant so, and
 * it is asked of forms alone. What a device has recorded is never held up by it.
 */
export function fontDoubts(data: FormData): Problem[] {
  const meant = new Set(fieldsMeant(data));
  return Object.entries(entriesOf(data)).flatMap(([name, value]) =>
    !meant.has(name) &&
    !/password/i.test(name) &&
    [value].flat().some((each) => typeof each === "string" && looksLegacy(each))
      ? [problem("legacy-font", name)]
      : [],
  );
}

const isCode = (text: string): text is ProblemCode => (problemCodes as readonly string[]).includes(text);

/** Each issue of a schema as a problem at its field, one a field. */
export function problemsOf(error: ZodError): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    const params =
      issue.code === "custom" ? (issue.params as Record<string, string | number> | undefined) : undefined;
    const code = isCode(issue.message) ? issue.message : "unknown-input";
    if (!problems.has(field)) problems.set(field, problem(code, field || undefined, params));
  }
  return [...problems.values()];
}

/** Problems that are told together: of each field the first, of the form as a whole all. */
export function together(...told: readonly (readonly Problem[])[]): Problem[] {
  const fields = new Set<string>();
  return told.flat().filter(({ field }) => {
    const isNew = field === undefined || !fields.has(field);
    if (field !== undefined) fields.add(field);
    return isNew;
  });
}

/** Does the request come from a page of this site? A missing Origin is foreign: every browser we serve sends it with a POST. */
export function sameOrigin(origin: string | null, host: string | null, fetchSite: string | null): boolean {
  if (!origin || !host || fetchSite === "cross-site") return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Seconds that a clock may be off as it is written down: 63 years. */
const furthestOff = 2_000_000_000;

/** By how many whole seconds a clock was fast; one that is further off is marked as that far off, and what is no number says nothing. */
export const secondsFast = (said: number): number | null =>
  Number.isFinite(said) ? Math.round(Math.min(Math.max(said, -furthestOff), furthestOff)) : null;

const deepest = 64;

/** Is a JSON text nested deeper than any message of ours? What walks through it later would run out of stack. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (const [sign] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (sign === "[" || sign === "{") depth += 1;
    if (sign === "]" || sign === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
