import type { AnswerTimes, Body, Item, MinutesDraft, Reply, Sheet, SheetAnswers } from "@/lib/offline/types";

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

/** Sealed minutes say themselves what a clause group or a recheck says: of these they wait for none that is stuck. */
const isInMinutes = ({ body }: Item): boolean => body.kind === "sheet" || body.kind === "recheck";

const isStuck = ({ standing: { state } }: Item): boolean =>
  state === "conflict" || state === "refused" || state === "leaving";

const pictureIn = (body: Body): string | null =>
  body.kind === "photo" || body.kind === "caption" || body.kind === "removal"
    ? `${body.questionCode} ${body.sha256}`
    : null;

/** A picture, its words and its taking back go in the order in which they were made; words that are stuck keep none from going. */
const isPictureBefore = (other: Item, item: Item): boolean =>
  other.seq < item.seq &&
  pictureIn(item.body) !== null &&
  pictureIn(item.body) === pictureIn(other.body) &&
  (item.body.kind === "caption" || other.body.kind !== "caption" || !isStuck(other));

/** Does an item have to wait for another of its visit? */
function waitsFor(item: Item, other: Item): boolean {
  if (!isOpen(other)) return false;
  if (isPictureBefore(other, item)) return true;
  if (item.body.kind !== "minutes") return other.subject === item.subject && other.seq < item.seq;
  return "text" in item.body ? !isStuck(other) : true;
}

/**
 * Nothing overtakes an open item of the same subject; a caption follows its photograph, and minutes everything else of their
 * visit, unless that waits for a person and is in them anyway. What is put away waits for nothing.
 */
const mayGo = (item: Item, items: readonly Item[]): boolean =>
  item.standing.state === "leaving" ||
  (item.standing.state === "waiting" &&
    items.every((other) => other.id === item.id || other.visitId !== item.visitId || !waitsFor(item, other)));

/** The item to deliver now, the oldest first; null where nothing can go. */
export const nextToSend = (items: readonly Item[]): Item | null =>
  [...items].sort((a, b) => a.seq - b.seq).find((item) => mayGo(item, items)) ?? null;

/** Before the first byte leaves: the version is fixed, and the try is written down. */
export const attempted = (item: Item, version: number | undefined): Item => ({
  ...item,
  tries: item.tries + 1,
  version: item.version ?? version ?? 0,
});

/** Only a receipt makes an item sent. Without an answer it stays as it is, and is sent again under the same id. */
function answered(item: Item, reply: Reply): Item {
  switch (reply.kind) {
    case "done":
      return { ...item, standing: { state: "sent", receipt: reply.receipt } };
    case "conflict":
      return { ...item, standing: { state: "conflict", conflict: reply.conflict } };
    case "refused":
      return { ...item, standing: { state: "refused", problem: reply.problem } };
    case "kept":
      return {
        ...item,
        standing: { state: "kept", receipt: reply.receipt, problem: reply.problem, late: true },
      };
    case "signed-out":
    case "another":
    case "unreachable":
      return item;
  }
}

type Change = { put: readonly Item[]; drop: readonly string[] };

/**
 * What an answer does to the queue. What was recorded behind an item joins it in a conflict, so that a person decides once, about
 * the newest text; behind a refused item it takes that one's place. With the minutes everything that is in them has its receipt.
 */
export function settled(items: readonly Item[], item: Item, reply: Reply): Change {
  if (item.standing.state === "leaving") return { put: [leftWith(item, reply)], drop: [] };
  const behind = items
    .filter(
      (each) =>
        each.visitId === item.visitId && each.subject === item.subject && each.seq > item.seq && isOpen(each),
    )
    .sort((a, b) => a.seq - b.seq);
  const newest = behind.at(-1);
  if (newest && reply.kind === "refused") return { put: [{ ...newest, version: null }], drop: [item.id] };
  if (newest && reply.kind === "conflict")
    return { put: [{ ...answered(item, reply), body: newest.body }], drop: behind.map((each) => each.id) };
  return { put: [answered(item, reply), ...coveredBy(items, item, reply)], drop: [] };
}

/**
 * Put away, an item leaves for good once the server keeps it: where minutes of its visit stand by then (their version comes with the
 * receipt), as what came after them. A refusal to keep it leaves it with the person.
 */
function leftWith(item: Item, reply: Reply): Item {
  if (item.standing.state !== "leaving") return item;
  const { problem } = item.standing;
  if (reply.kind === "done") {
    const { receipt, version } = reply;
    return { ...item, standing: { state: "kept", receipt, problem, ...(version > 0 && { late: true }) } };
  }
  return reply.kind === "refused" || reply.kind === "conflict"
    ? { ...item, standing: { state: "refused", problem } }
    : item;
}

/** What the minutes say as well: with their receipt nobody has to decide about it any more. */
const coveredBy = (items: readonly Item[], { id, visitId, body }: Item, reply: Reply): Item[] =>
  body.kind === "minutes" && "text" in body && reply.kind === "done"
    ? items
        .filter(
          (other) => other.id !== id && other.visitId === visitId && isInMinutes(other) && isOpen(other),
        )
        .map((other) => ({ ...other, standing: { state: "sent", receipt: reply.receipt } }))
    : [];

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

/** The server's version moves with each receipt, and with nothing else. */
export const confirmed = ({ standing }: Item, reply: Reply): number | null =>
  reply.kind === "done" && standing.state !== "leaving" ? reply.version : null;

/** A refused item on its way to be kept with the server; any other stays as it is. */
export const leaving = (item: Item): Item =>
  item.standing.state === "refused"
    ? { ...item, standing: { state: "leaving", problem: item.standing.problem } }
    : item;

/**
 * What has not been sent, as it goes into a file: tried, so that neither ids nor bytes change any more, in the order of delivery.
 * What waits behind another item of its subject is made from the version which that one will leave. `versionOf`: of what the server
 * has last confirmed.
 */
export function exported(items: readonly Item[], versionOf: (item: Item) => number): Item[] {
  const last = ({ subject }: Item): number => (subject === "minutes" ? 1 : 0);
  const versions = new Map<string, number>();
  return items
    .filter(isOpen)
    .sort((a, b) => last(a) - last(b) || a.seq - b.seq)
    .map((item) => {
      const key = `${item.visitId} ${item.subject}`;
      const version = item.version ?? versions.get(key) ?? versionOf(item);
      versions.set(key, version + 1);
      return item.standing.state === "waiting" ? { ...item, tries: item.tries + 1, version } : item;
    });
}

export type Standing = { waiting: number; photos: number; stuck: number; sent: number; kept: number };

/** How things stand, for the one line that always says it. */
export function standingOf(items: readonly Item[]): Standing {
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
