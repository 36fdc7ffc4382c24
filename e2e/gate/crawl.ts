import type { APIRequestContext, APIResponse } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";

import { dataOf } from "./comparable";

/** Everything that can be read in an answer, whatever it is packed in. */
async function textOf(answer: APIResponse): Promise<string> {
  const type = answer.headers()["content-type"] ?? "";
  if (type.includes("wordprocessingml"))
    return Object.values(unzipSync(await answer.body()))
      .map((entry) => strFromU8(entry))
      .join("\n");
  const text = await answer.text();
  // A calendar folds its lines.
  if (type.startsWith("text/calendar")) return text.replaceAll("\r\n ", "");
  return type.startsWith("text/html") ? `${text}\n${dataOf(text)}` : text;
}

const linksIn = (text: string): string[] =>
  [...text.matchAll(/(?:href|src)(?:=|":)"(\/[^"#\\]*)/g)]
    .map(([, path]) => (path ?? "/").replaceAll("&amp;", "&"))
    .filter((path) => !path.startsWith("/_next/"));

/** What kind of page an address is of: the same for each record. */
const shapeOf = (address: string): string =>
  address
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*")
    .replaceAll(/\d+/g, "#")
    .replaceAll(/=[^&]*/g, "=");

const script = { rsc: "1" };

/** An address as a browser asks for it, and as a script of the page does. */
async function read(
  somebody: APIRequestContext,
  address: string,
): Promise<{ types: string[]; text: string }> {
  const answers = [await somebody.get(address)];
  const asked = `${address}${address.includes("?") ? "&" : "?"}_rsc=1`;
  if ((answers[0]?.headers()["content-type"] ?? "").startsWith("text/html"))
    answers.push(await somebody.get(asked, { headers: script, maxRedirects: 3 }));
  const texts = await Promise.all(answers.map(textOf));
  return { types: answers.map((each) => each.headers()["content-type"] ?? ""), text: texts.join("\n") };
}

export type Crawl = { read: string[]; types: ReadonlySet<string>; found: ReadonlyMap<string, string> };

/** Reads those addresses, and of what they link to some of each kind; `found` are those in which the word stands, with what stands before it. */
export async function crawl(
  somebody: APIRequestContext,
  starts: readonly string[],
  word: string,
  ofEachKind = 2,
): Promise<Crawl> {
  const queue = [...new Set(starts)];
  const known = new Set(queue);
  const kinds = new Map<string, number>();
  const types = new Set<string>();
  const found = new Map<string, string>();
  const follow = (link: string): void => {
    const kind = shapeOf(link);
    const before = kinds.get(kind) ?? 0;
    if (known.has(link) || before >= ofEachKind) return;
    known.add(link);
    kinds.set(kind, before + 1);
    queue.push(link);
  };
  const reader = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const answer = await read(somebody, next);
      answer.types.forEach((type) => types.add(type.split(";")[0] ?? ""));
      const at = answer.text.indexOf(word);
      if (at >= 0) found.set(next, answer.text.slice(Math.max(0, at - 80), at));
      linksIn(answer.text).forEach(follow);
    }
  };
  await Promise.all([reader(), reader(), reader()]);
  return { read: [...known], types, found };
}
