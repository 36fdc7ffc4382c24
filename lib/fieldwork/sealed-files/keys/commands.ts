import { randomBytes } from "node:crypto";

import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { lock } from "@/lib/platform/locks";

const algorithm = {
  name: "RSA-OAEP",
  hash: "SHA-256",
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};

type NewKey = {
  publicKey: string;
  privateKey: Uint8Array<ArrayBuffer>;
  proofSecret: Uint8Array<ArrayBuffer>;
};

/** Primes are looked for as long as it takes: before a transaction, never within one. */
async function drawKey(): Promise<NewKey> {
  const uses = ["wrapKey", "unwrapKey"] as const;
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, uses);
  const spki = await crypto.subtle.exportKey("spki", publicKey);
  return {
    publicKey: Buffer.from(spki).toString("base64"),
    privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)),
    proofSecret: new Uint8Array(randomBytes(32)),
  };
}

const addKey = async (tx: Tx, data: NewKey): Promise<string> =>
  (await tx.exportKey.create({ data, select: { id: true } })).id;

const hasKey = async (tx: Tx): Promise<boolean> => (await tx.exportKey.count()) > 0;

/** Makes the first key of an installation; where there is one, it stays. Two processes that start at once keep one. */
export async function ensureExportKey(viewer: Viewer): Promise<void> {
  if (await asViewer(viewer, hasKey)) return;
  const drawn = await drawKey();
  await asViewer(viewer, async (tx) => {
    await lock(tx, "export-key", "");
    if (!(await hasKey(tx))) await addKey(tx, drawn);
  });
}

/** Makes a newer key: devices take it along with their next pack, and the older ones still open what was sealed for them. */
export async function replaceExportKey(viewer: Viewer): Promise<string> {
  const drawn = await drawKey();
  return asViewer(viewer, (tx) => addKey(tx, drawn));
}
