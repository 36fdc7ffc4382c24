import { liveQuery } from "dexie";

import type { ClockOffset, HeldPack } from "@/lib/audits/field/rules";
import type { FieldPack } from "@/lib/audits/field/types";
import type { AnswerText } from "@/lib/audits/types";
import { decided, knew } from "@/lib/offline/handover/rules";
import type { Differing, Handover, Taken, ToldPhoto } from "@/lib/offline/handover/types";
import { arrived, isReadable, keptBeside } from "@/lib/offline/signing/rules";
import { openDatabase, type Database } from "@/lib/offline/database";
import { mintId } from "@/lib/offline/ids";
import { answersIn, recheckIn, recheckStanding, sheetIn, yieldedRecheck } from "@/lib/offline/packed/rules";
import {
  attempted,
  chose,
  confirmed,
  contestedIn,
  edited,
  exported,
  insisted,
  isClosed,
  isLate,
  isOpen,
  isSealed,
  leaving,
  newestDrafts,
  reconciled,
  recorded,
  refreshed,
  settled,
  yielded,
} from "@/lib/offline/rules";
import { Saving } from "@/lib/offline/saving";
import type {
  Body,
  Choice,
  Held,
  Item,
  ItemReceipt,
  MinutesDraft,
  Photograph,
  RecheckDraft,
  Reply,
  Sheet,
  SheetAnswers,
} from "@/lib/offline/types";

/** Minutes have been sealed on this device: nothing of their visit changes any more. */
export class SealedError extends Error {
  override readonly name = "SealedError";
}

/** How long a device can be asked what it sent too late. */
const daysRemembered = 30;

/** Smaller differences are the way there and back. */
const steadyClock = 5_000;

const isUntried = ({ tries, standing }: Item): boolean => tries === 0 && standing.state === "waiting";

const photoBody = ({ questionCode, sha256, fileName, caption }: Photograph): Body => ({
  ...{ kind: "photo", questionCode, sha256, fileName },
  ...(caption && { caption }),
});

/** What one person has on this device. Each change is one transaction: a browser killed at any moment leaves before or after. */
export class FieldStore {
  readonly #database: Database;
  /** Through which everything is written that a person records here. */
  readonly saving = new Saving();
  /** Told when there is something new to deliver. */
  #recorded: () => void = () => undefined;

  #superseded: () => void = () => undefined;
  /** Drafts as this page wrote them last: what is read of the database may be a moment behind. */
  readonly #written = new Map<string, MinutesDraft>();
  #shown: Held | null = null;
  #show: (held: Held) => void = () => undefined;

  constructor(readonly accountId: string) {
    this.#database = openDatabase(accountId, () => {
      this.#superseded();
    });
  }

  /** Tells when a newer edition of the app has taken the database over: nothing can be kept from this page any more. */
  whenSuperseded(told: () => void): void {
    this.#superseded = told;
  }

  whenRecorded(told: () => void): void {
    this.#recorded = told;
  }

  close(): void {
    this.#database.close();
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

  async held(): Promise<Held> {
    const { packs, sheets, rechecks, items, photos, drafts, handovers } = this.#database;
    return {
      pack: (await packs.get(this.accountId)) ?? null,
      sheets: await sheets.toArray(),
      rechecks: await rechecks.toArray(),
      items: await items.orderBy("seq").toArray(),
      photos: await photos.toArray(),
      drafts: await drafts.toArray(),
      handovers: await handovers.toArray(),
    };
  }

  /** Takes a new pack along. Sheets with something unsent keep their text; the others take what the server says. */
  async take(pack: FieldPack, offset?: ClockOffset): Promise<void> {
    const held: HeldPack = offset === undefined ? pack : { ...pack, offset };
    await this.#database.transaction("rw", this.#database.tables, async () => {
      const { packs, items } = this.#database;
      await packs.put(held);
      const all = await items.toArray();
      const open = all.filter(isOpen);
      // What was signed here stays in sight as it was signed, whatever the pack says by now.
      for (const visit of pack.visits) if (!isSealed(all, visit.id)) await this.#refresh(visit, open);
      await this.#leave(pack, open);
      await this.#forgetDelivered(pack, open);
    });
    this.#written.clear();
  }

  /** Writes down how this device's clock stands against the site's. */
  async measured(offset: ClockOffset): Promise<void> {
    const { packs } = this.#database;
    const pack = await packs.get(this.accountId);
    if (pack && Math.abs(offset - (pack.offset ?? 0)) > steadyClock) await packs.put({ ...pack, offset });
  }

  async #refresh(visit: FieldPack["visits"][number], open: readonly Item[]): Promise<void> {
    const { sheets, rechecks } = this.#database;
    const unsent = (subject: string): boolean =>
      open.some((item) => item.visitId === visit.id && item.subject === subject);
    for (const { code } of visit.checklist.groups) {
      const held = await sheets.get([visit.id, code]);
      await sheets.put(refreshed(held, sheetIn(visit, code), unsent(`sheet:${code}`)));
    }
    for (const { id } of visit.openBefore) {
      const held = await rechecks.get([visit.id, id]);
      const begun = held?.outcome === null && held.note !== "";
      await rechecks.put(refreshed(held, recheckIn(visit, id), begun || unsent(`recheck:${id}`)));
    }
  }

  /**
   * Of a visit that is no longer taken along nobody decides any more: a colleague's words stand, one's own are kept by the server
   * under their receipt, and what only oneself said still goes there.
   */
  async #leave(pack: FieldPack, open: readonly Item[]): Promise<void> {
    const taken = new Set(pack.visits.map(({ id }) => id));
    for (const item of open)
      if (item.standing.state === "conflict" && !taken.has(item.visitId)) {
        for (const code of await this.#contested(item)) await this.choose(item.id, code, "theirs");
        await this.yield(item.id);
      }
  }

  async #contested(item: Item): Promise<readonly string[]> {
    if (item.body.kind !== "sheet") return [];
    const { visitId, body } = item;
    return contestedIn(item, (await this.#database.sheets.get([visitId, body.groupCode])) ?? {});
  }

  /** What is no longer taken along is forgotten, once everything of it has its receipt. */
  async #forgetDelivered(pack: FieldPack, open: readonly Item[]): Promise<void> {
    const { items, photos, pictures, sheets, rechecks, drafts, handovers } = this.#database;
    const kept = new Set([...pack.visits.map(({ id }) => id), ...open.map(({ visitId }) => visitId)]);
    const gone = (row: { visitId: string }): boolean => !kept.has(row.visitId);
    const since = Date.now() - daysRemembered * 86_400_000;
    const remembered = (item: Item): boolean => isLate(item) && Date.parse(item.recordedAt) > since;
    await items.filter((item) => gone(item) && !remembered(item)).delete();
    const old = await photos.filter(gone).primaryKeys();
    await photos.bulkDelete(old);
    await pictures.bulkDelete(old);
    await sheets.filter(gone).delete();
    await rechecks.filter(gone).delete();
    await handovers.filter(gone).delete();
    await drafts.filter((draft) => gone(draft) && !isReadable(draft, new Date())).delete();
  }

  /** Takes minutes that have arrived off the device, when the person wants it. */
  async forgetSealed(visitId: string): Promise<void> {
    const { drafts } = this.#database;
    await this.#database.transaction("rw", [drafts], async () => {
      if ((await drafts.get(visitId))?.sealed?.receipt) await drafts.delete(visitId);
    });
    this.#written.delete(visitId);
  }

  /** A tap or a keystroke: one answer into its sheet as it stands now, and the sheet into the queue. */
  async record(visitId: string, groupCode: string, code: string, answer: AnswerText): Promise<void> {
    await this.recordMany(visitId, groupCode, () => ({ [code]: answer }));
  }

  /** Several answers of one sheet at once; which, is decided by the sheet as it stands. The codes of those that were changed. */
  async recordMany(
    visitId: string,
    groupCode: string,
    change: (answers: SheetAnswers) => SheetAnswers,
  ): Promise<string[]> {
    const { sheets, items } = this.#database;
    const codes = await this.#database.transaction("rw", [sheets, items], async () => {
      await this.#mustBeOpen(visitId);
      const empty: Sheet = { visitId, groupCode, version: 0, answers: {} };
      const sheet = (await sheets.get([visitId, groupCode])) ?? empty;
      const changed = change(sheet.answers);
      if (Object.keys(changed).length === 0) return [];
      const answers = { ...sheet.answers, ...changed };
      await sheets.put({ ...sheet, answers });
      await this.#enqueue(visitId, { kind: "sheet", groupCode, answers });
      await this.#reconcile(visitId, groupCode);
      return Object.keys(changed);
    });
    if (codes.length > 0) this.#recorded();
    return codes;
  }

  async #mustBeOpen(visitId: string): Promise<void> {
    const items = await this.#database.items.where("visitId").equals(visitId).toArray();
    if (isSealed(items, visitId) || isClosed(items, visitId)) throw new SealedError(visitId);
  }

  /** A clause group in conflict comes together as soon as nothing is left to decide. */
  async #reconcile(visitId: string, groupCode: string): Promise<void> {
    const { sheets, items } = this.#database;
    const all = await items.where("visitId").equals(visitId).toArray();
    const item = all.find(
      ({ subject, standing }) => subject === `sheet:${groupCode}` && standing.state === "conflict",
    );
    const together = item && reconciled(item, (await sheets.get([visitId, groupCode])) ?? {}, mintId());
    if (!together) return;
    await sheets.put(together.sheet);
    await items.bulkDelete([...together.drop]);
    await items.bulkPut([...together.put]);
  }

  /** Whose answer to one question stands, after two of a team wrote it. */
  async choose(id: string, code: string, choice: Choice): Promise<void> {
    const { sheets, items } = this.#database;
    await this.#database.transaction("rw", [sheets, items], async () => {
      const item = await items.get(id);
      if (item?.body.kind !== "sheet" || item.standing.state !== "conflict") return;
      await items.put(chose(item, code, choice));
      await this.#reconcile(item.visitId, item.body.groupCode);
    });
    this.#recorded();
  }

  /** What is seen of one earlier finding, as it stands now; once something is chosen, the same into the queue. */
  async recheck(visitId: string, findingId: string, { outcome, note }: RecheckDraft): Promise<void> {
    const { rechecks, items } = this.#database;
    await this.#database.transaction("rw", [rechecks, items], async () => {
      await this.#mustBeOpen(visitId);
      const held = await rechecks.get([visitId, findingId]);
      await rechecks.put({ visitId, findingId, version: held?.version ?? 0, outcome, note });
      if (outcome !== null) await this.#enqueue(visitId, { kind: "recheck", findingId, outcome, note });
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

  /** A photograph and what it shows. The same picture of the same question is there once. */
  async addPhoto(photo: Photograph, bytes: ArrayBuffer): Promise<void> {
    const { photos, pictures, items } = this.#database;
    const { id, visitId } = photo;
    await this.#database.transaction("rw", [photos, pictures, items], async () => {
      await this.#mustBeOpen(visitId);
      if (await this.#photograph(photo)) return;
      await photos.put(photo);
      await pictures.put({ id, bytes });
      await this.#enqueue(visitId, photoBody(photo), id);
    });
    this.#recorded();
  }

  #photograph({ visitId, questionCode, sha256 }: Omit<Photograph, "id" | "fileName">) {
    const { photos } = this.#database;
    return photos
      .where("visitId")
      .equals(visitId)
      .filter((each) => each.questionCode === questionCode && each.sha256 === sha256)
      .first();
  }

  /** What was drawn on a photograph takes its place while that one has not left; else it is one more. */
  async replacePhoto(photo: Photograph, bytes: ArrayBuffer): Promise<void> {
    const { photos, pictures, items } = this.#database;
    const { id } = photo;
    const replaced = await this.#database.transaction("rw", [photos, pictures, items], async () => {
      const item = await items.get(id);
      if (!item || !isUntried(item)) return false;
      await this.#mustBeOpen(item.visitId);
      await photos.put(photo);
      await pictures.put({ id, bytes });
      await items.put({ ...item, body: photoBody(photo) });
      return true;
    });
    if (!replaced) await this.addPhoto({ ...photo, id: mintId() }, bytes);
  }

  /** What a photograph shows: said with it while it waits, and under a receipt of its own once it may have left. */
  async caption(
    visitId: string,
    picture: Pick<Photograph, "questionCode" | "sha256">,
    caption: string,
  ): Promise<void> {
    const { photos, items } = this.#database;
    const { questionCode, sha256 } = picture;
    await this.#database.transaction("rw", [photos, items], async () => {
      await this.#mustBeOpen(visitId);
      const held = await this.#photograph({ visitId, questionCode, sha256 });
      const photo = held && { ...held, caption };
      if (photo) await photos.put(photo);
      const item = photo && (await items.get(photo.id));
      if (item && isUntried(item)) await items.put({ ...item, body: photoBody(photo) });
      else await this.#enqueue(visitId, { kind: "caption", questionCode, sha256, caption });
    });
    this.#recorded();
  }

  /** A photograph that has not been tried yet can be dropped without a trace. */
  async dropPhoto(id: string): Promise<void> {
    const { photos, pictures, items } = this.#database;
    await this.#database.transaction("rw", [photos, pictures, items], async () => {
      const item = await items.get(id);
      if (!item || !isUntried(item)) return;
      await this.#mustBeOpen(item.visitId);
      await items.delete(id);
      await photos.delete(id);
      await pictures.delete(id);
    });
  }

  /** Who this phone is in the file that it is about to make of a visit, and the how-manieth that is. */
  async handOver(visitId: string): Promise<Handover> {
    const { handovers, items } = this.#database;
    return this.#database.transaction("rw", [handovers, items], async () => {
      await this.#mustBeOpen(visitId);
      const before = await this.#handover(visitId);
      const handover = { ...before, turn: before.turn + 1 };
      await handovers.put(handover);
      return handover;
    });
  }

  async #handover(visitId: string): Promise<Handover> {
    const there = await this.#database.handovers.get(visitId);
    return there ?? { visitId, phone: mintId(), turn: 0, heard: {}, open: [] };
  }

  /** Takes in what another phone handed over, all of it or nothing; null where nothing in it is new. */
  async takeIn(
    visitId: string,
    decide: (held: Held, handover: Handover) => Taken | null,
    pictured: (photo: ToldPhoto) => { photo: Photograph; bytes: ArrayBuffer | null },
  ): Promise<Taken | null> {
    const { tables, handovers, photos } = this.#database;
    return this.#database.transaction("rw", tables, async () => {
      await this.#mustBeOpen(visitId);
      const taken = decide(await this.held(), await this.#handover(visitId));
      if (!taken) return null;
      for (const [group, answers] of Object.entries(taken.answers))
        await this.recordMany(visitId, group, () => answers);
      for (const [finding, draft] of Object.entries(taken.rechecks))
        await this.recheck(visitId, finding, draft);
      for (const { photo, bytes } of taken.photos.map(pictured))
        await (bytes ? this.addPhoto(photo, bytes) : photos.put(photo));
      for (const { caption, ...picture } of taken.captions) await this.caption(visitId, picture, caption);
      await handovers.put(taken.handover);
      return taken;
    });
  }

  /** Whose words stand where two phones said something differently; the other's stay with whoever wrote them. */
  async decide(visitId: string, about: Differing, choice: Choice): Promise<void> {
    const { handovers, sheets, rechecks, items } = this.#database;
    await this.#database.transaction("rw", [handovers, sheets, rechecks, items], async () => {
      await this.#mustBeOpen(visitId);
      await handovers.put(decided(await this.#handover(visitId), about));
      if (choice === "mine") return;
      const { of, code, theirs } = about;
      await (of === "answer"
        ? this.record(visitId, about.groupCode, code, theirs)
        : this.recheck(visitId, code, theirs));
    });
  }

  async picture(id: string): Promise<ArrayBuffer | null> {
    return (await this.#database.pictures.get(id))?.bytes ?? null;
  }

  items(): Promise<Item[]> {
    return this.#database.items.orderBy("seq").toArray();
  }

  async draft(draft: MinutesDraft): Promise<void> {
    const { drafts, items } = this.#database;
    const written = edited(draft);
    await this.#database.transaction("rw", [drafts, items], async () => {
      await this.#mustBeOpen(draft.visitId);
      await drafts.put(written);
    });
    this.#wrote(written);
  }

  /** Hands a draft that is on the device out at once: the next word is written on this one. */
  #wrote(draft: MinutesDraft): void {
    this.#written.set(draft.visitId, draft);
    if (this.#shown) this.#show(this.#shown);
  }

  /** Says that oneself records a clause group, or no longer: nobody is kept from recording it by that. */
  async takeGroup(visitId: string, groupCode: string, mine: boolean): Promise<void> {
    const { items } = this.#database;
    await this.#database.transaction("rw", [items], async () => {
      await this.#mustBeOpen(visitId);
      await this.#enqueue(visitId, { kind: "group", groupCode, mine });
    });
    this.#recorded();
  }

  /** Seals the minutes, and keeps them as they were signed. */
  async finish(
    visitId: string,
    body: Extract<Body, { kind: "minutes" }>,
    draft: MinutesDraft,
  ): Promise<void> {
    const { items, drafts } = this.#database;
    const written = edited(draft);
    await this.#database.transaction("rw", [items, drafts], async () => {
      await this.#mustBeOpen(visitId);
      await this.#enqueue(visitId, body);
      await drafts.put(written);
    });
    this.#wrote(written);
    this.#recorded();
  }

  /** The server's version of what an item is about. */
  async #versionOf({ visitId, body }: Item): Promise<number | undefined> {
    const { sheets, rechecks } = this.#database;
    if (body.kind === "sheet") return (await sheets.get([visitId, body.groupCode]))?.version;
    if (body.kind === "recheck") return (await rechecks.get([visitId, body.findingId]))?.version;
    return undefined;
  }

  /** What the server has confirmed: its version, and of a clause group the answers that it then held. */
  async #setVersion({ visitId, body }: Item, version: number): Promise<void> {
    const { sheets, rechecks } = this.#database;
    if (body.kind === "sheet") {
      const sheet = await sheets.get([visitId, body.groupCode]);
      if (sheet) await sheets.put({ ...sheet, version, base: { ...sheet.base, ...body.answers } });
    }
    if (body.kind === "recheck") await rechecks.update([visitId, body.findingId], { version });
  }

  /** Writes the try down before anything leaves the device. */
  async attempt(id: string): Promise<Item | null> {
    const { items, sheets, rechecks } = this.#database;
    return this.#database.transaction("rw", [items, sheets, rechecks], async () => {
      const item = await items.get(id);
      if (item?.standing.state !== "waiting" && item?.standing.state !== "leaving") return null;
      const tried = attempted(item, await this.#versionOf(item));
      await items.put(tried);
      return tried;
    });
  }

  /** Writes down, as before sending, what goes into a file, and hands it over. Nothing is taken off the queue. */
  async export(): Promise<Item[]> {
    const { items, sheets, rechecks } = this.#database;
    return this.#database.transaction("rw", [items, sheets, rechecks], async () => {
      const all = await items.toArray();
      const versions = new Map<string, number | undefined>();
      for (const item of all) versions.set(item.id, await this.#versionOf(item));
      const going = exported(all, ({ id }) => versions.get(id) ?? 0);
      await items.bulkPut(going);
      return going;
    });
  }

  async settle(tried: Item, reply: Reply): Promise<void> {
    const { items, sheets, rechecks, pictures, drafts, handovers } = this.#database;
    const touched = [items, sheets, rechecks, pictures, drafts, handovers];
    await this.#database.transaction("rw", touched, async () => {
      const { put, drop } = settled(
        await items.where("visitId").equals(tried.visitId).toArray(),
        tried,
        reply,
      );
      await items.bulkDelete([...drop]);
      await items.bulkPut([...put]);
      for (const item of put) await this.#chooseKnown(item);
      if (tried.body.kind === "sheet") await this.#reconcile(tried.visitId, tried.body.groupCode);
      const version = confirmed(tried, reply);
      if (version !== null) await this.#setVersion(tried, version);
      // The bytes of a photograph are kept until they have their receipt, and no longer.
      if (reply.kind === "done" || reply.kind === "kept") await pictures.delete(tried.id);
      if (tried.body.kind !== "minutes" || (reply.kind !== "done" && reply.kind !== "kept")) return;
      const draft = await drafts.get(tried.visitId);
      const came = reply.kind === "done" ? arrived : keptBeside;
      if (draft?.sealed) await drafts.put(edited(came(draft, draft.sealed, reply.receipt)));
    });
  }

  /** What a colleague's phone handed over before, and a person has decided about, is not asked once more. */
  async #chooseKnown(item: Item): Promise<void> {
    const { body, standing, visitId } = item;
    if (standing.state !== "conflict") return;
    const handover = await this.#database.handovers.get(visitId);
    const { current } = standing.conflict;
    const theirs = answersIn(current);
    for (const code of await this.#contested(item))
      if (theirs[code] && knew(handover, "answer", code, theirs[code]))
        await this.choose(item.id, code, "mine");
    const recheck = body.kind === "recheck" && recheckStanding(current);
    if (recheck && knew(handover, "recheck", body.findingId, recheck)) await this.insist(item.id);
  }

  /** After a conflict about an earlier finding: one's own words again, against what stands now. */
  async insist(id: string): Promise<void> {
    const { items, rechecks } = this.#database;
    await this.#database.transaction("rw", [items, rechecks], async () => {
      const item = await items.get(id);
      if (item?.body.kind !== "recheck" || item.standing.state !== "conflict") return;
      const version = Number(item.standing.conflict.current["version"] ?? 0);
      await rechecks.update([item.visitId, item.body.findingId], { version });
      await items.delete(id);
      await items.put(insisted(item, mintId()));
    });
    this.#recorded();
  }

  /** The same: what the colleague saved stands; one's own words stay with the server, under its receipt. */
  async yield(id: string): Promise<void> {
    const { items, rechecks } = this.#database;
    await this.#database.transaction("rw", [items, rechecks], async () => {
      const item = await items.get(id);
      if (item?.body.kind !== "recheck" || item.standing.state !== "conflict") return;
      const { current, kept, savedAt } = item.standing.conflict;
      const receipt: ItemReceipt = { number: kept ?? "", time: savedAt, fingerprint: "" };
      await rechecks.put(yieldedRecheck(item.visitId, item.body, current));
      await items.put(yielded(item, receipt));
    });
  }

  /** Puts away what the server refuses for good: it goes there to be kept as what it is. */
  async putAway(id: string): Promise<void> {
    const { items } = this.#database;
    await this.#database.transaction("rw", [items], async () => {
      const item = await items.get(id);
      if (item) await items.put(leaving(item));
    });
    this.#recorded();
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
