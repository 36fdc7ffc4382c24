import { minutesText } from "@/lib/visits/minutes/rules";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import { canonical } from "@/lib/journal/rules";
import type { Value } from "@/lib/journal/types";
import type { Difference, ShownResult } from "@/lib/offline/signing/types";

type Content = { readonly [key: string]: Value };

/** The minutes apart: what was found, what the agency says of it, and who else signs. Whatever is sealed is in one of them. */
function partsOf(sheet: MinutesSheet): { found: Content; said: Content } {
  const content = JSON.parse(minutesText(sheet)) as Content;
  const findings = content["findings"] as readonly Content[];
  const statements = findings.flatMap(({ questionCode, statement }) =>
    statement === undefined ? [] : [[questionCode, statement]],
  );
  return {
    found: {
      ...without(content, ["representative", "signatories"]),
      findings: findings.map((finding) => without(finding, ["statement"])),
    },
    said: {
      ...without(content["representative"] as Content, ["signature"]),
      ...(statements.length > 0 && { findings: Object.fromEntries(statements) as Content }),
    },
  };
}

const without = (content: Content, names: readonly string[]): Content =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));

/** What is read out, to the letter, with the result that is shown beside it. */
export const readText = (sheet: MinutesSheet, shown: ShownResult): string =>
  canonical({ ...partsOf(sheet).found, shown });

/** What a signature stands under: what was read out, and what the agency says of it under which name. */
export function signedText(sheet: MinutesSheet, shown: ShownResult): string {
  const { found, said } = partsOf(sheet);
  return canonical({ ...found, shown, said });
}

const isContent = (value: Value | undefined): value is Content =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Entries by name: of a list, by the question that each is about. */
function entriesOf(value: Value | undefined): Content | null {
  if (isContent(value)) return value;
  if (!Array.isArray(value)) return null;
  const all = value as readonly Value[];
  return Object.fromEntries(
    all.flatMap((each) => {
      const code = isContent(each) ? each["questionCode"] : null;
      return typeof code === "string" ? [[code, each]] : [];
    }),
  );
}

const same = (a: Value | undefined, b: Value | undefined): boolean =>
  a === undefined || b === undefined ? a === b : canonical(a) === canonical(b);

const namesOf = (a: Content, b: Content): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

/**
 * What differs between two such texts, as finely as it has a name. Where the texts differ there is always something: the wording
 * alone where nothing that was recorded is another.
 */
export function differences(before: string, now: string): Difference[] {
  const [a, b] = [JSON.parse(before) as Content, JSON.parse(now) as Content];
  const parts = namesOf(a, b).filter((part) => !same(a[part], b[part]));
  const recorded = parts.filter((part) => part !== "words");
  return (recorded.length === 0 ? parts : recorded).flatMap((part): Difference[] => {
    const [was, is] = [entriesOf(a[part]) ?? {}, entriesOf(b[part]) ?? {}];
    const named = namesOf(was, is).filter((name) => !same(was[name], is[name]));
    return named.length === 0 ? [{ part, of: null }] : named.map((of) => ({ part, of }));
  });
}
