import Dexie, { type EntityTable, type Table } from "dexie";

import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { Handover } from "@/lib/offline/handover/types";
import type { HeldRecheck, Item, MinutesDraft, HeldPhoto, Sheet, UnreadFile } from "@/lib/offline/types";

/** The bytes of a photograph, apart: they are read only to be shown or sent. */
type Picture = { id: string; bytes: ArrayBuffer };

/** A small copy of a photograph, by its bytes: for reading and printing after they have left the device. */
type Copy = { visitId: string; sha256: string; bytes: ArrayBuffer };

/** A file as it was chosen, until it is a photograph of its question: what is half done when a page goes is begun anew. */
export type Taken = { id: string; visitId: string; questionCode: string; file: Blob };

export type Database = Dexie & {
  packs: Table<HeldPack, string>;
  sheets: Table<Sheet, [string, string]>;
  rechecks: Table<HeldRecheck, [string, string]>;
  items: EntityTable<Item, "id">;
  photos: EntityTable<HeldPhoto, "id">;
  pictures: EntityTable<Picture, "id">;
  drafts: EntityTable<MinutesDraft, "visitId">;
  handovers: EntityTable<Handover, "visitId">;
  copies: Table<Copy, [string, string]>;
  taken: EntityTable<Taken, "id">;
  unread: EntityTable<UnreadFile, "id">;
};

const prefix = "nenep-field-";

/** Whose records lie on this device, where they are one person's: null where they are nobody's, or several people's. */
export async function onlyAccountHere(): Promise<string | null> {
  const names = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith(prefix));
  const [only] = names;
  return names.length === 1 && only ? only.slice(prefix.length) : null;
}

/**
 * The database of one account on this device. An app of a newer edition adds to it and takes nothing away; where one does so in
 * another window, this one lets go and says so.
 */
export function openDatabase(accountId: string, superseded: () => void): Database {
  const database = new Dexie(`${prefix}${accountId}`) as Database;
  database.version(1).stores({
    packs: "accountId",
    sheets: "[visitId+groupCode]",
    items: "id, seq, visitId",
    photos: "id, visitId",
    pictures: "id",
    drafts: "visitId",
  });
  database.version(2).stores({ rechecks: "[visitId+findingId]" });
  database.version(3).stores({ handovers: "visitId" });
  database.version(4).stores({ copies: "[visitId+sha256], visitId" });
  database.version(5).stores({ taken: "id, visitId" });
  database.version(6).stores({ unread: "id, visitId" });
  database.on("versionchange", () => {
    database.close();
    superseded();
  });
  return database;
}
