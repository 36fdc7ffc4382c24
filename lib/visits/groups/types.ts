/**
 * Somebody at a clause group: oneself, or a colleague by name. `at`: when, as the device claims, whose clock was fast by so many
 * seconds; null where that is not known. `sender`: who delivered it, where that is another than who recorded it on a phone of their own.
 */
export type Hand = {
  name: string;
  mine: boolean;
  at: string;
  /** Absent from packs of before, whose moments are those of arrival. */
  clockFast?: number | null;
  /** When it arrived, by the site's clock; absent where it has not. */
  receivedAt?: string;
  sender?: string;
};

/** Somebody who has said that they record a group. */
export type Taker = Hand & { personId: string };

/** Who recorded a group last, and who has taken it: the last to arrive first. */
export type GroupHands = { recorded: Hand | null; takers: readonly Taker[] };

/** The groups of a visit at which anybody is, by code. */
export type VisitHands = Readonly<Record<string, GroupHands>>;

/** What a form of the office says of one group: the one who is to record it, nobody, or those who have it now. */
export type Given = { groupCode: string; personId: string | null };
