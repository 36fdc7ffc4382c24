import type { ClockOffset, HeldPack } from "@/lib/fieldwork/pack/rules";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { recheckIn, sheetIn } from "@/lib/offline/packed/rules";
import { askedAgain } from "@/lib/offline/conflict/rules";
import { hasRunOn, offsetAt, readClock, type Measured } from "@/lib/offline/clock";
import { doubtfulNotes, edited, isOpen, isSealed, refreshed } from "@/lib/offline/rules";
import { isReadable } from "@/lib/offline/signing/copies/rules";
import { Delivering } from "@/lib/offline/store/delivering";
import type { Item } from "@/lib/offline/types";

export { SealedError } from "@/lib/offline/store/queue";

/** How long a device can be asked what it sent too late. */
const daysRemembered = 30;

/** Smaller differences are the way there and back. */
const steadyClock = 5_000;

/** Who was visited where something is still held of a visit that the newest pack does not bring. */
function stillNamed(
  { visits }: FieldPack,
  before: HeldPack | undefined,
  left: ReadonlySet<string>,
): NonNullable<HeldPack["gone"]> {
  const brought = new Set(visits.map(({ id }) => id));
  return [...(before?.visits ?? []), ...(before?.gone ?? [])]
    .filter(({ id }) => left.has(id) && !brought.has(id))
    .map(({ id, agencyName, plannedOn }) => ({ id, agencyName, plannedOn }));
}

/** What one person has on this device. Each change is one transaction: a browser killed at any moment leaves before or after. */
export class FieldStore extends Delivering {
  /** As this page measured it last. */
  #clock: Measured | undefined;

  /** The visits that the device has along. */
  async carried(): Promise<string[]> {
    return (await this.database.packs.get(this.accountId))?.visits.map(({ id }) => id) ?? [];
  }

  /** Takes a new pack along. Sheets with something unsent keep their text; the others take what the server says. */
  async take(pack: FieldPack, offset?: ClockOffset): Promise<void> {
    const now = offset === undefined ? undefined : { offset, reading: readClock() };
    await this.database.transaction("rw", this.database.tables, async () => {
      const { packs, items, unread } = this.database;
      const before = await packs.get(this.accountId);
      if (now) await this.#settleClock(now, before);
      const all = await items.toArray();
      const open = all.filter(isOpen);
      // What was signed here stays in sight as it was signed, whatever the pack says by now.
      for (const visit of pack.visits) if (!isSealed(all, visit.id)) await this.#refresh(visit, open);
      await this.#leave(pack, open);
      await this.#forgetDelivered(pack, open);
      const kept = [...(await items.toArray()), ...(await this.heldFiles()), ...(await unread.toArray())];
      const left = new Set(kept.map(({ visitId }) => visitId));
      await packs.put({ ...pack, ...now, gone: stillNamed(pack, before, left) });
    });
    this.forgot();
  }

  /** Writes down how this device's clock stands against the site's, and how it stood when things were made since it last did. */
  async measured(offset: ClockOffset): Promise<void> {
    const { packs, items, drafts } = this.database;
    const now = { offset, reading: readClock() };
    await this.database.transaction("rw", [packs, items, drafts], async () => {
      const pack = await packs.get(this.accountId);
      await this.#settleClock(now, pack);
      if (pack && Math.abs(offset - (pack.offset ?? 0)) > steadyClock) await packs.put({ ...pack, ...now });
    });
  }

  async #settleClock(now: Measured, pack: HeldPack | undefined): Promise<void> {
    const { items, drafts } = this.database;
    const { offset, reading } = pack ?? {};
    const before = this.#clock ?? (offset !== undefined && reading ? { offset, reading } : undefined);
    this.#clock = now;
    for (const { made, ...item } of await items.filter((each) => each.made !== undefined).toArray()) {
      if (!made) continue;
      const stood = offsetAt(made, before, now);
      await items.put({ ...item, offset: stood });
      const draft = item.body.kind === "minutes" ? await drafts.get(item.visitId) : undefined;
      if (draft?.sealed) await drafts.put(edited({ ...draft, sealed: { ...draft.sealed, offset: stood } }));
    }
  }

  /** Might somebody have set the clock since the site last said its time? */
  mayHaveBeenSet(): boolean {
    return this.#clock === undefined || !hasRunOn(this.#clock, readClock());
  }

  async #refresh(visit: FieldPack["visits"][number], open: readonly Item[]): Promise<void> {
    const { sheets, rechecks } = this.database;
    const unsent = (subject: string): boolean =>
      open.some((item) => item.visitId === visit.id && item.subject === subject);
    for (const { code } of visit.checklist.groups) {
      const held = await sheets.get([visit.id, code]);
      const sheet = refreshed(held, sheetIn(visit, code), unsent(`sheet:${code}`));
      await sheets.put(held ? { ...sheet, doubtful: doubtfulNotes(held, sheet.answers) } : sheet);
    }
    for (const { id } of visit.openBefore) {
      const held = await rechecks.get([visit.id, id]);
      const begun = held?.outcome === null && held.note !== "";
      await rechecks.put(refreshed(held, recheckIn(visit, id), begun || unsent(`recheck:${id}`)));
    }
  }

  /**
   * Of a visit that is no longer taken along nobody has chosen for whoever did not: the same copy goes to the server once more, which
   * says what became of it. Where the minutes were sealed meanwhile, it is in none, and kept beside them under the receipt that it has.
   */
  async #leave(pack: FieldPack, open: readonly Item[]): Promise<void> {
    const taken = new Set(pack.visits.map(({ id }) => id));
    const left = open.filter(({ standing, visitId }) => standing.state === "conflict" && !taken.has(visitId));
    await this.database.items.bulkPut(left.map(askedAgain));
  }

  /** What is no longer taken along is forgotten, once everything of it has its receipt and every chosen file is told of. */
  async #forgetDelivered(pack: FieldPack, open: readonly Item[]): Promise<void> {
    const { items, photos, pictures, sheets, rechecks, drafts, handovers, copies, taken, unread } =
      this.database;
    const files = [...(await this.heldFiles()), ...(await unread.toArray())];
    const kept = new Set([
      ...pack.visits.map(({ id }) => id),
      ...[...open, ...files].map(({ visitId }) => visitId),
    ]);
    const gone = (row: { visitId: string }): boolean => !kept.has(row.visitId);
    const since = Date.now() - daysRemembered * 86_400_000;
    const remembered = ({ standing, recordedAt }: Item): boolean =>
      standing.state === "kept" && Date.parse(recordedAt) > since;
    await items.filter((item) => gone(item) && !remembered(item)).delete();
    const old = await photos.filter(gone).primaryKeys();
    await photos.bulkDelete(old);
    await pictures.bulkDelete(old);
    await sheets.filter(gone).delete();
    await rechecks.filter(gone).delete();
    await handovers.filter(gone).delete();
    await taken.filter(gone).delete();
    await drafts.filter((draft) => gone(draft) && !isReadable(draft, new Date())).delete();
    const readable = new Set(await drafts.toCollection().primaryKeys());
    await copies.filter((copy) => gone(copy) && !readable.has(copy.visitId)).delete();
  }
}
