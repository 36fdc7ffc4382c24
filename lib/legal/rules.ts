import { dateInWords, inSentence } from "@/lib/kernel/sentences";
import type { Basis, LegalDocumentKind } from "@/lib/legal/types";

const kinds = {
  constitution: "Hiến pháp",
  code: "Bộ luật",
  law: "Luật",
  ordinance: "Pháp lệnh",
  resolution: "Nghị quyết",
  joint_resolution: "Nghị quyết liên tịch",
  decree: "Nghị định",
  decision: "Quyết định",
  directive: "Chỉ thị",
  circular: "Thông tư",
  joint_circular: "Thông tư liên tịch",
  consolidation: "Văn bản hợp nhất",
  official_letter: "Công văn",
  plan: "Kế hoạch",
  notice: "Thông báo",
} satisfies Record<LegalDocumentKind, string>;

/** In short, as at later mentions: "Thông tư số 26/2014/TT-BKHCN". */
export const shortName = ({ kind, number }: Pick<Basis, "kind" | "number">): string =>
  `${kinds[kind]} số ${number}`;

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

/** How the checklist writes what it rests on: "QĐ19 Đ4 k4c" is điểm c khoản 4 Điều 4 of a decision whose number begins with 19. */
const signs = {
  constitution: "HP",
  code: "BL",
  law: "L",
  ordinance: "PL",
  resolution: "NQ",
  joint_resolution: "NQLT",
  decree: "NĐ",
  decision: "QĐ",
  directive: "CT",
  circular: "TT",
  joint_circular: "TTLT",
  consolidation: "VBHN",
  official_letter: "CV",
  plan: "KH",
  notice: "TB",
} satisfies Record<LegalDocumentKind, string>;

const sign = `(?:${Object.values(signs).join("|")})\\d+`;
const inLetters = "[\\p{L}\\p{N}]";
/** Signs set side by side with strokes, and the article that the last of them names. */
const shorthand = new RegExp(
  `(?<![\\p{L}\\p{N}/])(${sign}(?:/${sign})*)(?:\\s+Đ\\.?\\s*(\\d+)(?:\\s*k\\.?\\s*(\\d+)([a-zđ])?)?)?(?!${inLetters}|/${inLetters})`,
  "gu",
);

/** The one document that a sign means; none where two begin alike. */
function meant(text: string, laws: readonly Basis[]): Basis | undefined {
  const [one, another] = laws.filter(({ kind, number }) => `${signs[kind]}${number.split("/")[0]}` === text);
  return another ? undefined : one;
}

/** The documents that a text names by their signs. */
export const lawsNamed = (text: string, laws: readonly Basis[]): Basis[] =>
  laws.filter((law) =>
    [...text.matchAll(shorthand)].some(([, chain = ""]) =>
      chain.split("/").some((each) => meant(each, laws) === law),
    ),
  );

/** "TCVN ISO 9001:2008, điều 5.3". */
const clauseNamed = (text: string): string => text.replace(/(?<=ISO \d+:\d{4}), (?=\d)/gu, ", điều ");

/** What is fallen short of, as it was written, and the documents that it may name by their signs. */
type Required = { requirement: string; laws?: readonly Basis[] | undefined };

/** One requirement in full words: each sign that is known; what is not stays as it was written. */
const inWords = ({ requirement, laws = [] }: Required, nameOf: (law: Basis) => string): string =>
  clauseNamed(requirement).replace(
    shorthand,
    (written: string, chain: string, article?: string, clause?: string, point?: string) => {
      const cited = chain.split("/").flatMap((each) => meant(each, laws) ?? []);
      if (cited.length < chain.split("/").length) return written;
      const place = [point && `điểm ${point}`, clause && `khoản ${clause}`, article && `Điều ${article}`];
      const names = cited.map(nameOf).join("; ");
      return article === undefined ? names : `${names}, ${place.filter(Boolean).join(" ")}`;
    },
  );

/**
 * What each finding falls short of. A document that the paper has not named yet is cited with its day and issuer where it comes
 * first, and in short from there on.
 */
export function requirementTexts(
  findings: readonly Required[],
  named: readonly Pick<Basis, "number">[],
): string[] {
  const known = new Set(named.map(({ number }) => number));
  const nameOf = (law: Basis): string => {
    const name = known.has(law.number) ? shortName(law) : fullName(law);
    known.add(law.number);
    return name;
  };
  return findings.map((finding) => inWords(finding, nameOf));
}

/** What one finding by itself falls short of, its documents in full. */
export const requirementText = (finding: Required): string => requirementTexts([finding], [])[0] ?? "";
