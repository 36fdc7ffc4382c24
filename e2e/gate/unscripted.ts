import { request, type APIRequestContext, type JSHandle, type Page } from "@playwright/test";

import { idOf, type Door } from "./actions";
import { whoMay } from "./form-filling";
import { fillEach, give, written } from "./form-held";
import { formPageOf } from "./form-pages";
import { proofForms } from "./forms";
import type { Names, Places } from "./places";
import { origin } from "./visitors";
import { expect, signedIn } from "@/e2e/support/test";

/**
 * A browser without scripts at which nobody looks: pages come over the line as they do to any, are read by the parser of the browser
 * that holds `reader`, and their forms are sent as it would send them. Nothing is drawn and nothing of a page is fetched but itself.
 */
export type Held = { address: string; page: JSHandle<Document> };

/** A form that stands on a page: in whose hands, and about which records. */
export type Opened = { held: Held; form: JSHandle<HTMLFormElement>; name: string; names: Names } & Hands;

type Hands = { reader: Page; hands: APIRequestContext };

const handsOf = async (name: string): Promise<APIRequestContext> =>
  request.newContext({ baseURL: origin(), maxRedirects: 0, storageState: await signedIn(name) });

const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

const mostHops = 5;

/** The page to which an answer leads, in whatever steps. */
async function arrive({ reader, hands }: Hands, address: string, first = hands.get(address)): Promise<Held> {
  let at = address;
  let answer = await first;
  for (let hops = 0; hops < mostHops && answer.headers()["location"]; hops += 1) {
    at = new URL(answer.headers()["location"] ?? "", `${origin()}${at}`).href.slice(origin().length);
    answer = await hands.get(at);
  }
  return { address: at, page: await reader.evaluateHandle(parse, await answer.text()) };
}

/** The form of a page that fits, if one does. */
async function formLike({ page }: Held, like: string): Promise<JSHandle<HTMLFormElement> | null> {
  const found = await page.evaluateHandle((read, fits) => read.querySelector<HTMLFormElement>(fits), like);
  return (await found.evaluate((form) => form !== null)) ? (found as JSHandle<HTMLFormElement>) : null;
}

const formOf = (held: Held, door: Door): Promise<JSHandle<HTMLFormElement> | null> =>
  formLike(held, `form.form:has(input[value*="${idOf(door)}"])`);

/** Opens the page of a form as one who may fill it in. */
export async function openUnscripted(reader: Page, door: Door, places: Places): Promise<Opened> {
  const name = await whoMay(door, places);
  const by = { reader, hands: await handsOf(name) };
  let found: Opened | undefined;
  // The agency is shared with the proofs of the other browser, which may have moved it on in between.
  await expect(async () => {
    const names = { ...places.names.own, ...(await proofForms[door].ready?.(name)) };
    const held = await arrive(by, formPageOf(door, names));
    const form = await formOf(held, door);
    expect(form, `${door} at ${held.address}`).not.toBeNull();
    if (form) found = { ...by, held, form, name, names };
  }).toPass({ timeout: 20_000 });
  return found as Opened;
}

/** Chooses a file wherever one is asked for. */
const choose = (form: HTMLFormElement): void => {
  for (const field of form.querySelectorAll<HTMLInputElement>("input[type=file]")) {
    const chosen = new DataTransfer();
    chosen.items.add(new File(["%PDF-1.4\n"], "bằng chứng.pdf", { type: "application/pdf" }));
    field.files = chosen.files;
  }
};

/** Fills in a form as it would be taken. */
export async function fillUnscripted({ form }: Opened, fields: Record<string, string>): Promise<void> {
  await form.evaluate(fillEach);
  await form.evaluate(choose);
  await form.evaluate(give, fields);
}

type Part = { name: string; value: string; file?: { name: string; type: string } };

/** What a browser sends of a form when that button is pressed, and where to; lines end as they do on the way. */
const sending = async (form: HTMLFormElement, button: string): Promise<{ to: string; parts: Part[] }> => {
  const pressed = form.querySelector<HTMLButtonElement>(button);
  const parts: Part[] = [];
  for (const [name, value] of new FormData(form, pressed))
    if (typeof value === "string") parts.push({ name, value: value.replaceAll(/\r\n?|\n/g, "\r\n") });
    else parts.push({ name, value: await value.text(), file: { name: value.name, type: value.type } });
  return { to: form.getAttribute("action") ?? "", parts };
};

function bodyOf(parts: readonly Part[]): FormData {
  const body = new FormData();
  for (const { name, value, file } of parts)
    if (file) body.append(name, new File([value], file.name, { type: file.type }));
    else body.append(name, value);
  return body;
}

type Pressed = Hands & { held: Held; form: JSHandle<HTMLFormElement> };

/** Presses a button of the form, the first where none is named; gives the page that comes. */
export async function press(
  { held: { address }, form, ...hands }: Pressed,
  button = "button:not([type=button])",
): Promise<Held> {
  const { to, parts } = await form.evaluate(sending, button);
  const target = new URL(to || address, `${origin()}${address}`).href.slice(origin().length);
  const headers = { origin: origin(), "sec-fetch-site": "same-origin" };
  return arrive(hands, target, hands.hands.post(target, { headers, multipart: bodyOf(parts) }));
}

/** The form that answers for a door on the page that came, which must still stand there. */
export async function formAgain(held: Held, door: Door): Promise<JSHandle<HTMLFormElement>> {
  const form = await formOf(held, door);
  if (!form) throw new Error(`${door} has no form at ${held.address}`);
  return form;
}

export const titleOf = ({ page }: Held): Promise<string> => page.evaluate(({ title }) => title);

/** Everything that can be read on a page, what stands in its fields too; what only scripts would show is not there. */
const readOn = ({ page }: Held): Promise<{ alert: string; read: string }> =>
  page.evaluate((whole) => {
    for (const unseen of whole.querySelectorAll("script, style, template, [hidden]")) unseen.remove();
    const fields = whole.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea");
    return {
      alert: whole.querySelector("[role=alert]")?.textContent ?? "",
      read: [whole.body.textContent, ...[...fields].map(({ value }) => value)].join("\n"),
    };
  });

const recording = "button[value=record]";

/** The last look before something is recorded: from there it is. */
async function goOnFromCheck(hands: Hands, held: Held): Promise<Held> {
  const form = await formLike(held, `form:has(${recording})`);
  return form ? press({ ...hands, held, form }, recording) : held;
}

const wasRecorded = async ({ address, page }: Held): Promise<boolean> =>
  /[?&]receipt=\d/.test(address) || page.evaluate((read) => read.querySelector("output.secret") !== null);

/** Sends a form whose record may have moved on, and gives what is lost by it: where it is not taken, a page says why and shows it all. */
export async function lostBySending({ form, held, ...hands }: Opened): Promise<string[]> {
  const lines = await form.evaluate(written);
  const came = await goOnFromCheck(hands, await press({ ...hands, held, form }));
  if (await wasRecorded(came)) return [];
  // Nothing is kept for a session that somebody ended.
  if (came.address.includes("/sign-in?ended=revoked")) return lines;
  expect(await titleOf(came)).toMatch(/^Lỗi: /);
  const { alert, read } = await readOn(came);
  expect(alert).toMatch(/\p{L}/u);
  return lines.filter((line) => !read.includes(line));
}
