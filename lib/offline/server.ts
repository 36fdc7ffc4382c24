import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { currentFormat } from "@/lib/visits/delivery/types";
import type { Collection } from "@/lib/fieldwork/sealed-files/types";
import type { Displaced } from "@/lib/visits/sealed/displaced/types";
import { chunkBytes } from "@/lib/visits/photos/rules";
import { accountHeader, anotherAccount, illustrativeHeader } from "@/lib/identity/browser/rules";
import { noteIllustrative } from "@/lib/offline/illustrative";
import type { ToldProblem } from "@/lib/kernel/problem";
import { messageOf } from "@/lib/offline/messages";
import type { Item, ItemConflict, ItemReceipt, Reply, Silence, Told } from "@/lib/offline/types";

const patience = 30_000;

type Answer = {
  status: number;
  body: Record<string, unknown>;
  /** The site's time less the device's, in milliseconds. */
  offset: ClockOffset;
  /** For how many seconds the site takes no more. */
  wait: number;
};

/** Somebody else answered: a gateway that has only its own page of an error, or a network that has its own page in place of ours. */
const silenceOf = ({ status }: Response): Silence =>
  status >= 500 && status !== networkSignIn ? "gateway" : "captive";

/** "Network Authentication Required". */
const networkSignIn = 511;

/** How often one after another nobody has answered, though the device says that it has a network. */
let unanswered = 0;
const suspicious = 3;

function nobody(): Silence | null {
  unanswered = navigator.onLine ? unanswered + 1 : 0;
  return unanswered < suspicious ? null : "suspect";
}

/**
 * Asks the site, as this account: of another's session nothing is taken and nothing asked. Null where nobody answers. Only what says the site's time is its word: the page of a proxy, of a hotel's network or of a server that is being
 * put in order is none, whatever its number.
 */
async function ask(
  accountId: string | null,
  address: string,
  init: RequestInit = {},
): Promise<Answer | Silence | null> {
  try {
    const asked = Date.now();
    const response = await fetch(address, {
      ...init,
      headers: {
        ...init.headers,
        ...(accountId !== null && { [accountHeader]: accountId }),
        "device-time": new Date(asked).toISOString(),
      },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    unanswered = 0;
    const siteTime = Date.parse(response.headers.get("site-time") ?? "");
    if (Number.isNaN(siteTime)) return silenceOf(response);
    noteIllustrative(response.headers.has(illustrativeHeader));
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      body: isJson ? ((await response.json()) as Answer["body"]) : {},
      offset: siteTime - (asked + Date.now()) / 2,
      wait: Number(response.headers.get("retry-after") ?? 0),
    };
  } catch {
    return nobody();
  }
}

const receiptIn = (body: Answer["body"]): ItemReceipt => ({
  number: String(body["number"]),
  time: String(body["time"]),
  fingerprint: String(body["fingerprint"]),
  at: String(body["at"]),
  ...(Array.isArray(body["displaced"]) && { displaced: body["displaced"] as readonly Displaced[] }),
});

/** A refusal in the server's words, and by its codes where it says them. */
const toldIn = ({ problem, problems }: Answer["body"]): Told => ({
  problem: String(problem),
  ...(Array.isArray(problems) && { problems: problems as ToldProblem[] }),
});

/** A copy that came after the seal is kept: its receipt stands in the conflict that says so. */
function lateReply({ conflict, problem, problems }: Answer["body"]): Reply | null {
  const { kept, keptAt, late, savedAt } = conflict as ItemConflict & { late?: boolean };
  const receipt = kept && { number: kept, time: keptAt ?? savedAt, fingerprint: "" };
  return late && receipt ? { kind: "kept", receipt, ...toldIn({ problem, problems }) } : null;
}

/** What an answer means for an item. Anything that is no clear word of our server is no answer. */
function replyOf(answer: Answer | Silence | null, elsewhere: string): Reply {
  if (answer === null) return { kind: "unreachable" };
  if (typeof answer === "string") return { kind: "unreachable", why: answer };
  const { status, body } = answer;
  if (status === 200 && typeof body["number"] === "string")
    return { kind: "done", version: Number(body["version"]), receipt: receiptIn(body) };
  if (status === 409 && body["conflict"])
    return lateReply(body) ?? { kind: "conflict", conflict: body["conflict"] as ItemConflict };
  if (status === 422) return { kind: "refused", ...toldIn(body) };
  if (status === 429 && answer.wait > 0)
    return { kind: "unreachable", why: "later", until: Date.now() + answer.wait * 1000 };
  if (status === 404) return { kind: "refused", problem: elsewhere, problems: [{ code: "may-not-record" }] };
  if (status === anotherAccount) return { kind: "another" };
  return status === 401 || status === 403 ? { kind: "signed-out" } : { kind: "unreachable", why: "failing" };
}

const put = (
  accountId: string,
  address: string,
  message: object,
  item: Item,
): Promise<Answer | Silence | null> =>
  ask(accountId, address, {
    method: "PUT",
    headers: { "content-type": "application/json", ...fastBy(item) },
    body: JSON.stringify(message),
  });

/** Sends what the server does not have yet of a photograph, piece by piece; null once it has all. */
async function sendPieces(
  accountId: string,
  visitId: string,
  sha256: string,
  bytes: ArrayBuffer,
): Promise<Answer | Silence | null | "whole"> {
  let start = 0;
  while (start < bytes.byteLength) {
    const piece = bytes.slice(start, start + chunkBytes);
    const address = `/api/field/photos/${sha256}?visit=${visitId}&start=${start}`;
    const answer = await ask(accountId, address, { method: "PUT", body: piece });
    if (answer === null || typeof answer === "string" || answer.status !== 200) return answer;
    const received = Number(answer.body["received"]);
    if (!(received > start)) return null;
    start = received;
  }
  return "whole";
}

/** How the device's clock stands now; null where the site does not say. */
export async function askTime(accountId: string): Promise<ClockOffset | null> {
  const answer = await ask(accountId, "/api/field/clock");
  return answer !== null && typeof answer !== "string" ? answer.offset : null;
}

/** How far a clock was fast, in whole seconds, where that is known. */
const fastBy = ({ offset }: Item): Record<string, string> =>
  offset === undefined ? {} : { "clock-fast": String(Math.round(-offset / 1000)) };

/** What came of sending an item, and how the device's clock stands where the site said its time. */
export type Delivered = { reply: Reply; offset: ClockOffset | null };

/** Delivers one item of this account to its own address; a photograph with its bytes. `elsewhere` says what it means that there is no way in. */
export async function deliver(
  accountId: string,
  item: Item,
  picture: ArrayBuffer | null,
  elsewhere: string,
): Promise<Delivered> {
  const answer = await sent(accountId, item, picture);
  const offset = answer !== null && typeof answer !== "string" ? answer.offset : null;
  return { reply: replyOf(answer, elsewhere), offset };
}

async function sent(
  accountId: string,
  item: Item,
  picture: ArrayBuffer | null,
): Promise<Answer | Silence | null> {
  const { id, visitId, body, standing } = item;
  const { to, message } = messageOf(item);
  if (standing.state === "leaving")
    return put(accountId, `/api/field/kept/${id}`, keptMessage(item, to, message), item);
  const whole = () => put(accountId, `/api/field/${to}/${id}`, message, item);
  if (body.kind !== "photo" || !picture) return whole();
  const { sha256 } = body;
  const photograph = async () => {
    const pieces = await sendPieces(accountId, visitId, sha256, picture);
    return pieces === "whole" ? whole() : pieces;
  };
  const first = await photograph();
  return lacksPieces(first) ? photograph() : first;
}

/** The site let pieces go since they came: where somebody sent the same photograph, or too much was begun. They are sent anew, once. */
const lacksPieces = (answer: Answer | Silence | null): boolean =>
  answer !== null &&
  typeof answer !== "string" &&
  answer.status === 422 &&
  (toldIn(answer.body).problems ?? []).some(({ code }) => code === "photo-incomplete");

/** Words that the server keeps as they are, whatever it makes of them, and why they were put away. */
const keptMessage = ({ visitId, recordedAt, standing }: Item, to: Collection, message: object): object => ({
  format: currentFormat,
  visitId,
  recordedAt,
  to,
  message,
  ...(standing.state === "leaving" && {
    problem: standing.problem,
    ...(standing.problems && { problems: standing.problems }),
  }),
});

export type FetchedPack = { pack: FieldPack; offset: ClockOffset };

/** Why there is no pack to be had now. */
export type NoPack = "signed-out" | "another" | "no-recorder" | "unreachable" | Silence;

/**
 * The newest pack of this account, or of whoever is signed in where none is named; with visits that are further ahead where they are
 * named. Else why there is none.
 */
export async function fetchPack(
  accountId: string | null,
  visits: readonly string[] = [],
): Promise<FetchedPack | NoPack> {
  const named = new URLSearchParams(visits.map((id) => ["visit", id]));
  const answer = await ask(accountId, visits.length > 0 ? `/api/field/pack?${named}` : "/api/field/pack");
  if (answer === null) return "unreachable";
  if (typeof answer === "string") return answer;
  const { status, body, offset } = answer;
  if (status === 200) return { pack: body as unknown as FieldPack, offset };
  if (status === anotherAccount) return "another";
  if (status === 404) return "no-recorder";
  return status === 401 || status === 403 ? "signed-out" : "failing";
}
