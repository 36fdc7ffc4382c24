import type { AnswerTimes, Body, Item, MinutesDraft, Sheet, SheetAnswers } from "@/lib/offline/types";

const subjectOf = (body: Body, id: string): string => {
  switch (body.kind) {
    case "sheet":
      return `sheet:${body.groupCode}`;
    case "group":
      return `group:${body.groupCode}`;
    case "recheck":
      return `recheck:${body.findingId}`;
    case "photo":
      return `photo:${id}`;
    case "caption":
      return `caption:${body.questionCode}:${body.sha256}`;
    case "removal":
      return `removal:${body.questionCode}:${body.sha256}`;
    case "minutes":
      return "minutes";
  }
};

/** Is there something left to do about it, for the device or for a person? */
export const isOpen = ({ standing }: Item): boolean => standing.state !== "sent" && standing.state !== "kept";

/** What came after the seal, and is kept beside it. */
export const isLate = ({ standing }: Item): boolean => standing.state === "kept" && standing.late === true;

/** What a person has put away, as the server would not have it: it is no part of the visit, and none of its minutes. */
export const isPutAway = (item: Item): boolean =>
  item.standing.state === "leaving" || (item.standing.state === "kept" && !isLate(item));

/**
 * Has a visit been sealed on this device? What the server will not have, put away or not, is sealed no more: it can be read out and
 * signed anew, unless other minutes came before it.
 */
export const isSealed = (items: readonly Item[], visitId: string): boolean =>
  items.some(
    (item) =>
      item.visitId === visitId &&
      item.subject === "minutes" &&
      (item.standing.state === "waiting" || item.standing.state === "sent" || isLate(item)),
  );

/** The last minutes of a visit that were signed here and put away, while none are sealed in their place. */
export const minutesPutAway = (items: readonly Item[], visitId: string): Item | null => {
  const last = items.findLast((item) => item.visitId === visitId && item.subject === "minutes");
  return last && isPutAway(last) ? last : null;
};

/** Has the site said that somebody else sealed the visit? Then nothing more of it is recorded here. */
export const isClosed = (items: readonly Item[], visitId: string): boolean =>
  items.some((item) => item.visitId === visitId && isLate(item));

type Made = Pick<Item, "id" | "seq" | "visitId" | "body" | "recordedAt" | "made">;

/**
 * What recording something does to the queue: the item to keep, and the one it stands in for. An item never tried takes the newer
 * text; one that was tried may already be on the server, so that the newer text becomes an item of its own behind it. A conflict
 * takes the newer text and still waits for a person; what was refused is replaced by what the person has mended.
 */
export function recorded(items: readonly Item[], made: Made): { put: Item; drop: string | null } {
  const subject = subjectOf(made.body, made.id);
  const fresh: Item = { ...made, subject, tries: 0, version: null, standing: { state: "waiting" } };
  const last = items
    .filter((item) => item.visitId === made.visitId && item.subject === subject && isOpen(item))
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  if (!last) return { put: fresh, drop: null };
  if (last.standing.state === "refused") return { put: fresh, drop: last.id };
  if (made.body.kind === "minutes" && last.standing.state === "conflict")
    return { put: fresh, drop: last.id };
  return last.tries === 0 || last.standing.state === "conflict"
    ? { put: remade(last, made), drop: null }
    : { put: fresh, drop: null };
}

/** An item with newer words: it was made now. */
function remade({ offset: _before, ...last }: Item, { body, recordedAt, made }: Made): Item {
  return { ...last, body, recordedAt, made };
}

/** A draft as it is written once more. */
export const edited = (draft: MinutesDraft): MinutesDraft => ({ ...draft, edits: (draft.edits ?? 0) + 1 });

/** Drafts as they were read, but for those that were written after the reading began. */
export function newestDrafts(
  read: readonly MinutesDraft[],
  written: ReadonlyMap<string, MinutesDraft>,
): MinutesDraft[] {
  const newest = new Map(written);
  for (const draft of read)
    if ((draft.edits ?? 0) > (written.get(draft.visitId)?.edits ?? -1)) newest.set(draft.visitId, draft);
  return [...newest.values()];
}

/**
 * A sheet or a recheck when a new pack arrives. What has not been sent stays; and a pack that was made before the last receipt
 * says what was once, so that an older version never replaces a newer one.
 */
export const refreshed = <T extends { version: number }>(
  held: T | undefined,
  packed: T,
  unsent: boolean,
): T => (held && (unsent || held.version > packed.version) ? held : packed);

/** Questions that were said to fall short, and conform now under the very same note; those of before while that is so. */
export const doubtfulNotes = (
  { answers: before, doubtful = [] }: Pick<Sheet, "answers" | "doubtful">,
  now: SheetAnswers,
): string[] =>
  Object.entries(now).flatMap(([code, { outcome, note }]) => {
    const was = before[code];
    const isKept = outcome === "conforming" && note.trim() !== "" && was?.note === note;
    const fellShort = was?.outcome === "partly" || was?.outcome === "not_conforming";
    return isKept && (fellShort || doubtful.includes(code)) ? [code] : [];
  });

/** When each answer was changed last, after some were changed now: what says the same as before keeps its moment. */
export const timesAfter = (
  { answers: before, times = {} }: Pick<Sheet, "answers" | "times">,
  now: SheetAnswers,
  at: string,
): AnswerTimes => ({
  ...times,
  ...Object.fromEntries(
    Object.entries(now).flatMap(([code, { outcome, note }]) =>
      before[code]?.outcome === outcome && before[code].note === note ? [] : [[code, at]],
    ),
  ),
});

/** A refused item on its way to be kept with the server; any other stays as it is. */
export function leaving(item: Item): Item {
  if (item.standing.state !== "refused") return item;
  const { problem, problems } = item.standing;
  return { ...item, standing: { state: "leaving", problem, ...(problems && { problems }) } };
}

export type QueueCounts = { waiting: number; photos: number; stuck: number; sent: number; kept: number };

/** How things stand, for the one line that always says it. */
export function queueCounts(items: readonly Item[]): QueueCounts {
  const waiting = items.filter(({ standing: { state } }) => state === "waiting" || state === "leaving");
  return {
    waiting: waiting.length,
    photos: waiting.filter((item) => item.body.kind === "photo").length,
    stuck: items.filter((item) => item.standing.state === "conflict" || item.standing.state === "refused")
      .length,
    sent: items.filter((item) => item.standing.state === "sent").length,
    kept: items.filter((item) => item.standing.state === "kept").length,
  };
}
