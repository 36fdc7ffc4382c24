import type { Basis } from "@/lib/legal/types";
import { fullName, shortName } from "@/lib/reports/documents/bases";

type Required = { requirement: string; law?: Basis | null | undefined; questionCode: string };

/**
 * The article that a question rests on, from how its basis names it: "QĐ19 Đ4 k4c" of decision 19/2014 is "điểm c khoản 4
 * Điều 4". Empty where the basis names none.
 */
export function articleIn(basis: string, number: string): string {
  const [own = ""] = number.split("/");
  const part = basis.split(/[;/]/u).find((each) => new RegExp(`\\D${own}\\b`, "u").test(each)) ?? "";
  const [, article, clause, point] = /(?:^|\s)Đ\.?\s*(\d+)(?:\s*k\.?\s*(\d+)([a-zđ])?)?/u.exec(part) ?? [];
  if (article === undefined) return "";
  return [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`].filter(Boolean).join(" ");
}

/** "TCVN ISO 9001:2008, điều 5.3". */
const clauseNamed = (requirement: string): string => requirement.replace(/, (?=\d)/u, ", điều ");

/**
 * What each finding falls short of. A document that the paper has not named yet is cited with its day and issuer where it comes
 * first, and in short from there on.
 */
export function requirementTexts(
  findings: readonly Required[],
  named: readonly Basis[],
  basisOf: (questionCode: string) => string,
): string[] {
  const known = new Set(named.map(({ number }) => number));
  return findings.map(({ requirement, law, questionCode }) => {
    if (!law) return clauseNamed(requirement);
    const name = known.has(law.number) ? shortName(law) : fullName(law);
    known.add(law.number);
    const article = articleIn(basisOf(questionCode), law.number);
    return article === "" ? name : `${name}, ${article}`;
  });
}
