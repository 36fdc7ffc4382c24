import { mintId } from "@/lib/offline/ids";
import { decided } from "@/lib/offline/handover/rules";
import type { Differing, Handover, Taken, ToldPhoto } from "@/lib/offline/handover/types";
import { Minutes } from "@/lib/offline/store/minutes";
import type { Choice, Held, HeldPhoto } from "@/lib/offline/types";

/** A visit that goes from phone to phone. */
export abstract class Handing extends Minutes {
  /** Who this phone is in the file that it is about to make of a visit, and the how-manieth that is. */
  async handOver(visitId: string): Promise<Handover> {
    const { handovers, items } = this.database;
    return this.database.transaction("rw", [handovers, items], async () => {
      await this.mustBeOpen(visitId);
      const before = await this.#handover(visitId);
      const handover = { ...before, turn: before.turn + 1 };
      await handovers.put(handover);
      return handover;
    });
  }

  async #handover(visitId: string): Promise<Handover> {
    const there = await this.database.handovers.get(visitId);
    return there ?? { visitId, phone: mintId(), turn: 0, heard: {}, open: [] };
  }

  /** Takes in what another phone handed over, all of it or nothing; null where nothing in it is new. */
  async takeIn(
    visitId: string,
    decide: (held: Held, handover: Handover) => Taken | null,
    pictured: (photo: ToldPhoto) => { photo: HeldPhoto; bytes: ArrayBuffer | null },
  ): Promise<Taken | null> {
    const { tables, handovers, photos } = this.database;
    return this.database.transaction("rw", tables, async () => {
      await this.mustBeOpen(visitId);
      const taken = decide(await this.held(), await this.#handover(visitId));
      if (!taken) return null;
      await handovers.put(taken.handover);
      for (const [group, answers] of Object.entries(taken.answers))
        await this.recordMany(visitId, group, () => answers);
      for (const [finding, draft] of Object.entries(taken.rechecks))
        await this.recheck(visitId, finding, draft);
      for (const { photo, bytes } of taken.photos.map(pictured))
        await (bytes ? this.addPhoto(photo, bytes) : photos.put(photo));
      for (const { caption, ...picture } of taken.captions) await this.caption(visitId, picture, caption);
      return taken;
    });
  }

  /** Whose words stand where two phones said something differently; the other's stay with whoever wrote them. */
  async decide(visitId: string, about: Differing, choice: Choice): Promise<void> {
    const { handovers, sheets, rechecks, items, packs } = this.database;
    await this.database.transaction("rw", [handovers, sheets, rechecks, items, packs], async () => {
      await this.mustBeOpen(visitId);
      await handovers.put(decided(await this.#handover(visitId), about, choice));
      if (choice === "mine") return;
      const { of, code, theirs } = about;
      await (of === "answer"
        ? this.record(visitId, about.groupCode, code, theirs)
        : this.recheck(visitId, code, theirs));
    });
  }
}
