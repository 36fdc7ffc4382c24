import type { APIResponse } from "@playwright/test";

const ofTransport = new Set(["date", "connection", "keep-alive", "transfer-encoding", "content-length"]);

/** Rows of a streamed page arrive in the order in which they are done: the same rows are the same page. */
function rowsOf(html: string): string[] {
  const pushed = [...html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(
    ([, text]) => JSON.parse(text ?? '""') as string,
  );
  return pushed
    .join("")
    .split("\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, "").replace(/"\$([A-Za-z@]?)[0-9a-f]+"/g, '"$$$1"'))
    .sort();
}

/** All that an answer says, but for what is new in each (the nonce) and what was asked for (`asked`, by its parts). */
export async function essence(answer: APIResponse, asked: readonly string[]): Promise<object> {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1] ?? "no nonce";
  const plain = (text: string): string =>
    asked.reduce((rest, part) => rest.replaceAll(part, "ASKED"), text.replaceAll(nonce, "NONCE"));
  const headers = Object.entries(answer.headers())
    .filter(([name]) => !ofTransport.has(name))
    .map(([name, value]) => `${name}: ${plain(value)}`);
  const body = plain(await answer.text());
  const markup = body.replace(/self\.__next_f\.push\(\[1,"(?:[^"\\]|\\.)*"\]\)/g, "");
  return { status: answer.status(), headers: headers.sort(), markup, rows: rowsOf(body) };
}
