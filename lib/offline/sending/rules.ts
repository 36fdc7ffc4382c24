import { isOpen } from "@/lib/offline/rules";
import type { Body, Item, Reply, Told } from "@/lib/offline/types";

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

/** What was told, without what came of it. */
const toldIn = ({ problem, problems }: Told): Told => ({ problem, ...(problems && { problems }) });

/** Only a receipt makes an item sent. Without an answer it stays as it is, and is sent again under the same id. */
function answered(item: Item, reply: Reply): Item {
  switch (reply.kind) {
    case "done":
      return { ...item, standing: { state: "sent", receipt: reply.receipt } };
    case "conflict":
      return { ...item, standing: { state: "conflict", conflict: reply.conflict } };
    case "refused":
      return { ...item, standing: { state: "refused", ...toldIn(reply) } };
    case "kept":
      return {
        ...item,
        standing: { state: "kept", receipt: reply.receipt, ...toldIn(reply), late: true },
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
 * receipt), as what came after them. A refusal to keep it leaves it with the person, with the reason.
 */
function leftWith(item: Item, reply: Reply): Item {
  if (item.standing.state !== "leaving") return item;
  const told = toldIn(item.standing);
  if (reply.kind === "done") {
    const { receipt, version } = reply;
    return { ...item, standing: { state: "kept", receipt, ...told, ...(version > 0 && { late: true }) } };
  }
  if (reply.kind === "refused")
    return { ...item, standing: { state: "refused", ...told, unkept: toldIn(reply) } };
  return reply.kind === "conflict" ? { ...item, standing: { state: "refused", ...told } } : item;
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

/** The server's version moves with each receipt, and with nothing else. */
export const confirmed = ({ standing }: Item, reply: Reply): number | null =>
  reply.kind === "done" && standing.state !== "leaving" ? reply.version : null;

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
