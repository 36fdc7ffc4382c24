import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { forget, remember, remembered, rememberedUnder } from "@/lib/offline/remembered";

/** How much of an account is not sent yet, for the page that signs out and for whoever is next: each account of a device has a count of its own. */
const waiting = "nenep.field.waiting.";
/** Whose account it is, while something of it waits. */
const named = "nenep.field.name.";

/** So much of an account waits on this device, and whose it is, where that is known. */
export type Left = { accountId: string; count: number; name: string | null };

export function noteLeft(accountId: string, count: number, name: string | null): void {
  remember(waiting + accountId, String(count));
  if (count > 0 && name !== null) remember(named + accountId, name);
  else forget(named + accountId);
}

/** What accounts other than this one have not sent from this device. */
export const leftByOthers = (accountId: string | null): Left[] =>
  rememberedUnder(waiting)
    .map(([of, count]) => ({ accountId: of, count: Number(count), name: remembered(named + of) }))
    .filter((each) => each.accountId !== accountId && each.count > 0);

/** Whoever is of a team with the reader is named; of anybody else the number is enough. */
export const nameFor = ({ name }: Left, pack: FieldPack | null): string | null =>
  pack?.visits.some(({ team }) => team.some((each) => each.name === name)) ? name : null;
