type Values = Readonly<Record<string, string | number>>;
type Written = (value: number) => string;

/** Where a brace that opens at a place is closed; -1 where nowhere. */
function closing(sentence: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sentence.length; at += 1) {
    if (sentence[at] === "{") depth += 1;
    if (sentence[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** "one {# câu} other {# câu}": what is said in each case, by its name. */
function casesIn(text: string): Map<string, string> {
  const cases = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const open = text.indexOf("{", at);
    const close = open < 0 ? -1 : closing(text, open);
    if (close < 0) break;
    cases.set(text.slice(at, open).trim(), text.slice(open + 1, close));
    at = close + 1;
  }
  return cases;
}

/** The case of a count: exactly so many, one where the language has a singular, or any other. */
const counted = (cases: Map<string, string>, count: number): string | undefined =>
  cases.get(`=${count}`) ?? (count === 1 ? cases.get("one") : undefined) ?? cases.get("other");

/** What stands in one pair of braces; null where nothing is known to put there. */
function within(inside: string, values: Values, written: Written): string | null {
  const [, name = "", how, cases = ""] = /^(\w+)(?:, (number|plural, |select, )(.*))?$/s.exec(inside) ?? [];
  const value = values[name];
  if (value === undefined) return null;
  const said = (text: string): string => fill(text, values, written);
  if (how === "select, ") {
    const known = casesIn(cases);
    return said(known.get(String(value)) ?? known.get("other") ?? "");
  }
  const number = typeof value === "number" ? written(value) : value;
  if (how !== "plural, ") return number;
  return said(counted(casesIn(cases), Number(value))?.replaceAll("#", number) ?? "");
}

/**
 * Puts values into a sentence: "Đã lưu {time}", "{count, plural, one {# item} other {# items}}", "{what, select, scan {…} other {…}}".
 * What has no value stays in its braces; numbers are written plainly, unless it is said how.
 */
export function fill(sentence: string, values: Values, written: Written = String): string {
  const open = sentence.indexOf("{");
  const close = open < 0 ? -1 : closing(sentence, open);
  if (close < 0) return sentence;
  const whole = sentence.slice(open, close + 1);
  const said = within(whole.slice(1, -1), values, written) ?? whole;
  return sentence.slice(0, open) + said + fill(sentence.slice(close + 1), values, written);
}
