import type { APIResponse } from "@playwright/test";

const ofTransport = new Set([
  ...["date", "site-time", "connection", "keep-alive", "transfer-encoding", "content-length"],
]);

/** The data a page hands to its scripts, in one piece: it comes in several, cut anywhere. */
export const dataOf = (html: string): string =>
  [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map(([, text]) => JSON.parse(text ?? '""') as string)
    .join("");

/** Rows of a streamed page arrive in the order in which they are done: the same rows are the same page. */
const rowsOf = (data: string): string[] =>
  data
    .split("\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, "").replace(/"\$([A-Za-z@]?)[0-9a-f]+"/g, '"$$$1"'))
    .sort();

type Comparable = { status: number; headers: string[]; markup: string; rows: string[] };

const drawn = (answer: APIResponse, body: string): string[] => [
  /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "no nonce",
  /"([\w-]{21})v\\*"/.exec(body)?.[1] ?? "no key",
];

/**
 * The same without what the browser is told to fetch early. How far a page was drawn before its visitor was sent away is a race
 * between the page and the look at the session, and such hints are all that is left of it.
 */
export const withoutHints = <Said extends { markup: string }>(said: Said): Said => ({
  ...said,
  markup: said.markup.replace(/<link rel="preload"[^>]*>|<script src="[^"]*" async=""[^>]*><\/script>/g, ""),
});

/** Without the id that each form is given when it is drawn, in markup and in what is handed to scripts. */
const withoutForms = (body: string): string =>
  body.replace(/(name="drawn" value="|drawn\\*":\{\\*"form\\*":\\*")[0-9a-f-]{36}/g, "$1DRAWN");

/** All that an answer says, but for what is drawn for each (nonce, key, form) and what was asked for (`asked`, by its parts). */
export async function comparable(answer: APIResponse, asked: readonly string[]): Promise<Comparable> {
  const text = withoutForms(await answer.text());
  const fresh = drawn(answer, text);
  const plain = (said: string): string =>
    asked.reduce(
      (rest, part) => rest.replaceAll(part, "ASKED"),
      fresh.reduce((rest, part) => rest.replaceAll(part, "DRAWN"), said),
    );
  const headers = Object.entries(answer.headers())
    .filter(([name]) => !ofTransport.has(name))
    .map(([name, value]) => `${name}: ${plain(value)}`);
  const body = plain(text);
  const said = { status: answer.status(), headers: headers.sort() };
  if (answer.headers()["content-type"] === "text/x-component")
    return { ...said, markup: "", rows: rowsOf(body) };
  const markup = body.replace(/self\.__next_f\.push\(\[1,"(?:[^"\\]|\\.)*"\]\)/g, "");
  return { ...said, markup, rows: rowsOf(dataOf(body)) };
}
