import Dexie, { liveQuery, type EntityTable, type Table } from "dexie";

import type { FieldPack } from "@/lib/audits/field/types";
import type { Representative } from "@/lib/audits/minutes/types";
import type { AnswerText } from "@/lib/audits/types";
import type { FindingDraft } from "@/lib/findings/types";
import { uuidv7 } from "@/lib/kernel/ids";
import { attempted, confirmed, insisted, recorded, refreshed, settled, yielded } from "@/lib/offline/rules";
import type { Body, Item, ItemReceipt, Reply, Sheet, SheetAnswers } from "@/lib/offline/types";

/** A photograph on the device, until its visit is no longer taken along. */
export type Photograph = {
  id: string;
  visitId: string;
  questionCode: string;
  sha256: string;
  fileName: string;
};

/** Its bytes, apart: they are read only to be shown or sent. */
type Picture = { id: string; bytes: ArrayBuffer };

/** Minutes being written: kept at each keystroke like everything else. */
export type MinutesDraft = {
  visitId: string;
  findings: readonly FindingDraft[];
  conclusion: string;
  representative: Representative;
};

export type Held = {
  pack: FieldPack | null;
  sheets: readonly Sheet[];
  items: readonly Item[];
  photos: readonly Photograph[];
  drafts: readonly MinutesDraft[];
};

type Database = Dexie & {
  packs: Table<FieldPack, string>;
  sheets: Table<Sheet, [string, string]>;
  items: EntityTable<Item, "id">;
  photos: EntityTable<Photograph, "id">;
  pictures: EntityTable<Picture, "id">;
  drafts: EntityTable<MinutesDraft, "visitId">;
};

function opened(accountId: string): Database {
  const database = new Dexie(`nenep-field-${accountId}`) as Database;
  database.version(1).stores({
    packs: "accountId",
    sheets: "[visitId+groupCode]",
    items: "id, seq, visitId",
    photos: "id, visitId",
    pictures: "id",
    drafts: "visitId",
  });
  return database;
}

export const mintId = (): string => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

/** What one person has on this device. Each change is one transaction: a browser killed at any moment leaves before or after. */
export class FieldStore {
  readonly #database: Database;
  /** Told when there is something new to deliver. */
  #recorded: () => void = () => undefined;

  constructor(readonly accountId: string) {
    this.#database = opened(accountId);
  }

  whenRecorded(told: () => void): void {
    this.#recorded = told;
  }

  close(): void {
    this.#database.close();
  }

  /** Calls back now and after each change, with everything that is held. */
  watch(changed: (held: Held) => void): () => void {
    const subscription = liveQuery(() => this.held()).subscribe(changed);
    return () => {
      subscription.unsubscribe();
    };
  }

  async held(): Promise<Held> {
    const { packs, sheets, items, photos, drafts } = this.#database;
    const [pack, allSheets, allItems, allPhotos, allDrafts] = await Promise.all([
      packs.get(this.accountId),
      sheets.toArray(),
      items.orderBy("seq").toArray(),
      photos.toArray(),
      drafts.toArray(),
    ]);
    return { pack: pack ?? null, sheets: allSheets, items: allItems, photos: allPhotos, drafts: allDrafts };
  }

  /** Takes a new pack along. Sheets with something unsent keep their text; the others take what the server says. */
  async take(pack: FieldPack): Promise<void> {
    const { packs, sheets, items, photos, pictures, drafts } = this.#database;
    const tables = [packs, sheets, items, photos, pictures, drafts];
    await this.#database.transaction("rw", tables, async () => {
      await packs.put(pack);
      const open = (await items.toArray()).filter((item) => item.standing.state !== "sent");
      for (const visit of pack.visits) {
        for (const { code } of visit.checklist.groups) {
          const unsent = open.some((item) => item.visitId === visit.id && item.subject === `sheet:${code}`);
          await sheets.put(refreshed(await sheets.get([visit.id, code]), sheetIn(visit, code), unsent));
        }
      }
      await this.#forgetDelivered(pack, open);
    });
  }

  /** What is no longer taken along is forgotten, once everything of it has its receipt. */
  async #forgetDelivered(pack: FieldPack, open: readonly Item[]): Promise<void> {
    const { items, photos, pictures, sheets, drafts } = this.#database;
    const kept = new Set([...pack.visits.map(({ id }) => id), ...open.map(({ visitId }) => visitId)]);
    const gone = (row: { visitId: string }): boolean => !kept.has(row.visitId);
    await items.filter(gone).delete();
    const old = await photos.filter(gone).primaryKeys();
    await photos.bulkDelete(old);
    await pictures.bulkDelete(old);
    await sheets.filter(gone).delete();
    await drafts.filter(gone).delete();
  }

  /** A tap or a keystroke: one answer into its sheet as it stands now, and the sheet into the queue. */
  async record(visitId: string, groupCode: string, code: string, answer: AnswerText): Promise<void> {
    const { sheets, items } = this.#database;
    await this.#database.transaction("rw", [sheets, items], async () => {
      const sheet = await sheets.get([visitId, groupCode]);
      const answers = { ...sheet?.answers, [code]: answer };
      await sheets.put({ visitId, groupCode, version: sheet?.version ?? 0, answers });
      await this.#enqueue(visitId, { kind: "sheet", groupCode, answers });
    });
    this.#recorded();
  }

  async #enqueue(visitId: string, body: Body, id: string = mintId()): Promise<void> {
    const { items } = this.#database;
    const last = await items.orderBy("seq").last();
    const made = { id, seq: (last?.seq ?? 0) + 1, visitId, body, recordedAt: new Date().toISOString() };
    const { put, drop } = recorded(await items.where("visitId").equals(visitId).toArray(), made);
    if (drop !== null) await items.delete(drop);
    await items.put(put);
  }

  async addPhoto(photo: Photograph, bytes: ArrayBuffer): Promise<void> {
    const { photos, pictures, items } = this.#database;
    const { id, visitId, questionCode, sha256, fileName } = photo;
    await this.#database.transaction("rw", [photos, pictures, items], async () => {
      await photos.put(photo);
      await pictures.put({ id, bytes });
      await this.#enqueue(visitId, { kind: "photo", questionCode, sha256, fileName }, id);
    });
    this.#recorded();
  }

  /** A photograph that has not been tried yet can be dropped without a trace. */
  async dropPhoto(id: string): Promise<void> {
    const { photos, pictures, items } = this.#database;
    await this.#database.transaction("rw", [photos, pictures, items], async () => {
      const item = await items.get(id);
      if (!item || item.tries > 0) return;
      await items.delete(id);
      await photos.delete(id);
      await pictures.delete(id);
    });
  }

  async picture(id: string): Promise<ArrayBuffer | null> {
    return (await this.#database.pictures.get(id))?.bytes ?? null;
  }

  items(): Promise<Item[]> {
    return this.#database.items.orderBy("seq").toArray();
  }

  async draft(draft: MinutesDraft): Promise<void> {
    await this.#database.drafts.put(draft);
  }

  async finish(visitId: string, body: Extract<Body, { kind: "minutes" }>): Promise<void> {
    const { items } = this.#database;
    await this.#database.transaction("rw", [items], () => this.#enqueue(visitId, body));
    this.#recorded();
  }

  /** Writes the try down before anything leaves the device. */
  async attempt(id: string): Promise<Item | null> {
    const { items, sheets } = this.#database;
    return this.#database.transaction("rw", [items, sheets], async () => {
      const item = await items.get(id);
      if (item?.standing.state !== "waiting") return null;
      const group = item.body.kind === "sheet" ? item.body.groupCode : "";
      const tried = attempted(item, await sheets.get([item.visitId, group]));
      await items.put(tried);
      return tried;
    });
  }

  async settle(tried: Item, reply: Reply): Promise<void> {
    const { items, sheets } = this.#database;
    await this.#database.transaction("rw", [items, sheets], async () => {
      const { put, drop } = settled(
        await items.where("visitId").equals(tried.visitId).toArray(),
        tried,
        reply,
      );
      await items.bulkDelete([...drop]);
      if (put) await items.put(put);
      if (tried.body.kind !== "sheet") return;
      const sheet = await sheets.get([tried.visitId, tried.body.groupCode]);
      if (sheet) await sheets.put(confirmed(sheet, reply));
    });
  }

  /** After a conflict: one's own text again, against what stands now. */
  async insist(id: string): Promise<void> {
    const { items, sheets } = this.#database;
    await this.#database.transaction("rw", [items, sheets], async () => {
      const item = await items.get(id);
      if (item?.standing.state !== "conflict") return;
      const version = Number(item.standing.conflict.current["version"] ?? 0);
      if (item.body.kind === "sheet") {
        const sheet = await sheets.get([item.visitId, item.body.groupCode]);
        if (sheet) await sheets.put({ ...sheet, version });
      }
      await items.delete(id);
      await items.put(insisted(item, mintId()));
    });
    this.#recorded();
  }

  /** After a conflict: what the colleague saved stands; one's own text stays with the server, under its receipt. */
  async yield(id: string): Promise<void> {
    const { items, sheets } = this.#database;
    await this.#database.transaction("rw", [items, sheets], async () => {
      const item = await items.get(id);
      if (item?.standing.state !== "conflict" || item.body.kind !== "sheet") return;
      const { current, kept, savedAt } = item.standing.conflict;
      const receipt: ItemReceipt = { number: kept ?? "", time: savedAt, fingerprint: "" };
      await items.put(yielded(item, receipt));
      await sheets.put({
        visitId: item.visitId,
        groupCode: item.body.groupCode,
        version: Number(current["version"] ?? 0),
        answers: { ...item.body.answers, ...answersIn(current) },
      });
    });
  }

  /** Lets a refused item go again, after what was in its way is gone. */
  async retry(id: string): Promise<void> {
    const { items } = this.#database;
    await this.#database.transaction("rw", [items], async () => {
      const item = await items.get(id);
      if (item?.standing.state === "refused") await items.put({ ...item, standing: { state: "waiting" } });
    });
    this.#recorded();
  }
}

type Packed = FieldPack["visits"][number];

const sheetIn = (visit: Packed, groupCode: string): Sheet => ({
  visitId: visit.id,
  groupCode,
  version: visit.sections[groupCode]?.version ?? 0,
  answers: Object.fromEntries(
    Object.entries(visit.answers).filter(([code]) => code.startsWith(`${groupCode}.`)),
  ),
});

/** The answers in a conflict, named as the server names them: outcome.D.1, note.D.1. */
export function answersIn(current: Readonly<Record<string, string>>): SheetAnswers {
  const codes = Object.keys(current).flatMap((name) => /^outcome\.(.+)$/.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    codes.map((code) => [
      code,
      {
        outcome: current[`outcome.${code}`] as SheetAnswers[string]["outcome"],
        note: current[`note.${code}`] ?? "",
      },
    ]),
  );
}
