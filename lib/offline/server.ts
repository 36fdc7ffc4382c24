import type { ClockOffset } from "@/lib/audits/field/rules";
import type { FieldPack } from "@/lib/audits/field/types";
import { currentFormat } from "@/lib/audits/delivery/types";
import type { Collection } from "@/lib/audits/imports/types";
import { chunkBytes } from "@/lib/audits/photos/rules";
import { messageOf } from "@/lib/offline/messages";
import type { Item, ItemConflict, ItemReceipt, Reply } from "@/lib/offline/types";

const patience = 30_000;

type Answer = {
  status: number;
  body: Record<string, unknown>;
  /** The site's time less the device's, in milliseconds. */
  offset: ClockOffset;
};

/**
 * Asks the site. Only what says the site's time is its word: the page of a proxy, of a hotel's network or of a server that is being
 * put in order is none, whatever its number.
 */
async function ask(address: string, init: RequestInit = {}): Promise<Answer | null> {
  try {
    const asked = Date.now();
    const response = await fetch(address, {
      ...init,
      headers: { ...init.headers, "device-time": new Date(asked).toISOString() },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    const siteTime = Date.parse(response.headers.get("site-time") ?? "");
    if (Number.isNaN(siteTime)) return null;
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      body: isJson ? ((await response.json()) as Answer["body"]) : {},
      offset: siteTime - (asked + Date.now()) / 2,
    };
  } catch {
    return null;
  }
}

const receiptIn = (body: Answer["body"]): ItemReceipt => ({
  number: String(body["number"]),
  time: String(body["time"]),
  fingerprint: String(body["fingerprint"]),
  at: String(body["at"]),
});

/** A copy that came after the seal is kept: its receipt stands in the conflict that says so. */
function lateReply({ conflict, problem }: Answer["body"]): Reply | null {
  const { kept, late, savedAt } = conflict as ItemConflict & { late?: boolean };
  return late && kept
    ? { kind: "kept", receipt: { number: kept, time: savedAt, fingerprint: "" }, problem: String(problem) }
    : null;
}

/** What an answer means for an item. Anything that is no clear word of our server is no answer. */
function replyOf(answer: Answer | null, elsewhere: string): Reply {
  if (!answer) return { kind: "unreachable" };
  const { status, body } = answer;
  if (status === 200 && typeof body["number"] === "string")
    return { kind: "done", version: Number(body["version"]), receipt: receiptIn(body) };
  if (status === 409 && body["conflict"])
    return lateReply(body) ?? { kind: "conflict", conflict: body["conflict"] as ItemConflict };
  if (status === 422) return { kind: "refused", problem: String(body["problem"]) };
  if (status === 404) return { kind: "refused", problem: elsewhere };
  return status === 401 || status === 403 ? { kind: "signed-out" } : { kind: "unreachable" };
}

const put = (address: string, message: object): Promise<Answer | null> =>
  ask(address, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });

/** Sends what the server does not have yet of a photograph, piece by piece; null once it has all. */
async function sendPieces(
  visitId: string,
  sha256: string,
  bytes: ArrayBuffer,
): Promise<Answer | null | "whole"> {
  let start = 0;
  while (start < bytes.byteLength) {
    const piece = bytes.slice(start, start + chunkBytes);
    const address = `/api/field/photos/${sha256}?visit=${visitId}&start=${start}`;
    const answer = await ask(address, { method: "PUT", body: piece });
    if (answer?.status !== 200) return answer;
    const received = Number(answer.body["received"]);
    if (!(received > start)) return null;
    start = received;
  }
  return "whole";
}

/** What came of sending an item, and how the device's clock stands where the site said its time. */
export type Delivered = { reply: Reply; offset: ClockOffset | null };

/** Delivers one item to its own address; a photograph with its bytes. `elsewhere` says what a missing visit means. */
export async function deliver(
  item: Item,
  picture: ArrayBuffer | null,
  elsewhere: string,
): Promise<Delivered> {
  const answer = await sent(item, picture);
  return { reply: replyOf(answer, elsewhere), offset: answer?.offset ?? null };
}

async function sent(item: Item, picture: ArrayBuffer | null): Promise<Answer | null> {
  const { id, visitId, body, standing } = item;
  const { to, message } = messageOf(item);
  if (standing.state === "leaving") return put(`/api/field/kept/${id}`, keptMessage(item, to, message));
  if (body.kind === "photo" && picture) {
    const pieces = await sendPieces(visitId, body.sha256, picture);
    if (pieces !== "whole") return pieces;
  }
  return put(`/api/field/${to}/${id}`, message);
}

/** Words that the server keeps as they are, whatever it makes of them, and why they were put away. */
const keptMessage = ({ visitId, recordedAt, standing }: Item, to: Collection, message: object): object => ({
  format: currentFormat,
  visitId,
  recordedAt,
  to,
  message,
  problem: standing.state === "leaving" ? standing.problem : "",
});

export type FetchedPack = { pack: FieldPack; offset: ClockOffset };

/** The newest pack; "signed-out" or "unreachable" where there is none to be had now. */
export async function fetchPack(): Promise<FetchedPack | "signed-out" | "unreachable"> {
  const answer = await ask("/api/field/pack");
  if (answer?.status === 200) return { pack: answer.body as unknown as FieldPack, offset: answer.offset };
  return answer?.status === 401 || answer?.status === 403 || answer?.status === 404
    ? "signed-out"
    : "unreachable";
}
