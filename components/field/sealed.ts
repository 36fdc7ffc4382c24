import { draftOf, sheetOf } from "@/components/field/minutes";
import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { isPutAway, isSealed } from "@/lib/offline/rules";
import type { SealedCopy } from "@/lib/offline/signing/types";
import type { Held, Item } from "@/lib/offline/types";

/**
 * What has become of minutes that were sealed here: on their way, the minutes of their visit, kept beside others that came before
 * them, not taken, or not taken and put away.
 */
type Fate = "waiting" | "sent" | "beside" | "refused" | "away";

/** Sealed minutes with where they stand; `isListed` while their visit is still taken along. */
export type Sealed = SealedCopy & { fate: Fate; isListed: boolean };

/** What the copy says of itself comes first: an item that is left of the visit may be of minutes that were put away before. */
function fateOf({ receipt, kept, away }: SealedCopy, item: Item | undefined): Fate {
  if (kept) return "beside";
  if (away) return "away";
  if (receipt) return "sent";
  if (item && isPutAway(item)) return "away";
  return item?.standing.state === "refused" || item?.standing.state === "conflict" ? "refused" : "waiting";
}

/**
 * Minutes sealed by an app that kept no copy: what it sent of them. The oldest sent the answers by themselves, which nothing on this
 * device changes after the seal; who was there they did not say.
 */
function rebuilt(visit: PackedVisit, pack: FieldPack, day: PlainDate, held: Held): SealedCopy | null {
  const item = held.items.find(({ visitId, subject }) => visitId === visit.id && subject === "minutes");
  if (item?.body.kind !== "minutes") return null;
  const { fingerprint } = item.body;
  const { answers, rechecks, photos } = sheetOf(visit, held, draftOf(visit, held, pack, day), day);
  const said =
    "text" in item.body
      ? (JSON.parse(item.body.text) as Omit<MinutesSheet, "visitId" | "rechecks">)
      : { answers, rechecks, photos, ...item.body };
  return {
    visit,
    sheet: { visitId: visit.id, rechecks: {}, ...said },
    fingerprint,
    sealedAt: item.recordedAt,
  };
}

/** The minutes of a visit that were sealed on this device, also when the visit is no longer taken along; null where there are none. */
export function sealedOf(visitId: string, pack: FieldPack, day: PlainDate, held: Held): Sealed | null {
  const visit = pack.visits.find(({ id }) => id === visitId);
  const copy = held.drafts.find((draft) => draft.visitId === visitId)?.sealed;
  const item = held.items.findLast((each) => each.visitId === visitId && each.subject === "minutes");
  if (!visit) return copy ? { ...copy, fate: fateOf(copy, item), isListed: false } : null;
  if (!isSealed(held.items, visitId)) return null;
  const found = copy ?? rebuilt(visit, pack, day, held);
  if (!found) return null;
  const receipt = item?.standing.state === "sent" ? item.standing.receipt : found.receipt;
  const stands = { ...found, receipt };
  return { ...stands, fate: fateOf(stands, item), isListed: true };
}

/** The day by which a visit is named once it is signed: that on which its minutes say that it began, or else were signed. */
export const dayOfSealed = ({ sheet: { hours, signedOn }, visit }: SealedCopy): PlainDate =>
  hours?.startedOn ?? signedOn ?? visit.plannedOn;

/** All that were sealed here, the newest first. */
export const sealedVisits = (pack: FieldPack, day: PlainDate, held: Held): Sealed[] => {
  const ids = new Set([...pack.visits.map(({ id }) => id), ...held.drafts.map((draft) => draft.visitId)]);
  return [...ids]
    .flatMap((id) => sealedOf(id, pack, day, held) ?? [])
    .sort((a, b) => (a.sealedAt < b.sealedAt ? 1 : -1));
};

/** The visit to show under an id: as it is taken along, or as it was. */
export const visitOf = (visitId: string | null, pack: FieldPack, held: Held): PackedVisit | undefined =>
  pack.visits.find(({ id }) => id === visitId) ??
  held.drafts.find((draft) => draft.visitId === visitId)?.sealed?.visit;
