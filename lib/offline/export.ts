import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import { contentOf, fullFile, sealed } from "@/lib/fieldwork/sealed-files/rules";
import type { ExportKey, PackedItem } from "@/lib/fieldwork/sealed-files/types";
import { stampOf } from "@/lib/kernel/format";
import { messageOf } from "@/lib/offline/messages";
import { FieldStore } from "@/lib/offline/store";
import type { Item } from "@/lib/offline/types";

type Bundled = { item: PackedItem; picture: Uint8Array<ArrayBuffer> };

export type ExportedFile = { name: string; items: number; bytes: Uint8Array<ArrayBuffer> };

/**
 * Everything of this account that has no receipt yet, in as few files as may be, sealed for the site. It needs no network; the
 * device keeps what it has.
 */
export async function exportQueue(
  store: FieldStore,
  pack: HeldPack,
  key: ExportKey,
  at: Date,
): Promise<ExportedFile[]> {
  const items = await store.export();
  const bundled = await Promise.all(items.map((item) => bundle(store, { offset: pack.offset, ...item })));
  const files = inFiles(bundled);
  const { accountId, name } = pack;
  const madeAt = new Date(at.getTime() + (pack.offset ?? 0)).toISOString();
  return Promise.all(
    files.map(async (part, index) => {
      const content = contentOf(
        { proof: key.proof, items: part.map(({ item }) => item) },
        part.map(({ picture }) => picture),
      );
      const whose = { keyId: key.keyId, accountId, name, madeAt, items: part.length };
      const bytes = await sealed({ kind: "nenep-queue", edition: 1, ...whose }, key.publicKey, content);
      return { name: `nenep-${stampOf(at)}-${index + 1}.nenep`, items: part.length, bytes };
    }),
  );
}

/**
 * The same of another account that has left something on this device, whoever holds it: nothing of it is shown, and nobody but the site can
 * open the files. Throws where that account has never taken along what seals them.
 */
export async function exportLeft(accountId: string, at: Date): Promise<ExportedFile[]> {
  const store = new FieldStore(accountId);
  try {
    const { pack } = await store.held();
    if (!pack?.exportKey) throw new Error("nothing to seal with");
    return await exportQueue(store, pack, pack.exportKey, at);
  } finally {
    store.close();
  }
}

async function bundle(store: FieldStore, item: Item): Promise<Bundled> {
  const picture = new Uint8Array((await store.picture(item.id)) ?? new ArrayBuffer(0));
  return { item: { id: item.id, ...packed(item), size: picture.length }, picture };
}

const packed = (item: Item): Omit<PackedItem, "id" | "size"> => {
  const { to, message } = messageOf(item);
  const { offset } = item;
  return {
    to,
    message: { ...message },
    ...(offset !== undefined && { clockFast: Math.round(-offset / 1000) }),
  };
};

/** One file, unless the photographs are more than one can carry; the order stays. */
function inFiles(bundled: readonly Bundled[]): Bundled[][] {
  const files: Bundled[][] = [];
  let full = fullFile;
  for (const each of bundled) {
    if (full >= fullFile) {
      files.push([]);
      full = 0;
    }
    files.at(-1)?.push(each);
    full += each.picture.length;
  }
  return files;
}
