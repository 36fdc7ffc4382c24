/*
 * A provision of a legal document, written one way however people write it: "Đ4 k4 a" is điểm a khoản 4 Điều 4, "PL I" the first annex,
 * and nothing is the whole document.
 */

type Token = { level: 0 | 1 | 2; written: string };

const letter = "[a-zđ]";
const labelled = new RegExp(
  [
    String.raw`(?:phụ\s+lục|pl)\.?\s*(?:số\s*)?(?<annex>[ivxlc]+(?!\p{L})|\d+${letter}?)`,
    String.raw`(?:điều|đ)\.?\s*(?<article>\d+${letter}?)`,
    String.raw`khoản\s*(?<clause>\d+${letter}?)`,
    String.raw`k\.?\s*(?<short>\d+)(?<point>${letter})?`,
    String.raw`điểm\s*(?<named>${letter}\d?)`,
    String.raw`(?<bare>\d+${letter}?|${letter}\d?)`,
  ]
    .map((each) => `${each}(?![\\p{L}\\p{N}])`)
    .join("|"),
  "giuy",
);
const between = /(?:[\s,;.]|và(?!\p{L})|các(?!\p{L}))+/giuy;

/** What follows a label without one of its own is of the same level: "Điều 4, 5"; a letter is always a point. */
function tokensOf(groups: Record<string, string | undefined>, before: Token | undefined): Token[] | null {
  const { annex, article, clause, short, point, named, bare } = groups;
  if (annex) return [{ level: 0, written: `PL ${annex.toUpperCase()}` }];
  if (article) return [{ level: 0, written: `Đ${article}` }];
  if (clause) return [{ level: 1, written: `k${clause}` }];
  if (short) {
    const own: Token = { level: 1, written: `k${short}` };
    return point ? [own, { level: 2, written: point }] : [own];
  }
  const given = named ?? bare ?? "";
  if (named ?? !/^\d/.test(given)) return [{ level: 2, written: given }];
  if (!before || before.level === 2) return null;
  return [
    {
      level: before.level,
      written: before.written.replace(/^(PL |Đ|k).*$/u, (_, label) => `${label}${given}`),
    },
  ];
}

function read(text: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  const skip = () => {
    between.lastIndex = at;
    if (between.test(text)) at = between.lastIndex;
  };
  for (skip(); at < text.length; skip()) {
    labelled.lastIndex = at;
    const found = labelled.exec(text);
    const read = found?.groups && tokensOf(found.groups, tokens.at(-1));
    if (!read) return null;
    tokens.push(...read);
    at = labelled.lastIndex;
  }
  return tokens;
}

/** The same whether the article comes first or last: "Điều 4 khoản 1" and "khoản 1 Điều 4". */
const fromTheTop = (tokens: readonly Token[]): readonly Token[] =>
  tokens[0]?.level === 0 ? tokens : tokens.toReversed();

/**
 * The provisions that a text names, each once, in its order; none where it names nothing, null where something in it is no provision.
 * Each stands in an article or an annex; a semicolon begins anew.
 */
export function provisionsIn(text: string): string[] | null {
  const parts = text.normalize("NFC").toLowerCase().split(/[;\n]/u).map(provisionsOf);
  return parts.includes(null) ? null : [...new Set(parts.flatMap((part) => part ?? []))];
}

function provisionsOf(text: string): string[] | null {
  const tokens = read(text);
  if (!tokens) return null;
  const path: string[] = [];
  const found: string[] = [];
  const ordered = fromTheTop(tokens);
  for (const [n, { level, written }] of ordered.entries()) {
    if (path.length < level) return null;
    path.splice(level, 3, written);
    const next = ordered[n + 1];
    if (!next || next.level <= level) found.push(path.join(" "));
  }
  return ordered === tokens ? found : found.toReversed();
}

/** Is one a part of the other, or the same? The whole document has every provision in it. */
export const touches = (one: string, other: string): boolean =>
  one === "" || other === "" || `${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `);

/** "điểm a khoản 4 Điều 4"; nothing for the whole. */
export function provisionText(provision: string): string {
  const [head = "", ...rest] = provision.replace("PL ", "PL").split(" ");
  const said = rest.map((part) => (/^k\d/.test(part) ? `khoản ${part.slice(1)}` : `điểm ${part}`));
  const top = head.replace(/^PL/, "Phụ lục ").replace(/^Đ/, "Điều ");
  return [...said.toReversed(), top].join(" ");
}
