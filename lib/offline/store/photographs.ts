import { mintId } from "@/lib/offline/ids";
import { isPutAway, isSealed } from "@/lib/offline/rules";
import type { Taken } from "@/lib/offline/database";
import { Answers } from "@/lib/offline/store/answers";
import type { Body, Item, HeldPhoto, UnreadFile } from "@/lib/offline/types";

const isUntried = ({ tries, standing }: Item): boolean => tries === 0 && standing.state === "waiting";

const photoBody = ({ questionCode, sha256, fileName, caption }: HeldPhoto): Body => ({
  ...{ kind: "photo", questionCode, sha256, fileName },
  ...(caption && { caption }),
});

/** Photographs, their bytes and what they show. */
export abstract class Photographs extends Answers {
  /** A photograph and what it shows. The same picture of the same question is there once. */
  async addPhoto(photo: HeldPhoto, bytes: ArrayBuffer): Promise<void> {
    const { photos, pictures, items, taken } = this.database;
    const { id, visitId } = photo;
    await this.database.transaction("rw", [photos, pictures, items, taken], async () => {
      await this.mustBeOpen(visitId);
      await taken.delete(id);
      if (await this.#photograph(photo)) return;
      await photos.put(photo);
      await pictures.put({ id, bytes });
      await this.enqueue(visitId, photoBody(photo), id);
    });
    this.recorded();
  }

  /** Holds files as they were chosen while they are made into photographs; where there is no room for both, they are not held. */
  async holdFiles(files: readonly Taken[]): Promise<void> {
    await this.database.taken.bulkPut([...files]).catch(() => undefined);
  }

  /** Files that a page left half done, of visits that still take what is recorded. */
  async heldFiles(): Promise<Taken[]> {
    const { taken, items } = this.database;
    const files = await taken.toArray();
    const recorded = files.length > 0 ? await items.toArray() : [];
    return files.filter(({ visitId }) => !isSealed(recorded, visitId));
  }

  /** A file that is no photograph is held no more; that it was chosen is, until somebody has read so. */
  async setAside(file: UnreadFile): Promise<void> {
    const { taken, unread } = this.database;
    await this.database.transaction("rw", [taken, unread], async () => {
      await taken.delete(file.id);
      await unread.put(file);
    });
  }

  /** Whoever chose a file that could not be read knows it. */
  async forgetUnread(ids: readonly string[]): Promise<void> {
    await this.database.unread.bulkDelete([...ids]);
  }

  #photograph({ visitId, questionCode, sha256 }: Omit<HeldPhoto, "id" | "fileName">) {
    const { photos } = this.database;
    return photos
      .where("visitId")
      .equals(visitId)
      .filter((each) => each.questionCode === questionCode && each.sha256 === sha256)
      .first();
  }

  /** What was drawn on a photograph takes its place while that one has not left; else it is one more. */
  async replacePhoto(photo: HeldPhoto, bytes: ArrayBuffer): Promise<void> {
    const { photos, pictures, items } = this.database;
    const { id } = photo;
    const replaced = await this.database.transaction("rw", [photos, pictures, items], async () => {
      const item = await items.get(id);
      if (!item || !isUntried(item)) return false;
      await this.mustBeOpen(item.visitId);
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
    picture: Pick<HeldPhoto, "questionCode" | "sha256">,
    caption: string,
  ): Promise<void> {
    const { photos, items } = this.database;
    const { questionCode, sha256 } = picture;
    await this.database.transaction("rw", [photos, items], async () => {
      await this.mustBeOpen(visitId);
      const held = await this.#photograph({ visitId, questionCode, sha256 });
      const photo = held && { ...held, caption };
      if (photo) await photos.put(photo);
      const item = photo && (await items.get(photo.id));
      if (item && isUntried(item)) await items.put({ ...item, body: photoBody(photo) });
      else await this.enqueue(visitId, { kind: "caption", questionCode, sha256, caption });
    });
    this.recorded();
  }

  /** A photograph that has not been tried yet, or that the site refuses, can be dropped without a trace; one that may have left is taken back by an item. */
  async dropPhoto(
    visitId: string,
    { id, questionCode, sha256 }: Pick<HeldPhoto, "id" | "questionCode" | "sha256">,
  ): Promise<void> {
    const { photos, pictures, items } = this.database;
    await this.database.transaction("rw", [photos, pictures, items], async () => {
      await this.mustBeOpen(visitId);
      const item = await items.get(id);
      await photos.delete(id);
      if (item && (isUntried(item) || item.standing.state === "refused")) {
        await items.delete(id);
        await pictures.delete(id);
      } else if (item && isPutAway(item)) await pictures.delete(id);
      else await this.enqueue(visitId, { kind: "removal", questionCode, sha256 });
    });
    this.recorded();
  }

  /** Keeps a small copy of a photograph, for as long as its minutes can be read here. */
  async keepCopy(visitId: string, sha256: string, bytes: ArrayBuffer): Promise<void> {
    await this.database.copies.put({ visitId, sha256, bytes });
  }

  async copy(visitId: string, sha256: string): Promise<ArrayBuffer | null> {
    return (await this.database.copies.get([visitId, sha256]))?.bytes ?? null;
  }

  async picture(id: string): Promise<ArrayBuffer | null> {
    return (await this.database.pictures.get(id))?.bytes ?? null;
  }
}
