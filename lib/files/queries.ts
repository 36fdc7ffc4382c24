import type { StoredFile } from "@/lib/files/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { scopeOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";

/** Is it a picture that came after a seal? It is kept beside the minutes, for those who audit, and is no record of the agency. */
async function isBeside(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from journal_entry where chain_id = ${agencyId}::uuid and action = 'item-kept'
      and strpos(content, ${`"attachment":"${id}"`}) > 0 limit 1`;
  return rows.length > 0;
}

/** The bytes of an attachment that this viewer may read. */
export async function findFile(viewer: Viewer, id: string): Promise<StoredFile | null> {
  if (!isId(id)) return null;
  const row = await asViewer(viewer, async (tx) => {
    const file = await tx.attachment.findFirst({
      where: { id, ...agencyWhere(viewer, "files.read") },
      select: {
        ...{ fileName: true, sha256: true, agencyId: true },
        content: { select: { bytes: true, mediaType: true } },
      },
    });
    const isTheirs =
      file && (scopeOf(viewer, "files.read") === "province" || !(await isBeside(tx, file.agencyId, id)));
    return isTheirs ? file : null;
  });
  return row && { fileName: row.fileName, sha256: row.sha256, ...row.content };
}
