import { receiveChunk } from "@/lib/audits/photos/commands";
import { findReceived } from "@/lib/audits/photos/queries";
import { chunkBytes } from "@/lib/audits/photos/rules";
import { chunkPlace, sha256 } from "@/lib/audits/photos/schema";
import { api, bytesIn, json, missing, refusal } from "@/lib/gate/api";

/** How far a photograph has been sent: where to go on after a break. */
export const GET = api("audits.record", async (viewer, _request, params) => {
  const hash = sha256.safeParse(params["sha256"]);
  return hash.success ? json(200, { received: await findReceived(viewer, hash.data) }) : missing();
});

/** A piece of a photograph; `start` is its place. */
export const PUT = api("audits.record", async (viewer, request, params) => {
  const start = new URL(request.url).searchParams.get("start");
  const place = chunkPlace.safeParse({ sha256: params["sha256"], start });
  const bytes = await bytesIn(request, chunkBytes);
  if (!place.success || !bytes) return missing();
  const result = await receiveChunk(viewer, place.data, bytes);
  return result.ok ? json(200, { received: result.value }) : refusal(result);
});
