import { createHash } from "node:crypto";

import { agencyOf, idFrom, rows, unique, type Ground } from "@/tests/support/ground";

export const hashOfFile = async (id: string): Promise<string> =>
  (await rows<{ sha256: string }>("select sha256 from attachment where id = $1", [id]))[0]?.sha256 ?? "";

export async function plantFile(ground: Ground): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7 ${unique()}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await rows(
    "insert into file_content (sha256, media_type, size, bytes) values ($1, 'application/pdf', $2, $3)",
    [sha256, bytes.length, bytes],
  );
  return idFrom(
    "insert into attachment (agency_id, sha256, file_name) values ($1, $2, 'proof.pdf') returning id",
    [await agencyOf(ground), sha256],
  );
}
