import { storeFile } from "@/lib/files/commands";
import type { Acting } from "@/lib/journal/commands";
import { now } from "@/lib/platform/clock";

/** The columns that say who recorded a decision of the head from which scan, and what history says of it. */
type Paper = {
  columns: { attachmentId: string; recordedBy: string | null; recordedName: string; recordedAt: Date };
  told: { file: string };
};

/** Stores the signed paper from which somebody records what the head decided; null where the head's own account decides. */
export async function storePaper(
  acting: Pick<Acting, "tx" | "viewer">,
  agencyId: string,
  scan: File | null,
): Promise<Paper | null> {
  if (!scan) return null;
  const file = await storeFile(acting, agencyId, scan, "scan", "scan");
  const { accountId: recordedBy, name: recordedName } = acting.viewer;
  return {
    columns: { attachmentId: file, recordedBy, recordedName, recordedAt: now() },
    told: { file },
  };
}
