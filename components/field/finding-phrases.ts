import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { FindingDraft } from "@/lib/findings/types";
import { clean } from "@/lib/kernel/text";

export type Phrases = { scope: readonly string[]; evidence: readonly string[] };

const most = 8;

const distinct = (texts: readonly string[], own: string): string[] =>
  [...new Set(texts.map(clean))].filter((text) => text !== "" && text !== clean(own)).slice(0, most);

/** What was written of this agency before, on this visit first: to be taken again rather than typed. */
export function phrasesFor(
  visit: PackedVisit,
  findings: readonly FindingDraft[],
  { questionCode, scope, evidence }: FindingDraft,
): Phrases {
  const others = [...findings.filter((each) => each.questionCode !== questionCode), ...visit.openBefore];
  return {
    scope: distinct(
      others.map((each) => each.scope),
      scope,
    ),
    evidence: distinct(
      others.map((each) => each.evidence),
      evidence,
    ),
  };
}

/** The scope of the finding before, for "the same as above"; null where it would change nothing. */
export function scopeAbove(
  findings: readonly FindingDraft[],
  { questionCode, scope }: FindingDraft,
): string | null {
  const place = findings.findIndex((each) => each.questionCode === questionCode);
  const above = clean(findings[place - 1]?.scope ?? "");
  return above === "" || above === clean(scope) ? null : above;
}

/** A phrase behind what is written already. */
export const withPhrase = (text: string, phrase: string): string =>
  clean(text) === "" ? phrase : `${text.trimEnd()}\n${phrase}`;
