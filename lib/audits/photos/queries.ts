import { receivedUpTo, type Chunk } from "@/lib/audits/photos/rules";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";

/** How many bytes of a photograph this viewer has sent without a gap. */
export const receivedIn = async (tx: Tx, viewer: Viewer, sha256: string): Promise<number> =>
  receivedUpTo(
    await tx.$queryRaw<Chunk[]>`select start, octet_length(bytes) as length from photo_chunk
      where sha256 = ${sha256} and uploaded_by = ${viewer.accountId}::uuid`,
  );
