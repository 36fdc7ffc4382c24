import { compareVietnamese } from "@/lib/kernel/text";
import type { Body, Item } from "@/lib/offline/types";

/** The items of a visit as the queue's page lists them. */
export type VisitQueue = {
  visitId: string;
  items: readonly Item[];
  /** Those that the server refused, in the same order. */
  refused: readonly Item[];
};

/** First what waits for a person, then what waits for the network, last what has arrived. */
const turn = ({ standing: { state } }: Item): number => {
  if (state === "refused" || state === "conflict") return 0;
  return state === "waiting" || state === "leaving" ? 1 : 2;
};

const partOf = ({ kind }: Body): number => {
  if (kind === "recheck") return 0;
  return kind === "minutes" ? 2 : 1;
};

const codeOf = (body: Body): string => {
  if ("groupCode" in body) return body.groupCode;
  return "questionCode" in body ? body.questionCode : "";
};

/** By what items are about: earlier findings, groups and their questions, minutes. */
const comparePlaces = (a: Body, b: Body): number =>
  partOf(a) - partOf(b) || compareVietnamese(codeOf(a), codeOf(b));

/** In the order of the checklist while a person or the network is waited for, the newest first of what has arrived; never by chance. */
const inTurn = (a: Item, b: Item): number =>
  turn(a) - turn(b) ||
  (turn(a) < 2 ? comparePlaces(a.body, b.body) || a.seq - b.seq : b.seq - a.seq) ||
  a.id.localeCompare(b.id);

/** The queue by visit: that of which something was made last comes first. */
export function queueByVisit(items: readonly Item[]): VisitQueue[] {
  const newest = new Map<string, number>();
  for (const { visitId, seq } of items) newest.set(visitId, Math.max(seq, newest.get(visitId) ?? 0));
  return [...newest]
    .sort(([, a], [, b]) => b - a)
    .map(([visitId]) => {
      const own = items.filter((item) => item.visitId === visitId).sort(inTurn);
      return {
        visitId,
        items: own,
        refused: own.filter(({ standing }) => standing.state === "refused"),
      };
    });
}
