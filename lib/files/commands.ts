import { createHash } from "node:crypto";

import { officeTypeOf } from "@/lib/files/bytes";
import { fileNameOf, mediaTypeOf } from "@/lib/files/rules";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";

/** Keeps a file for an agency inside the transaction of the command it belongs to. The same bytes are kept once. */
export async function storeFile(
  tx: Tx,
  viewer: Viewer,
  agencyId: string,
  file: File,
  field: string,
): Promise<Result<string>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(bytes) ?? (await officeTypeOf(bytes));
  if (!mediaType) return refused(problem("file-type", field));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
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
  return done(id);
}
