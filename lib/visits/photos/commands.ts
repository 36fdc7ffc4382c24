import { delivered, fingerprintOfMessage, receive, type KeepWith } from "@/lib/visits/delivery/commands";
import type { Delivered, Mark } from "@/lib/visits/delivery/types";
import { captioned } from "@/lib/visits/photos/captions/commands";
import { dropPieces, dropSpoilt, joined } from "@/lib/visits/photos/pieces/commands";
import { isPictureThere, openQuestion } from "@/lib/visits/photos/queries";
import { photoForm } from "@/lib/visits/photos/schema";
import { isRefusal } from "@/lib/visits/recording/queries";
import { asViewer, type Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { commandOf, type Beside } from "@/lib/journal/commands";
import { change, receiptAgain } from "@/lib/journal/entries/commands";
import type { Receipt } from "@/lib/journal/types";
import { faultOfFile, isChosen } from "@/lib/kernel/file-size";
import { problem } from "@/lib/kernel/problem";
import { done, insist, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { sha256Hex } from "@/lib/platform/hash";
import {
  attach,
  captionSaid,
  crowdProblem,
  pictureOf,
  store,
  type Picture,
} from "@/lib/visits/photos/attached/commands";

export type PhotoMessage = {
  visitId: string;
  questionCode: string;
  sha256: string;
  fileName: string;
  /** Absent from what an app of before captions sends. */
  caption?: string;
};

/**
 * Joins the pieces and attaches the photograph to its answer, once. Where a colleague has sent the same photograph before, it
 * stands as theirs, and the receipt is the one that they were given. After the seal it is kept with its bytes, and attached to
 * nothing. Pieces that do not give it are let go: they are sent anew.
 */
export async function attachPhoto(
  viewer: Viewer,
  message: PhotoMessage,
  mark: Mark,
): Promise<Result<Delivered>> {
  const { visitId, questionCode, sha256, fileName, caption = "" } = message;
  const item = {
    ...mark,
    visitId,
    subject: `photo:${questionCode}`,
    sha256: fingerprintOfMessage({ visitId, questionCode, sha256, ...captionSaid(caption) }),
  };
  const photograph = { id: mark.id, visitId, questionCode, fileName, caption };
  let spoilt = false;
  const whole = async (tx: Tx): Promise<Result<Picture>> => {
    const head = await joined(tx, viewer, sha256);
    spoilt = head === null;
    return head ? pictureOf(head, { sha256, bytes: null }) : refused(problem("photo-incomplete"));
  };
  const attachNow = async (tx: Tx): Promise<Result<Delivered>> => {
    const visit = await openQuestion(tx, viewer, visitId, questionCode);
    if (isRefusal(visit)) return isFinal(visit) ? standsAlready(tx, viewer, { ...message, caption }) : visit;
    const picture = await whole(tx);
    if (!picture.ok) return picture;
    const first = await attach(tx, viewer, visit, photograph, picture.value);
    const attached = isThere(first) ? await asTheFirst(tx, viewer, { ...message, caption }) : first;
    if (!attached.ok) return attached;
    await dropPieces(tx, viewer, sha256);
    return done(delivered(attached.value, 0));
  };
  const keepPicture: KeepWith = async (tx, agencyId) => {
    const picture = await whole(tx);
    if (!picture.ok) return picture;
    const crowded = await crowdProblem(tx, visitId, questionCode);
    if (crowded) return refused(crowded);
    const attachment = await store(tx, viewer, agencyId, photograph, picture.value);
    await dropPieces(tx, viewer, sha256);
    return done({ attachment });
  };
  const said = { question: questionCode, sha256, fileName, ...captionSaid(caption) };
  const result = await receive(viewer, item, said, attachNow, { keepWith: keepPicture });
  if (spoilt) await asViewer(viewer, (tx) => dropSpoilt(tx, viewer, sha256));
  return result;
}

const isFinal = ({ problems }: Refusal): boolean => problems.some(({ code }) => code === "visit-final");

/** After the seal a picture that stands, under the same words or none, has the receipt that it was given. */
const standsAlready = async (
  tx: Tx,
  viewer: Viewer,
  message: Required<PhotoMessage>,
): Promise<Result<Delivered>> => {
  const said = message.caption === "" ? undefined : message.caption;
  if (!(await isPictureThere(tx, message, said))) return refused(problem("visit-final"));
  const first = await asTheFirst(tx, viewer, { ...message, caption: "" });
  return first.ok ? done(delivered(first.value, 0)) : first;
};

const isThere = (result: Result<Receipt>): boolean =>
  !result.ok && result.problems.some(({ code }) => code === "already-done");

/** The same picture is there already: what is said of it anew is written down, and else the first one's receipt is this one's. */
async function asTheFirst(tx: Tx, viewer: Viewer, message: Required<PhotoMessage>): Promise<Result<Receipt>> {
  const { visitId, questionCode, sha256, caption } = message;
  const said = caption === "" ? null : await captioned(tx, viewer, message);
  if (said?.ok) return said;
  const [entry] = await tx.$queryRaw<{ id: bigint }[]>`
    select id from journal_entry where entity = 'visit' and entity_id = ${visitId} and action = 'photo-attached'
      and content::jsonb @> ${JSON.stringify({ question: questionCode, sha256 })}::jsonb order by id desc limit 1`;
  return entry ? done(await receiptAgain(tx, entry.id)) : refused(problem("already-done", "photo"));
}

/** Says of a photograph that it is none, whatever else is wrong with the form. */
const photoBeside: Beside = async (_viewer, { photo }) => {
  if (!(photo instanceof File) || !isChosen(photo) || faultOfFile(photo)) return [];
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const picture = pictureOf(bytes, { sha256: "", bytes });
  return picture.ok ? [] : [...picture.problems];
};

/** Attaches a photograph from the office. */
export const addPhoto = commandOf(
  "audits.record",
  photoForm,
  async (viewer, form) => {
    const { visitId, questionCode, photo, caption } = form;
    const bytes = new Uint8Array(await photo.arrayBuffer());
    return change(viewer, async (tx) => {
      const visit = await openQuestion(tx, viewer, visitId, questionCode);
      if (isRefusal(visit)) return visit;
      const picture = insist(pictureOf(bytes, { sha256: sha256Hex(bytes), bytes }));
      const photograph = { id: null, visitId, questionCode, fileName: photo.name, caption };
      return attach(tx, viewer, visit, photograph, picture);
    });
  },
  { beside: photoBeside },
);
