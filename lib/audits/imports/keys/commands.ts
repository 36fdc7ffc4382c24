import { randomBytes } from "node:crypto";

import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";

const algorithm = {
  name: "RSA-OAEP",
  hash: "SHA-256",
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};

async function addKey(tx: Tx): Promise<string> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, [
    "wrapKey",
    "unwrapKey",
  ]);
  const spki = await crypto.subtle.exportKey("spki", publicKey);
  const { id } = await tx.exportKey.create({
    data: {
      publicKey: Buffer.from(spki).toString("base64"),
      privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)),
      proofSecret: new Uint8Array(randomBytes(32)),
    },
    select: { id: true },
  });
  return id;
}

/** Makes the first key of an installation; where there is one, it stays. Two processes that start at once make one. */
export const ensureExportKey = (viewer: Viewer): Promise<void> =>
  asViewer(viewer, async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('export-key', 0))::text as locked`;
    if ((await tx.exportKey.count()) === 0) await addKey(tx);
  });

/** Makes a newer key: devices take it along with their next pack, and the older ones still open what was sealed for them. */
export const replaceExportKey = (viewer: Viewer): Promise<string> => asViewer(viewer, addKey);
