import { createHash, randomBytes } from "node:crypto";

import { takeImport } from "@/lib/fieldwork/sealed-files/commands";
import { findExportKey, findImport } from "@/lib/fieldwork/sealed-files/queries";
import { contentOf, sealed } from "@/lib/fieldwork/sealed-files/rules";
import type { ImportLine, PackedItem } from "@/lib/fieldwork/sealed-files/types";
import type { Viewer } from "@/lib/identity/types";
import { uuidv7 } from "@/lib/kernel/ids";

import { viewerNamed } from "./viewer";

export const newId = (): string => uuidv7(Date.now(), randomBytes(10));
export const recordedAt = "2017-12-31T02:00:00.000Z";

export type Made = PackedItem & { bytes: Uint8Array<ArrayBuffer> };

export const none = new Uint8Array(0);
export const sheet = (visitId: string, version: number, note: string, id = newId()): Made => ({
  id,
  to: "sheets",
  message: {
    format: 1,
    visitId,
    groupCode: "D",
    version,
    recordedAt,
    answers: { "D.1": { outcome: "partly", note } },
  },
  size: 0,
  bytes: none,
});

export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
export function photo(visitId: string, size = 500): Made {
  const bytes = new Uint8Array(Buffer.concat([png, randomBytes(size)]));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const message = { format: 1, visitId, questionCode: "D.2", sha256, fileName: "bảng tin.png", recordedAt };
  return { id: newId(), to: "attachments", message, size: bytes.length, bytes };
}

export type Lie = { proof?: string; accountId?: string; keyId?: string; items?: number };

/** A file as a device of that person writes it; or one that lies. */
export async function fileOf(
  owner: Viewer,
  made: readonly Made[],
  lie: Lie = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await findExportKey(owner);
  if (!key) throw new Error("no key");
  const items = made.map(({ bytes: _bytes, ...item }) => item);
  const header = {
    kind: "nenep-queue",
    edition: 1,
    keyId: lie.keyId ?? key.keyId,
    accountId: lie.accountId ?? owner.accountId ?? "",
    name: owner.name,
    madeAt: recordedAt,
    items: lie.items ?? items.length,
  } as const;
  const content = contentOf(
    { proof: lie.proof ?? key.proof, items },
    made.map(({ bytes }) => bytes),
  );
  return sealed(header, key.publicKey, content);
}

const admin = (): Promise<Viewer> => viewerNamed("admin");

/** What became of each item, once an administrator has brought the file in. */
export async function linesAfter(file: Uint8Array<ArrayBuffer>): Promise<readonly ImportLine[]> {
  const taken = await takeImport(await admin(), file);
  if (!taken.ok) throw new Error(`refused: ${JSON.stringify(taken.problems)}`);
  return (await findImport(await admin(), taken.value.importId))?.lines ?? [];
}
