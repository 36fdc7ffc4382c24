import type { FieldPack } from "@/lib/audits/field/types";
import { chunkBytes } from "@/lib/audits/photos/rules";
import { messageOf } from "@/lib/offline/messages";
import type { Item, ItemConflict, Reply } from "@/lib/offline/types";

const patience = 30_000;

type Answer = { status: number; body: Record<string, unknown> };

async function ask(address: string, init: RequestInit = {}): Promise<Answer | null> {
  try {
    const response = await fetch(address, {
      ...init,
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, body: isJson ? ((await response.json()) as Answer["body"]) : {} };
  } catch {
    return null;
  }
}

/** What an answer means for an item. Anything that is no clear word of our server is no answer. */
function replyOf(answer: Answer | null, elsewhere: string): Reply {
  if (!answer) return { kind: "unreachable" };
  const { status, body } = answer;
  if (status === 200 && typeof body["number"] === "string")
    return {
      kind: "done",
      version: Number(body["version"]),
      receipt: {
        number: body["number"],
        time: String(body["time"]),
        fingerprint: String(body["fingerprint"]),
      },
    };
  if (status === 409 && body["conflict"])
    return { kind: "conflict", conflict: body["conflict"] as ItemConflict };
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

/** Delivers one item to its own address; a photograph with its bytes. `elsewhere` says what a missing visit means. */
export async function deliver(item: Item, picture: ArrayBuffer | null, elsewhere: string): Promise<Reply> {
  const { id, visitId, body } = item;
  if (body.kind === "photo" && picture) {
    const pieces = await sendPieces(visitId, body.sha256, picture);
    if (pieces !== "whole") return replyOf(pieces, elsewhere);
  }
  const { to, message } = messageOf(item);
  return replyOf(await put(`/api/field/${to}/${id}`, message), elsewhere);
}

/** The newest pack; "signed-out" or "unreachable" where there is none to be had now. */
export async function fetchPack(): Promise<FieldPack | "signed-out" | "unreachable"> {
  const answer = await ask("/api/field/pack");
  if (answer?.status === 200) return answer.body as unknown as FieldPack;
  return answer?.status === 401 || answer?.status === 403 || answer?.status === 404
    ? "signed-out"
    : "unreachable";
}
