import type { Body, Item, ItemReceipt, Reply } from "@/lib/offline/types";

const subjectOf = (body: Body, id: string): string => {
  switch (body.kind) {
    case "sheet":
      return `sheet:${body.groupCode}`;
    case "recheck":
      return `recheck:${body.findingId}`;
    case "photo":
      return `photo:${id}`;
    case "minutes":
      return "minutes";
  }
};

const isOpen = (item: Item): boolean => item.standing.state !== "sent";

type Made = { id: string; seq: number; visitId: string; body: Body; recordedAt: string };

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
    ? { put: { ...last, body: made.body, recordedAt: made.recordedAt }, drop: null }
    : { put: fresh, drop: null };
}

/** Nothing overtakes an open item of the same subject; minutes follow everything else of their visit. */
const mayGo = (item: Item, items: readonly Item[]): boolean =>
  item.standing.state === "waiting" &&
  items.every(
    (other) =>
      other.id === item.id ||
      other.visitId !== item.visitId ||
      !isOpen(other) ||
      (item.subject !== "minutes" && (other.subject !== item.subject || other.seq > item.seq)),
  );

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
    case "signed-out":
    case "unreachable":
      return item;
  }
}

/**
 * What an answer does to the queue. What was recorded behind an item joins it in a conflict, so that a person decides once, about
 * the newest text; behind a refused item it takes that one's place.
 */
export function settled(
  items: readonly Item[],
  item: Item,
  reply: Reply,
): { put: Item | null; drop: readonly string[] } {
  const behind = items
    .filter(
      (each) =>
        each.visitId === item.visitId && each.subject === item.subject && each.seq > item.seq && isOpen(each),
    )
    .sort((a, b) => a.seq - b.seq);
  const newest = behind.at(-1);
  if (newest && reply.kind === "refused") return { put: unpredicted(newest), drop: [item.id] };
  if (newest && reply.kind === "conflict")
    return { put: { ...answered(item, reply), body: newest.body }, drop: behind.map((each) => each.id) };
  return { put: answered(item, reply), drop: [] };
}

/** In a file its version was foretold from the one before it, which the server never took: it is made anew. */
const unpredicted = (item: Item): Item | null => (item.version === null ? null : { ...item, version: null });

/**
 * A sheet or a recheck when a new pack arrives. What has not been sent stays; and a pack that was made before the last receipt
 * says what was once, so that an older version never replaces a newer one.
 */
export const refreshed = <T extends { version: number }>(
  held: T | undefined,
  packed: T,
  unsent: boolean,
): T => (held && (unsent || held.version > packed.version) ? held : packed);

/** The server's version moves with each receipt, and with nothing else. */
export const confirmed = (reply: Reply): number | null => (reply.kind === "done" ? reply.version : null);

/** One's own text is sent again, knowingly, over what stands: as a new item, because its bytes are new. */
export const insisted = (item: Item, id: string): Item => ({
  ...item,
  id,
  tries: 0,
  version: null,
  standing: { state: "waiting" },
});

/** What stands is taken; one's own text has its receipt with the server, or the server never said it would keep it. */
export const yielded = (item: Item, receipt: ItemReceipt): Item => ({
  ...item,
  standing: { state: "sent", receipt },
});

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

export type Standing = { waiting: number; photos: number; stuck: number; sent: number };

/** How things stand, for the one line that always says it. */
export function standingOf(items: readonly Item[]): Standing {
  const waiting = items.filter((item) => item.standing.state === "waiting");
  return {
    waiting: waiting.length,
    photos: waiting.filter((item) => item.body.kind === "photo").length,
    stuck: items.filter((item) => item.standing.state === "conflict" || item.standing.state === "refused")
      .length,
    sent: items.filter((item) => item.standing.state === "sent").length,
  };
}
