import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import { handsAt } from "@/lib/visits/groups/rules";
import type { GroupHands, Hand } from "@/lib/visits/groups/types";
import { broughtFrom, recorderOf } from "@/lib/offline/handover/rules";
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

/** Oneself, by the last item of this device about something, while it is newer than the pack. */
function ownHand(held: Known, visitId: string, subject: string): (Hand & { item: Item }) | null {
  const item = held.items.findLast((each) => each.visitId === visitId && each.subject === subject);
  const moments = item && newsAt(item, held);
  return item && moments ? { name: held.pack?.name ?? "", mine: true, ...moments, item } : null;
}

/** What another phone handed over is not one's own for having been sent from here. */
function asBrought(hand: Hand | null, held: Known, visitId: string, groupCode: string): Hand | null {
  if (!hand?.mine) return hand;
  const sheet = held.sheets.find((each) => each.visitId === visitId && each.groupCode === groupCode);
  const handover = held.handovers.find((each) => each.visitId === visitId);
  const brought = sheet ? broughtFrom(handover, groupCode, sheet.answers) : null;
  return brought
    ? { name: recorderOf(brought, held.pack?.name ?? ""), mine: false, at: brought.madeAt }
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
    recorded: asBrought(ownHand(held, visit.id, `sheet:${groupCode}`) ?? recorded, held, visit.id, groupCode),
    takers: taking && taken ? [{ ...taking, personId: "" }, ...others] : others,
  };
}
