import { isTakenAs, typeOf, wrongType } from "@/lib/files/bytes";
import { fileNameOf } from "@/lib/files/rules";
import type { Taken } from "@/lib/files/types";
import type { Acting } from "@/lib/journal/commands";
import { Refused, refused } from "@/lib/kernel/result";
import { sha256Hex } from "@/lib/platform/hash";

type Keeping = Pick<Acting, "tx" | "viewer">;

/**
 * Keeps a file for an agency inside the transaction of the command it belongs to; gives its id. The same bytes are kept once.
 * What it is its bytes say, and `what` what the field takes.
 */
export async function storeFile(
  { tx, viewer }: Keeping,
  agencyId: string,
  file: File,
  field: string,
  what: Taken,
): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = await typeOf(bytes);
  if (!isTakenAs(mediaType, what)) throw new Refused(refused(wrongType(file, field, what)));
  const sha256 = sha256Hex(bytes);
  await tx.$executeRaw`insert into file_content (sha256, media_type, size, bytes)
    values (${sha256}, ${mediaType}, ${bytes.length}, ${bytes}) on conflict do nothing`;
  const { id } = await tx.attachment.create({
    data: {
      agencyId,
      sha256,
      fileName: fileNameOf(file.name, "file"),
      uploadedBy: viewer.accountId,
    },
    select: { id: true },
  });
  return id;
}

/** The same for several files, in their order. */
export async function storeFiles(
  acting: Keeping,
  agencyId: string,
  files: readonly File[],
  field: string,
  what: Taken,
): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) ids.push(await storeFile(acting, agencyId, file, field, what));
  return ids;
}
