import { randomBytes } from "node:crypto";

import { ensureExportKey } from "@/lib/audits/imports/keys/commands";
import { findExportKey } from "@/lib/audits/imports/queries";
import { contentOf, sealed } from "@/lib/audits/imports/rules";
import { systemViewer } from "@/lib/identity/viewer";
import { uuidv7 } from "@/lib/kernel/ids";

import { idFrom, sessionOf } from "./ground";

const madeAt = "2017-12-31T02:00:00.000Z";

/** A file as a device of the inspector writes it, with a sheet of that visit. */
export async function exportedFile(visitId: string): Promise<Uint8Array<ArrayBuffer>> {
  await ensureExportKey(systemViewer("start-up"));
  const { viewer } = await sessionOf("inspector");
  const key = await findExportKey(viewer);
  if (!key) throw new Error("no key to seal for");
  const { keyId, publicKey, proof } = key;
  const answers = { "D.1": { outcome: "conforming", note: "" } };
  const message = { format: 1, visitId, groupCode: "D", version: 0, recordedAt: madeAt, answers };
  const item = { id: uuidv7(Date.now(), randomBytes(10)), to: "sheets", message, size: 0 };
  const whose = { keyId, accountId: viewer.accountId ?? "", name: viewer.name };
  return sealed(
    { kind: "nenep-queue", edition: 1, ...whose, madeAt, items: 1 },
    publicKey,
    contentOf({ proof, items: [item] }, []),
  );
}

/** A file that was brought in, with nothing in it. */
export const plantImport = (): Promise<string> =>
  idFrom(
    `insert into queue_import (account_id, account_name, sha256, made_at, counts, lines, taken_by, taken_name, receipt_no)
     select i.id, 'Nguyễn Thử Nghiệm', repeat('0', 64), now(), '{}', '[]', a.id, 'Quản trị viên', 1
     from account i, account a where i.name = 'inspector' and a.name = 'admin' returning id`,
    [],
  );
