import { receiveChunk } from "@/lib/visits/photos/pieces/commands";
import { chunkBytes } from "@/lib/visits/photos/rules";
import { chunkPlace } from "@/lib/visits/photos/schema";
import { brought, bytesIn, json, missing, refusal } from "@/lib/gate/api";

/** A piece of a photograph for a visit; the answer says where to go on, also after a break. */
export const PUT = brought("audits.record", async (viewer, request, params) => {
  const { searchParams } = new URL(request.url);
  const place = chunkPlace.safeParse({
    sha256: params["sha256"],
    visitId: searchParams.get("visit"),
    start: searchParams.get("start"),
  });
  const bytes = await bytesIn(request, chunkBytes);
  if (!place.success || !bytes) return missing();
  const result = await receiveChunk(viewer, place.data, bytes);
  return result.ok ? json(200, { received: result.value }) : refusal(result);
});
