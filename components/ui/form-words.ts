import { getTranslations } from "next-intl/server";

import { askings, troubles, type FormWords } from "@/components/ui/form-fields";
import { drawnHere } from "@/lib/gate/drawn";

const fileFaults = ["file-empty", "file-too-heavy", "files-too-heavy", "file-unreadable"] as const;

const each = <Key extends string>(keys: readonly Key[], say: (key: Key) => string): Record<Key, string> =>
  Object.fromEntries(keys.map((key) => [key, say(key)])) as Record<Key, string>;

/** Of these nobody knows whether something was recorded, unless nothing is. */
const unsure = ["line", "away", "broken"] as const;

/**
 * The sentences every form needs, with the name of its act, and as what it is drawn. `looks`: what was typed is looked at before it is
 * recorded.
 */
export async function formWords(submit: string, { looks = false } = {}): Promise<FormWords> {
  const words = await getTranslations("common");
  const problems = await getTranslations("problems");
  return {
    drawn: await drawnHere(),
    submit,
    errorTitle: words("errorTitle"),
    errorPrefix: words("errorPrefix"),
    conflictTitle: words.raw("conflictTitle") as string,
    conflictHint: words("conflictHint"),
    stored: words("stored"),
    nothing: words("none"),
    sending: words("sending"),
    optional: words("optional"),
    restored: words.raw("restored") as string,
    discardKept: words("discardKept"),
    reopened: words("reopened"),
    reopen: words("reopen"),
    signInElsewhere: words("signInElsewhere"),
    chooseAgain: words.raw("chooseAgain") as string,
    troubleTitle: words("troubleTitle"),
    trouble: each(troubles, (trouble) => words.raw(`trouble.${trouble}`) as string),
    lookTrouble: looks ? each(unsure, (trouble) => words.raw(`lookTrouble.${trouble}`) as string) : {},
    missing: each(askings, (asking) => words(`missing.${asking}`)),
    files: each(fileFaults, (fault) => problems.raw(fault) as string),
  };
}
