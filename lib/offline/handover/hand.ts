import type { HeldPack } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { mostPhotos } from "@/lib/visits/photos/rules";
import { mostPictures, read, sealOf, written, type Picture } from "@/lib/offline/handover/file";
import { pictureKey, takenIn } from "@/lib/offline/handover/rules";
import type { Counts, Fault, Taken, Told, ToldPhoto, ToldSheet } from "@/lib/offline/handover/types";
import { stampOf } from "@/lib/kernel/format";
import { broughtFrom, recorderOf } from "@/lib/offline/handover/brought/rules";
import { mintId } from "@/lib/offline/ids";
import { recheckIn } from "@/lib/offline/packed/rules";
import { isTakenBack, picturesOf, type Pictured } from "@/lib/offline/pictured";
import { isOpen } from "@/lib/offline/rules";
import type { FieldStore } from "@/lib/offline/store";
import type { Held, HeldRecheck, Sheet } from "@/lib/offline/types";

/** What the server says of an earlier finding: what the device says, where nothing of it is unsent. */
function baseOf(visit: PackedVisit, held: Held, { findingId, outcome, note, version }: HeldRecheck) {
  const subject = `recheck:${findingId}`;
  const unsent = held.items.some(
    (item) => item.visitId === visit.id && item.subject === subject && isOpen(item),
  );
  if (!unsent && outcome !== null) return { outcome, note };
  const packed = recheckIn(visit, findingId);
  return packed.version === version ? { outcome: packed.outcome, note: packed.note } : null;
}

const picturesIn = (visit: PackedVisit, held: Held): readonly (Pictured & { questionCode: string })[] => {
  const own = held.photos.filter(({ visitId }) => visitId === visit.id);
  const codes = new Set([...Object.keys(visit.photos), ...own.map(({ questionCode }) => questionCode)]);
  return [...codes].flatMap((questionCode) =>
    picturesOf(visit, held, questionCode).map((picture) => ({ ...picture, questionCode })),
  );
};

const photoOf = (picture: Pictured & { questionCode: string }): ToldPhoto => {
  const { fileId, questionCode, sha256, fileName, caption } = picture;
  return { id: fileId, questionCode, sha256, fileName, caption };
};

/** A clause group as this phone says it, and who recorded it where another phone brought it here. */
function sheetOf({ visitId, groupCode, version, answers, base = {} }: Sheet, held: Held): ToldSheet {
  const handover = held.handovers.find((each) => each.visitId === visitId);
  const brought = broughtFrom(handover, groupCode, answers);
  const by = brought && recorderOf(brought, held.pack?.name ?? "");
  return { groupCode, version, answers, base, ...(by && { by }) };
}

/** Everything that this phone says of a visit. */
const toldBy = (visit: PackedVisit, held: Held): Told => ({
  sheets: held.sheets.filter(({ visitId }) => visitId === visit.id).map((sheet) => sheetOf(sheet, held)),
  rechecks: held.rechecks
    .filter(({ visitId }) => visitId === visit.id)
    .map((recheck) => {
      const { findingId, version, outcome, note } = recheck;
      return { findingId, version, outcome, note, base: baseOf(visit, held, recheck) };
    }),
  photos: picturesIn(visit, held).map(photoOf),
});

type Packing = { pictures: Picture[]; left: number; size: number };

/**
 * The pictures with their bytes, as far as there is room in one file, and of a question no more than it may have; what the server has
 * already goes by name alone.
 */
async function packed(store: FieldStore, visit: PackedVisit, held: Held): Promise<Packing> {
  const packing: Packing = { pictures: [], left: 0, size: 0 };
  for (const picture of picturesIn(visit, held)) {
    const bytes = new Uint8Array((await store.picture(picture.id)) ?? new ArrayBuffer(0));
    const own = packing.pictures.filter(({ photo }) => photo.questionCode === picture.questionCode);
    const fits = packing.size + bytes.length <= mostPictures && own.length < mostPhotos;
    if (fits && (bytes.length > 0 || picture.standing === "there"))
      packing.pictures.push({ photo: photoOf(picture), bytes });
    else packing.left += 1;
    packing.size += fits ? bytes.length : 0;
  }
  return packing;
}

/** A file for another phone; `left`: photographs that did not fit and stay here. */
export type Made = { name: string; file: Blob; left: number };

/** Makes one file of everything that this phone holds of a visit; null where the pack brought no key for it. */
async function handOver(
  store: FieldStore,
  pack: HeldPack,
  visit: PackedVisit,
  at: Date,
): Promise<Made | null> {
  const seal = sealOf(visit, pack.exportKey?.keyId);
  if (!seal) return null;
  const { phone, turn } = await store.handOver(visit.id);
  const held = await store.held();
  const { pictures, left } = await packed(store, visit, held);
  const { sheets, rechecks } = toldBy(visit, held);
  const madeAt = new Date(at.getTime() + (pack.offset ?? 0)).toISOString();
  const file = await written(seal, { phone, turn, name: pack.name, madeAt, sheets, rechecks }, pictures);
  return { name: `phan-ghi-${visit.agencyCode}-${stampOf(at)}.nenep`, file, left };
}

/** What was taken back here does not come back with another phone's file. */
const notTakenBack = (photos: readonly ToldPhoto[], held: Held, { id }: PackedVisit): ToldPhoto[] =>
  photos.filter(({ questionCode, sha256 }) => !isTakenBack(held, id, questionCode, sha256));

/** What came in; `name`: of whoever made the file. */
export type TakenIn = Counts & { name: string };

/** Takes in what another phone handed over of this visit, whole or not at all; or says why nothing has changed. */
async function takeIn(
  store: FieldStore,
  pack: HeldPack,
  visit: PackedVisit,
  file: Blob,
): Promise<TakenIn | Fault> {
  const seal = sealOf(visit, pack.exportKey?.keyId);
  if (!seal) return "key";
  const opened = await read(file, visit, seal);
  if (typeof opened === "string") return opened;
  const { handed, pictures } = opened;
  const bytesOf = new Map(pictures.map(({ photo, bytes }) => [pictureKey(photo), bytes]));
  const taken = await store.takeIn(
    visit.id,
    (held, handover) =>
      takenIn(toldBy(visit, held), { ...handed, photos: notTakenBack(handed.photos, held, visit) }, handover),
    ({ id, ...photo }) => {
      const bytes = bytesOf.get(pictureKey(photo)) ?? new Uint8Array();
      return bytes.length > 0
        ? { photo: { ...photo, id: mintId(), visitId: visit.id }, bytes: bytes.buffer }
        : { photo: { ...photo, id, visitId: visit.id }, bytes: null };
    },
  );
  return taken ? { name: handed.name, ...countsOf(taken) } : "known";
}

const countsOf = ({ answers, rechecks, photos }: Taken): Counts => ({
  answers: Object.values(answers).reduce((sum, each) => sum + Object.keys(each).length, 0),
  rechecks: Object.keys(rechecks).length,
  photos: photos.length,
});

/** As the share sheet of a browser takes it: some let only names of known kinds through, and the bytes are the same. */
function shareable({ name, file }: Made): File | null {
  const files = [
    new File([file], name, { type: "application/octet-stream" }),
    new File([file], `${name}.txt`, { type: "text/plain" }),
  ];
  const can = (each: File): boolean => "canShare" in navigator && navigator.canShare({ files: [each] });
  return files.find(can) ?? null;
}

/** What the app loads when two phones are brought together, and not before. */
export const tools = { handOver, takeIn, shareable };
export type Tools = typeof tools;
