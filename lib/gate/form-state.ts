import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

import { noteFault } from "@/lib/gate/faulty";
import { addressOf, asSent, leftEmpty } from "@/lib/gate/rules";
import { strandedIn } from "@/lib/gate/stranded";
import type { FormState } from "@/lib/gate/types";
import type { Problem, ProblemCode } from "@/lib/kernel/problem";
import type { Refusal } from "@/lib/kernel/result";
import { beginning, oneLine } from "@/lib/kernel/text";

/** So much of a text tells which it is. */
const longestShown = 60;

/** What is said of a field in which nothing was entered, as of one in which something else was. */
const saysMissing: ReadonlySet<ProblemCode> = new Set([
  "required",
  "not-a-choice",
  "not-an-id",
  "not-a-number",
]);

/** Refused before anything was looked at: with scripts the form stays as it is, with its files. */
const atTheDoor: ReadonlySet<ProblemCode> = new Set([
  "signed-out",
  "drawn-for-another",
  "right-gone",
  "unavailable",
]);

/** Does the page send its form itself, and stay until there is an answer? Without scripts a browser shows whatever comes. */
export const isScripted = async (): Promise<boolean> => (await headers()).has("next-action");

/** What the page shows after a refusal: what was typed, and a sentence to each field. */
export async function stateOf(refusal: Refusal | Problem[], data: FormData): Promise<FormState> {
  const words = await getTranslations("problems");
  const common = await getTranslations("common");
  const page = await pageOfForm();
  const problems = Array.isArray(refusal) ? refusal : refusal.problems;
  const meant = (field: string): string => {
    const typed = oneLine(data.getAll(field).map(String).join(" "));
    const shown = beginning(typed, longestShown);
    return common("meantAsTyped", { text: shown === typed ? typed : `${shown}…` });
  };
  await noteFault(
    strandedIn(
      data,
      problems.map(({ code, values }) => words(code, values ?? {})),
    ),
  );
  return {
    ...asSent(data),
    ...(problems.some(({ code }) => atTheDoor.has(code)) && (await isScripted()) && { stays: true }),
    problems: problems.map(({ code, field, values }) => ({
      field: field ?? null,
      text: words(code, values ?? {}),
      missing: field !== undefined && saysMissing.has(code) && leftEmpty(data, field),
      ...(code === "legacy-font" && field && { confirm: meant(field) }),
      ...((code === "read-changed" || code === "shown-changed") && { reread: page }),
      ...(code === "signed-out" && { signIn: `/sign-in?next=${encodeURIComponent(page)}` }),
    })),
    conflict: Array.isArray(refusal) ? null : (refusal.conflict ?? null),
  };
}

/** The page the form stands on, from its own Referer; only ever an address of this site. */
export async function pageOfForm(): Promise<string> {
  const referer = (await headers()).get("referer");
  return referer && URL.canParse(referer) ? addressOf(referer) : "/";
}
