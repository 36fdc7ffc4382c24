import { liveQuery } from "dexie";

import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import { readClock } from "@/lib/offline/clock";
import { openDatabase, type Database } from "@/lib/offline/database";
import { mintId } from "@/lib/offline/ids";
import { isClosed, isSealed, newestDrafts, recorded } from "@/lib/offline/rules";
import { Saving } from "@/lib/offline/saving";
import type { Body, Held, Item, MinutesDraft } from "@/lib/offline/types";

/** Minutes have been sealed on this device: nothing of their visit changes any more. */
export class SealedError extends Error {
  override readonly name = "SealedError";
}

/** When something is made, by this device's clock, and how that was read. */
const madeNow = (said?: ClockOffset): Pick<Item, "recordedAt" | "made" | "offset"> => {
  const made = readClock();
  const recordedAt = new Date(made.wall).toISOString();
  return said === undefined ? { recordedAt, made } : { recordedAt, offset: said };
};

/** Everything that is held, watched, and the queue of what is to be delivered. */
export abstract class Queue {
  protected readonly database: Database;
  /** Through which everything is written that a person records here. */
  readonly saving = new Saving();
  /** Told when there is something new to deliver. */
  protected recorded: () => void = () => undefined;

  #superseded: () => void = () => undefined;
  /** Drafts as this page wrote them last: what is read of the database may be a moment behind. */
  readonly #written = new Map<string, MinutesDraft>();
  #shown: Held | null = null;
  #show: (held: Held) => void = () => undefined;

  constructor(readonly accountId: string) {
    this.database = openDatabase(accountId, () => {
      this.#superseded();
    });
  }

  /** Tells when a newer edition of the app has taken the database over: nothing can be kept from this page any more. */
  whenSuperseded(told: () => void): void {
    this.#superseded = told;
  }

  whenRecorded(told: () => void): void {
    this.recorded = told;
  }

  close(): void {
    this.database.close();
  }

  /** Calls back now and after each change, with everything that is held; or once, where nothing can be read. */
  watch(changed: (held: Held) => void, failed: (error: unknown) => void): () => void {
    this.#show = (held) => {
      this.#shown = held;
      changed({ ...held, drafts: newestDrafts(held.drafts, this.#written) });
    };
    const subscription = liveQuery(() => this.held()).subscribe((held) => {
      this.#show(held);
    }, failed);
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Hands a draft that is on the device out at once: the next word is written on this one. */
  protected wrote(draft: MinutesDraft): void {
    this.#written.set(draft.visitId, draft);
    if (this.#shown) this.#show(this.#shown);
  }

  /** What was written of one visit, or of all, is no longer newer than what is read. */
  protected forgot(visitId?: string): void {
    if (visitId === undefined) this.#written.clear();
    else this.#written.delete(visitId);
  }

  async held(): Promise<Held> {
    const { packs, sheets, rechecks, items, photos, drafts, handovers, unread } = this.database;
    return {
      pack: (await packs.get(this.accountId)) ?? null,
      sheets: await sheets.toArray(),
      rechecks: await rechecks.toArray(),
      items: await items.orderBy("seq").toArray(),
      photos: await photos.toArray(),
      drafts: await drafts.toArray(),
      handovers: await handovers.toArray(),
      unread: await unread.toArray(),
    };
  }

  items(): Promise<Item[]> {
    return this.database.items.orderBy("seq").toArray();
  }

  protected async mustBeOpen(visitId: string): Promise<void> {
    const items = await this.database.items.where("visitId").equals(visitId).toArray();
    if (isSealed(items, visitId) || isClosed(items, visitId)) throw new SealedError(visitId);
  }

  /** `said`: how the clock stood as that was said to people with the item: nothing that is measured later replaces it. */
  protected async enqueue(
    visitId: string,
    body: Body,
    id: string = mintId(),
    said?: ClockOffset,
  ): Promise<void> {
    const { items } = this.database;
    const last = await items.orderBy("seq").last();
    const made = { id, seq: (last?.seq ?? 0) + 1, visitId, body, ...madeNow(said) };
    const { put, drop } = recorded(await items.where("visitId").equals(visitId).toArray(), made);
    if (drop !== null) await items.delete(drop);
    await items.put(put);
  }
}
