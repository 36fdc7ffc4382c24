/** The fields of one record, and where in the text the next one begins. */
export type Separated = { fields: string[]; next: number };

export type Separator = "," | ";" | "\t";

/** Programs write ="1.000280" so that Excel makes no number of a code: Excel shows what is quoted. */
const unguarded = (field: string): string => field.replace(/^="([^"]*)"$/, "$1");

/** Where a field in quotation marks ends (after the closing one); null where nothing closes it. */
function closing(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1;
  return null;
}

/**
 * Records one after the other (RFC 4180). A field that begins with a quotation mark and goes on after the closing one, or is never
 * closed, was not meant as quoted: copying a cell of Excel may write it so.
 */
export function* recordsOf(text: string, separator: Separator): Generator<Separated, void> {
  const ends = new RegExp(`[${separator}\\r\\n]`, "g");
  const plainEnd = (from: number): number => {
    ends.lastIndex = from;
    return ends.exec(text)?.index ?? text.length;
  };
  let mayClose = true;
  const quotedEnd = (from: number): number | null => {
    if (!mayClose || text[from] !== '"') return null;
    const end = closing(text, from);
    mayClose = end !== null;
    return end !== null && plainEnd(end) === end ? end : null;
  };
  let fields: string[] = [];
  let at = 0;
  while (at < text.length || fields.length > 0) {
    const quoted = quotedEnd(at);
    const end = quoted ?? plainEnd(at);
    fields.push(
      unguarded(quoted === null ? text.slice(at, end) : text.slice(at + 1, end - 1).replaceAll('""', '"')),
    );
    at = end + 1;
    if (text[end] === separator) continue;
    if (text[end] === "\r" && text[at] === "\n") at += 1;
    yield { fields, next: at };
    fields = [];
  }
}

const separators: readonly Separator[] = ["\t", ";", ","];
const sample = 64 * 1024;

/** How many records have as many fields as most have that have several, and how many those are. */
function agreement(text: string, separator: Separator): readonly [records: number, fields: number] {
  const counts = new Map<number, number>();
  for (const { fields } of recordsOf(text, separator))
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].reduce(
    (best, [fields, records]) =>
      records > best[0] || (records === best[0] && fields > best[1]) ? [records, fields] : best,
    [0, 1] as readonly [number, number],
  );
}

/** Of the separators the one by which most records have equally many fields, and then the most. */
function likelySeparator(text: string): Separator {
  const beginning = text.length > sample ? text.slice(0, text.lastIndexOf("\n", sample) + 1 || sample) : text;
  const found = separators.map((separator) => ({ separator, agreed: agreement(beginning, separator) }));
  return found.reduce((best, each) =>
    each.agreed[0] > best.agreed[0] || (each.agreed[0] === best.agreed[0] && each.agreed[1] > best.agreed[1])
      ? each
      : best,
  ).separator;
}

const said = /^"?sep=([,;\t])"?(?:\r\n?|\n|$)/i;

/** What separates the fields, and the text without the line that says so ("sep=;", which Excel reads and does not show). */
export function separation(text: string): { text: string; separator: Separator } {
  const bare = text.replace(/^\ufeff/, "");
  const [line = "", sign] = said.exec(bare) ?? [];
  const separator = separators.find((each) => each === sign);
  return { text: bare.slice(line.length), separator: separator ?? likelySeparator(bare) };
}
