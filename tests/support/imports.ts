import { randomBytes } from "node:crypto";

import { contentOf, proofFor, sealed } from "@/lib/fieldwork/sealed-files/rules";
import { uuidv7 } from "@/lib/kernel/ids";

import { idFrom, one } from "./scopes";

const madeAt = "2017-12-31T02:00:00.000Z";

type Key = { id: string; public_key: string; proof_secret: Buffer };

/** A file as a device of the inspector writes it, with a sheet of that visit. The site has its key by then. */
export async function exportedFile(visitId: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await one<Key>(
    "select id, public_key, proof_secret from export_key order by created_at desc, id desc limit 1",
  );
  const accountId = await idFrom("select id from account where name = $1", ["inspector"]);
  const answers = { "D.1": { outcome: "conforming", note: "" } };
  const message = { format: 1, visitId, groupCode: "D", version: 0, recordedAt: madeAt, answers };
  const item = { id: uuidv7(Date.now(), randomBytes(10)), to: "sheets", message, size: 0 };
  return sealed(
    {
      kind: "nenep-queue",
      edition: 1,
      keyId: key.id,
      accountId,
      name: "Nguyễn Thử Nghiệm",
      madeAt,
      items: 1,
    },
    key.public_key,
    contentOf({ proof: await proofFor(new Uint8Array(key.proof_secret), accountId), items: [item] }, []),
  );
}

/** A file that was brought in, with nothing in it. */
export const createImport = (): Promise<string> =>
  idFrom(
    `insert into queue_import (account_id, account_name, sha256, made_at, counts, lines, taken_by, taken_name, receipt_no)
     select i.id, 'Nguyễn Thử Nghiệm', repeat('0', 64), now(), '{}', '[]', a.id, 'Quản trị viên', 1
     from account i, account a where i.name = 'inspector' and a.name = 'admin' returning id`,
    [],
  );
