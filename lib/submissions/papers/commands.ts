import { storeFile } from "@/lib/files/commands";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { done, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/** The columns that say who recorded a decision of the head from which scan, and what history says of it. */
type Paper = {
  columns: { attachmentId: string; recordedBy: string | null; recordedName: string; recordedAt: Date };
  told: { file: string };
};

/** Stores the signed paper from which somebody records what the head decided; null where the head's own account decides. */
export async function storePaper(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  scan: File | null,
): Promise<Result<Paper | null>> {
  if (!scan) return done(null);
  const file = await storeFile(tx, viewer, agencyId, scan, "scan");
  if (!file.ok) return file;
  const { accountId: recordedBy, name: recordedName } = viewer;
  return done({
    columns: { attachmentId: file.value, recordedBy, recordedName, recordedAt: now() },
    told: { file: file.value },
  });
}
