import { clockMarks } from "@/lib/visits/labels";
import { edited } from "@/lib/offline/rules";
import { isWithServer } from "@/lib/offline/signing/copies/rules";
import { Photographs } from "@/lib/offline/store/photographs";
import type { Body, MinutesDraft } from "@/lib/offline/types";

/** Minutes, from their first word to the seal. */
export abstract class Minutes extends Photographs {
  async draft(draft: MinutesDraft): Promise<void> {
    const { drafts, items } = this.database;
    const written = edited(draft);
    await this.database.transaction("rw", [drafts, items], async () => {
      await this.mustBeOpen(draft.visitId);
      await drafts.put(written);
    });
    this.wrote(written);
  }

  /**
   * Seals the minutes, and keeps them as they were signed. Where the device says with them that its clock is off, on its screen and on the
   * agency's copy, that is what is said of them from then on.
   */
  async finish(
    visitId: string,
    body: Extract<Body, { kind: "minutes" }>,
    draft: MinutesDraft,
  ): Promise<void> {
    const { items, drafts, packs } = this.database;
    const written = await this.database.transaction("rw", [items, drafts, packs], async () => {
      await this.mustBeOpen(visitId);
      const { offset = 0 } = (await packs.get(this.accountId)) ?? {};
      const said = clockMarks(Math.round(-offset / 1000)).length > 0 ? offset : undefined;
      await this.enqueue(visitId, body, undefined, said);
      const sealed = draft.sealed && { ...draft.sealed, ...(said !== undefined && { offset: said }) };
      const stands = edited({ ...draft, sealed });
      await drafts.put(stands);
      return stands;
    });
    this.wrote(written);
    this.recorded();
  }

  /** Takes minutes that have arrived off the device, when the person wants it. */
  async forgetSealed(visitId: string): Promise<void> {
    const { drafts, copies } = this.database;
    await this.database.transaction("rw", [drafts, copies], async () => {
      const sealed = (await drafts.get(visitId))?.sealed;
      if (!sealed || !isWithServer(sealed)) return;
      await drafts.delete(visitId);
      await copies.where("visitId").equals(visitId).delete();
    });
    this.forgot(visitId);
  }
}
