import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { handsAt, recordedIn } from "@/lib/visits/groups/rules";
import type { GroupHands, Hand, VisitHands } from "@/lib/visits/groups/types";
import { broughtFrom, recorderOf } from "@/lib/offline/handover/brought/rules";
import type { Held, Item } from "@/lib/offline/types";

type Known = Pick<Held, "pack" | "items" | "sheets" | "handovers">;

type Moments = Pick<Hand, "at" | "clockFast" | "receivedAt">;

/** When this device did what the pack does not know of yet, and when that arrived; null of what it knows, or what does not stand. */
function newsAt({ standing, recordedAt: at, offset }: Item, { pack }: Known): Moments | null {
  const clockFast = Math.round(-(offset ?? pack?.offset ?? 0) / 1000);
  if (standing.state === "waiting") return { at, clockFast };
  const receivedAt = standing.state === "sent" ? standing.receipt.at : undefined;
  return receivedAt !== undefined && receivedAt > (pack?.madeAt ?? "") ? { at, clockFast, receivedAt } : null;
}

type Own = Hand & { item: Item };

/** Oneself, by the last item of this device about something, while it is newer than the pack. */
function ownHand(held: Known, visitId: string, subject: string): Own | null {
  const item = held.items.findLast((each) => each.visitId === visitId && each.subject === subject);
  const moments = item && newsAt(item, held);
  return item && moments ? { name: held.pack?.name ?? "", mine: true, ...moments, item } : null;
}

/** Does an item say a clause group in the name of whoever recorded it elsewhere? */
const isAnothers = ({ item: { body } }: Own): boolean => body.kind === "sheet" && body.by !== undefined;

/** Who recorded a group last: what another phone handed over, or a colleague's that was chosen, is not one's own for having been sent from here. */
function recorder(
  own: Own | null,
  known: Hand | null,
  held: Known,
  visitId: string,
  groupCode: string,
): Hand | null {
  const hand = own ?? known;
  if (!hand?.mine) return hand;
  const sheet = held.sheets.find((each) => each.visitId === visitId && each.groupCode === groupCode);
  const handover = held.handovers.find((each) => each.visitId === visitId);
  const brought = sheet ? broughtFrom(handover, groupCode, sheet.answers) : null;
  return brought
    ? { name: recorderOf(brought, held.pack?.name ?? ""), mine: false, at: brought.madeAt }
    : own && isAnothers(own)
      ? known
      : hand;
}

/** Who is at a clause group: as the pack knows it, and what this device has done since. */
export function handsOf(
  visit: Pick<PackedVisit, "id" | "hands">,
  held: Known,
  groupCode: string,
): GroupHands {
  const { recorded, takers } = handsAt(visit.hands, groupCode);
  const taking = ownHand(held, visit.id, `group:${groupCode}`);
  const others = taking ? takers.filter(({ mine }) => !mine) : takers;
  const taken = taking?.item.body.kind === "group" && taking.item.body.mine;
  return {
    recorded: recorder(ownHand(held, visit.id, `sheet:${groupCode}`), recorded, held, visit.id, groupCode),
    takers: taking && taken ? [{ ...taking, personId: "" }, ...others] : others,
  };
}

/** Who recorded each group of a visit: for minutes, which outlive what else this device knows of it. */
export const recordersOf = (
  visit: Pick<PackedVisit, "id" | "hands" | "checklist">,
  held: Known,
): VisitHands =>
  recordedIn(
    Object.fromEntries(visit.checklist.groups.map(({ code }) => [code, handsOf(visit, held, code)])),
  );
