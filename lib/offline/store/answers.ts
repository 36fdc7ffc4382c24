import type { AnswerText } from "@/lib/checklists/types";
import { mintId } from "@/lib/offline/ids";
import { chose, contestedIn, insisted, keptReceipt, reconciled, yielded } from "@/lib/offline/conflict/rules";
import { broughtFrom, recorderOf } from "@/lib/offline/handover/brought/rules";
import { recheckStanding, yieldedRecheck } from "@/lib/offline/packed/rules";
import { doubtfulNotes, timesAfter } from "@/lib/offline/rules";
import { Queue } from "@/lib/offline/store/queue";
import type { Choice, Item, RecheckDraft, Sheet, SheetAnswers } from "@/lib/offline/types";

/** What is said of questions and of earlier findings, and whose words stand where two of a team said something. */
export abstract class Answers extends Queue {
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
    const { sheets, items, handovers, packs } = this.database;
    const codes = await this.database.transaction("rw", [sheets, items, handovers, packs], async () => {
      await this.mustBeOpen(visitId);
      const empty: Sheet = { visitId, groupCode, version: 0, answers: {} };
      const sheet = (await sheets.get([visitId, groupCode])) ?? empty;
      const changed = change(sheet.answers);
      if (Object.keys(changed).length === 0) return [];
      const answers = { ...sheet.answers, ...changed };
      const times = timesAfter(sheet, answers, new Date().toISOString());
      await sheets.put({ ...sheet, answers, times, doubtful: doubtfulNotes(sheet, answers) });
      const by = await this.#recorder(visitId, groupCode, answers);
      await this.enqueue(visitId, { kind: "sheet", groupCode, answers, times, ...(by && { by }) });
      await this.reconcile(visitId, groupCode);
      return Object.keys(changed);
    });
    if (codes.length > 0) this.recorded();
    return codes;
  }

  /** Says of a note that it still holds, though the question conforms now. */
  async keepNote(visitId: string, groupCode: string, code: string): Promise<void> {
    const { sheets } = this.database;
    await this.database.transaction("rw", [sheets], async () => {
      const { doubtful = [] } = (await sheets.get([visitId, groupCode])) ?? {};
      await sheets.update([visitId, groupCode], { doubtful: doubtful.filter((each) => each !== code) });
    });
  }

  /** Who recorded a group that stands as another phone handed it over; nothing where oneself did. */
  async #recorder(visitId: string, groupCode: string, answers: SheetAnswers): Promise<string | undefined> {
    const brought = broughtFrom(await this.database.handovers.get(visitId), groupCode, answers);
    return brought
      ? recorderOf(brought, (await this.database.packs.get(this.accountId))?.name ?? "")
      : undefined;
  }

  /** What is seen of one earlier finding, as it stands now; once something is chosen, the same into the queue. */
  async recheck(visitId: string, findingId: string, { outcome, note }: RecheckDraft): Promise<void> {
    const { rechecks, items } = this.database;
    await this.database.transaction("rw", [rechecks, items], async () => {
      await this.mustBeOpen(visitId);
      const held = await rechecks.get([visitId, findingId]);
      await rechecks.put({ visitId, findingId, version: held?.version ?? 0, outcome, note });
      if (outcome !== null) await this.enqueue(visitId, { kind: "recheck", findingId, outcome, note });
    });
    this.recorded();
  }

  /** Says that oneself records a clause group, or no longer: nobody is kept from recording it by that. */
  async takeGroup(visitId: string, groupCode: string, mine: boolean): Promise<void> {
    const { items } = this.database;
    await this.database.transaction("rw", [items], async () => {
      await this.mustBeOpen(visitId);
      await this.enqueue(visitId, { kind: "group", groupCode, mine });
    });
    this.recorded();
  }

  protected async contested(item: Item): Promise<readonly string[]> {
    if (item.body.kind !== "sheet") return [];
    const { visitId, body } = item;
    return contestedIn(item, (await this.database.sheets.get([visitId, body.groupCode])) ?? {});
  }

  /** A clause group in conflict comes together as soon as nothing is left to decide. */
  protected async reconcile(visitId: string, groupCode: string): Promise<void> {
    const { sheets, items } = this.database;
    const all = await items.where("visitId").equals(visitId).toArray();
    const item = all.find(
      ({ subject, standing }) => subject === `sheet:${groupCode}` && standing.state === "conflict",
    );
    const sheet = await sheets.get([visitId, groupCode]);
    const together = item && reconciled(item, sheet ?? {}, mintId());
    if (!together) return;
    const doubtful = sheet ? doubtfulNotes(sheet, together.sheet.answers) : [];
    await sheets.put({ ...together.sheet, doubtful });
    await items.bulkDelete([...together.drop]);
    await items.bulkPut([...together.put]);
  }

  /** Whose answer to one question stands, after two of a team wrote it. */
  async choose(id: string, code: string, choice: Choice): Promise<void> {
    const { sheets, items } = this.database;
    await this.database.transaction("rw", [sheets, items], async () => {
      const item = await items.get(id);
      if (item?.body.kind !== "sheet" || item.standing.state !== "conflict") return;
      await items.put(chose(item, code, choice));
      await this.reconcile(item.visitId, item.body.groupCode);
    });
    this.recorded();
  }

  /** After a conflict about an earlier finding: one's own words again, against what stands now. */
  async insist(id: string): Promise<void> {
    const { items, rechecks } = this.database;
    await this.database.transaction("rw", [items, rechecks], async () => {
      const item = await items.get(id);
      if (item?.body.kind !== "recheck" || item.standing.state !== "conflict") return;
      const version = Number(item.standing.conflict.current["version"] ?? 0);
      await rechecks.update([item.visitId, item.body.findingId], { version });
      await items.delete(id);
      await items.put(insisted(item, mintId()));
    });
    this.recorded();
  }

  /**
   * The same: what the colleague saved stands; one's own words stay with the server, under its receipt. That it was chosen goes there as
   * theirs once more.
   */
  async yield(id: string): Promise<void> {
    const { items, rechecks } = this.database;
    await this.database.transaction("rw", [items, rechecks], async () => {
      const item = await items.get(id);
      if (item?.body.kind !== "recheck" || item.standing.state !== "conflict") return;
      const { conflict } = item.standing;
      const held = yieldedRecheck(item.visitId, item.body, conflict.current);
      await rechecks.put(held);
      await items.put(yielded(item, keptReceipt(conflict)));
      const theirs = recheckStanding(conflict.current);
      if (theirs) await items.put(insisted({ ...item, body: { ...item.body, ...theirs } }, mintId()));
    });
    this.recorded();
  }
}
