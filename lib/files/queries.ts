import type { StoredFile } from "@/lib/files/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";

/** The bytes of an attachment that this viewer may read. */
export async function findFile(viewer: Viewer, id: string): Promise<StoredFile | null> {
  if (!isId(id)) return null;
  const row = await asViewer(viewer, (tx) =>
    tx.attachment.findFirst({
      where: { id, ...agencyWhere(viewer, "files.read") },
      select: { fileName: true, sha256: true, content: { select: { bytes: true, mediaType: true } } },
    }),
  );
  return row && { fileName: row.fileName, sha256: row.sha256, ...row.content };
}
