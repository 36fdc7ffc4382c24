import { edited } from "@/lib/offline/rules";
import { isWithServer } from "@/lib/offline/signing/rules";
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

  /** Seals the minutes, and keeps them as they were signed. */
  async finish(
    visitId: string,
    body: Extract<Body, { kind: "minutes" }>,
    draft: MinutesDraft,
  ): Promise<void> {
    const { items, drafts } = this.database;
    const written = edited(draft);
    await this.database.transaction("rw", [items, drafts], async () => {
      await this.mustBeOpen(visitId);
      await this.enqueue(visitId, body);
      await drafts.put(written);
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
