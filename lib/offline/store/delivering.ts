import { knew } from "@/lib/offline/handover/rules";
import { answersIn, recheckStanding } from "@/lib/offline/packed/rules";
import { edited, leaving } from "@/lib/offline/rules";
import { attempted, confirmed, exported, settled } from "@/lib/offline/sending/rules";
import { arrived, keptAway, keptBeside } from "@/lib/offline/signing/copies/rules";
import { reopened } from "@/lib/offline/signing/rules";
import { Handing } from "@/lib/offline/store/handing";
import type { Item, MinutesDraft, Reply } from "@/lib/offline/types";

/** What became of minutes that the server has now: the ones that stand, beside others, or none as they were put away. */
const cameTo = ({ standing }: Item, reply: Extract<Reply, { kind: "done" | "kept" }>) => {
  if (reply.kind === "kept") return keptBeside;
  if (standing.state !== "leaving") return arrived;
  return reply.version > 0 ? keptBeside : keptAway;
};

/** The visit was signed anew after these minutes, though it may be in the very same words: what becomes of them is not said of those. */
const isSealedSince = ({ subject, seq }: Item, minutes: Item): boolean =>
  subject === minutes.subject && seq > minutes.seq;

/** What leaves the device, and what is said of it. */
export abstract class Delivering extends Handing {
  /** Writes the try down before anything leaves the device. */
  async attempt(id: string): Promise<Item | null> {
    const { items, sheets, rechecks } = this.database;
    return this.database.transaction("rw", [items, sheets, rechecks], async () => {
      const item = await items.get(id);
      if (item?.standing.state !== "waiting" && item?.standing.state !== "leaving") return null;
      const tried = attempted(item, await this.#versionOf(item));
      await items.put(tried);
      return tried;
    });
  }

  /** Writes down, as before sending, what goes into a file, and hands it over. Nothing is taken off the queue. */
  async export(): Promise<Item[]> {
    const { items, sheets, rechecks } = this.database;
    return this.database.transaction("rw", [items, sheets, rechecks], async () => {
      const all = await items.toArray();
      const versions = new Map<string, number | undefined>();
      for (const item of all) versions.set(item.id, await this.#versionOf(item));
      const going = exported(all, ({ id }) => versions.get(id) ?? 0);
      await items.bulkPut(going);
      return going;
    });
  }

  async settle(tried: Item, reply: Reply): Promise<void> {
    const { items, sheets, rechecks, pictures, drafts, handovers } = this.database;
    const touched = [items, sheets, rechecks, pictures, drafts, handovers];
    await this.database.transaction("rw", touched, async () => {
      const all = await items.where("visitId").equals(tried.visitId).toArray();
      const { put, drop } = settled(all, tried, reply);
      await items.bulkDelete([...drop]);
      await items.bulkPut([...put]);
      for (const item of put) await this.#chooseKnown(item);
      if (tried.body.kind === "sheet") await this.reconcile(tried.visitId, tried.body.groupCode);
      const version = confirmed(tried, reply);
      if (version !== null) await this.#setVersion(tried, version);
      if (reply.kind !== "done" && reply.kind !== "kept") return;
      // The bytes of a photograph are kept until the server has them, and no longer: of one that is put away it takes the name alone.
      if (tried.standing.state !== "leaving") await pictures.delete(tried.id);
      if (tried.body.kind !== "minutes" || all.some((item) => isSealedSince(item, tried))) return;
      const draft = await drafts.get(tried.visitId);
      if (draft?.sealed?.fingerprint !== tried.body.fingerprint) return;
      await drafts.put(edited(cameTo(tried, reply)(draft, draft.sealed, reply.receipt)));
    });
  }

  /** What a colleague's phone handed over before, and a person has decided about, is not asked once more. */
  async #chooseKnown(item: Item): Promise<void> {
    const { body, standing, visitId } = item;
    if (standing.state !== "conflict") return;
    const handover = await this.database.handovers.get(visitId);
    const { current } = standing.conflict;
    const theirs = answersIn(current);
    for (const code of await this.contested(item))
      if (theirs[code] && knew(handover, "answer", code, theirs[code]))
        await this.choose(item.id, code, "mine");
    const recheck = body.kind === "recheck" && recheckStanding(current);
    if (recheck && knew(handover, "recheck", body.findingId, recheck)) await this.insist(item.id);
  }

  /** The server's version of what an item is about. */
  async #versionOf({ visitId, body }: Item): Promise<number | undefined> {
    const { sheets, rechecks } = this.database;
    if (body.kind === "sheet") return (await sheets.get([visitId, body.groupCode]))?.version;
    if (body.kind === "recheck") return (await rechecks.get([visitId, body.findingId]))?.version;
    return undefined;
  }

  /** What the server has confirmed: its version, and of a clause group the answers that it then held. */
  async #setVersion({ visitId, body }: Item, version: number): Promise<void> {
    const { sheets, rechecks } = this.database;
    if (body.kind === "sheet") {
      const sheet = await sheets.get([visitId, body.groupCode]);
      if (sheet) await sheets.put({ ...sheet, version, base: { ...sheet.base, ...body.answers } });
    }
    if (body.kind === "recheck") await rechecks.update([visitId, body.findingId], { version });
  }

  /** Puts away what the server refuses for good: it goes there to be kept as what it is. Of minutes the signatures are taken off. */
  async putAway(...ids: readonly string[]): Promise<void> {
    const { items, drafts } = this.database;
    const opened = await this.database.transaction("rw", [items, drafts], async () => {
      const written: MinutesDraft[] = [];
      for (const item of await this.#refusedOf(ids)) {
        await items.put(leaving(item));
        const signed = item.body.kind === "minutes" ? await drafts.get(item.visitId) : undefined;
        if (!signed) continue;
        const open = edited(reopened(signed));
        await drafts.put(open);
        written.push(open);
      }
      return written;
    });
    for (const draft of opened) this.wrote(draft);
    this.recorded();
  }

  /** Lets refused items go again, after what was in their way is gone. */
  async retry(...ids: readonly string[]): Promise<void> {
    const { items } = this.database;
    await this.database.transaction("rw", [items], async () => {
      for (const item of await this.#refusedOf(ids))
        await items.put({ ...item, standing: { state: "waiting" } });
    });
    this.recorded();
  }

  /** Of these, what the server refuses still. */
  async #refusedOf(ids: readonly string[]): Promise<Item[]> {
    const found = await this.database.items.bulkGet([...ids]);
    return found.flatMap((item) => (item?.standing.state === "refused" ? [item] : []));
  }
}
