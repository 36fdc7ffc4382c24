import type { StoredFile } from "@/lib/files/types";
import { agencyWhere } from "@/lib/identity/access";
import { asViewer, type Tx } from "@/lib/identity/database";
import { scopeOf } from "@/lib/identity/matrix";
import type { Viewer } from "@/lib/identity/types";
import { isId } from "@/lib/kernel/ids";

/** As much as is read at a time: the driver reads bytes as text of twice their length, and nobody else is answered meanwhile. */
const slice = 256 * 1024;

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
  return asViewer(viewer, async (tx) => {
    const row = await tx.attachment.findFirst({
      where: { id, ...agencyWhere(viewer, "files.read") },
      select: { fileName: true, sha256: true, agencyId: true, content: { select: { mediaType: true } } },
    });
    if (!row) return null;
    const { fileName, sha256, content, agencyId } = row;
    if (scopeOf(viewer, "files.read") !== "province" && (await isBeside(tx, agencyId, id))) return null;
    return { fileName, sha256, mediaType: content.mediaType, bytes: await bytesOf(tx, sha256) };
  });
}

async function bytesOf(tx: Tx, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await tx.$queryRaw<{ part: Uint8Array }[]>`
    select substring(bytes from at for ${slice}::int) as part
    from file_content, generate_series(1, size, ${slice}::int) as at where sha256 = ${sha256} order by at`;
  const whole = new Uint8Array(parts.reduce((sum, { part }) => sum + part.length, 0));
  let at = 0;
  for (const { part } of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
