import { dateInWords, inSentence } from "@/lib/kernel/sentences";
import type { Basis, LegalDocumentKind } from "@/lib/legal/types";

const kinds = {
  decision: "Quyết định",
  circular: "Thông tư",
  decree: "Nghị định",
  resolution: "Nghị quyết",
  official_letter: "Công văn",
  plan: "Kế hoạch",
  notice: "Thông báo",
} satisfies Record<LegalDocumentKind, string>;

/** In short, as at later mentions: "Thông tư số 26/2014/TT-BKHCN". */
const shortName = ({ kind, number }: Pick<Basis, "kind" | "number">): string => `${kinds[kind]} số ${number}`;

/** With its day and issuer, as where a paper names it first. */
const fullName = (basis: Basis): string =>
  `${shortName(basis)} ${dateInWords(basis.issuedOn)} của ${basis.issuer}`;

/** In full, with its title. */
export const citation = (basis: Basis): string => `${fullName(basis)} ${inSentence(basis.title)}`;

/** What the work carries out, in short, as at later mentions. */
export function carriedOut({ bases: [first] }: { bases: readonly Basis[] }): string {
  return first === undefined ? "quy định về áp dụng hệ thống quản lý chất lượng" : shortName(first);
}

/** The instruments a paper rests on, one a line. */
export const lawBases = ({ bases }: { bases: readonly Basis[] }): string[] =>
  bases.map((basis) => `Căn cứ ${citation(basis)}`);

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
  named: readonly Pick<Basis, "number">[],
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

/** What one finding by itself falls short of, its document in full; `basis` is how its question names the article. */
export const requirementText = (finding: Omit<Required, "questionCode">, basis: string): string =>
  requirementTexts([{ ...finding, questionCode: "" }], [], () => basis)[0] ?? "";
