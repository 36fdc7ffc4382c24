import type { GroupHands, Hand, VisitHands } from "@/lib/visits/groups/types";
import { clockMarks, clockText, type ClockMark } from "@/lib/visits/labels";
import { formatInstant } from "@/lib/kernel/format";

/** As many letters as the names of all who recorded a group on their phones may have. */
export const longestRecorders = 1000;

const nobody: GroupHands = { recorded: null, takers: [] };

/** Who is at a group. A visit that was taken along before this was said of groups says nothing. */
export const handsAt = (hands: VisitHands | undefined, groupCode: string): GroupHands =>
  hands?.[groupCode] ?? nobody;

/** Who recorded each group, without those who said that they would. */
export const recordedIn = (hands: VisitHands): VisitHands =>
  Object.fromEntries(
    Object.entries(hands).flatMap(([code, { recorded }]) =>
      recorded ? [[code, { recorded, takers: [] }]] : [],
    ),
  );

/** "09:40", and with its day where that is another than today's. */
export function timeSaid(at: string, now: Date): string {
  const said = formatInstant(new Date(at));
  return said.slice(0, 10) === formatInstant(now).slice(0, 10) ? said.slice(11) : said;
}

const tellingApart = 600_000;

/** The moment of arrival, to be said beside the one claimed: on another day, or more than ten minutes from it; else null. */
export function arrivalSaid(at: string, receivedAt: string | undefined, now: Date): string | null {
  if (receivedAt === undefined) return null;
  const [claimed, received] = [new Date(at), new Date(receivedAt)];
  const isNear = Math.abs(received.getTime() - claimed.getTime()) <= tellingApart;
  const isSameDay = formatInstant(claimed).slice(0, 10) === formatInstant(received).slice(0, 10);
  return isNear && isSameDay ? null : timeSaid(receivedAt, now);
}

/** One line about a group: `key` names the sentence (messages/audits.hands). */
export type HandSaid = {
  key: "recorded" | "ownRecorded" | "brought" | "ownBrought" | "taken" | "ownTaken";
  name: string;
  /** Empty where nobody else sent it. */
  sender: string;
  /** As the device claims, and what is to be said of its clock. */
  time: string;
  clock: readonly ClockMark[];
  /** When it arrived, where that is to be said. */
  received: string | null;
};

/** What is said of who is at a group: who recorded it last, then who has taken it. What is of oneself is said as such. */
export function handsSaid({ recorded, takers }: GroupHands, now: Date): HandSaid[] {
  const said = (hand: Hand, others: HandSaid["key"], own: HandSaid["key"]): HandSaid => ({
    key: hand.mine ? own : others,
    name: hand.name,
    sender: hand.sender ?? "",
    time: timeSaid(hand.at, now),
    clock: clockMarks(
      hand.clockFast ?? null,
      new Date(hand.at),
      hand.receivedAt === undefined ? null : new Date(hand.receivedAt),
    ),
    received: arrivalSaid(hand.at, hand.receivedAt, now),
  });
  return [
    ...(recorded?.sender === undefined ? [] : [said(recorded, "brought", "ownBrought")]),
    ...(recorded && recorded.sender === undefined ? [said(recorded, "recorded", "ownRecorded")] : []),
    ...takers.map((taker) => said(taker, "taken", "ownTaken")),
  ];
}

type Values = Readonly<Record<string, string | number>>;
type Say = (key: `hands.${HandSaid["key"] | "received"}` | ClockKey, values: Values) => string;
type ClockKey = ClockMark["key" | "unit"];

/** The same in words: `say` says a sentence of messages/audits. */
export const handsText = (hands: GroupHands, now: Date, say: Say): string[] =>
  handsSaid(hands, now).map(({ key, name, sender, time, clock, received }) => {
    const off = clockText(clock, say);
    const more = [off, received && say("hands.received", { time: received })].filter(Boolean).join(", ");
    return say(`hands.${key}`, { name, sender, time: more ? `${time} (${more})` : time });
  });

/** The colleague whose group it is: who took it last, or else recorded it last. Null where that is oneself, or nobody. */
export function colleagueAt({ recorded, takers }: GroupHands): string | null {
  const hand = takers[0] ?? recorded;
  return hand && !hand.mine ? hand.name : null;
}

/** In a form: those who have taken a group together stay as they are. */
export const several = "several";

/** Who has a group, as a form says it: one person, nobody (""), or several. */
export const holderOf = ({ takers }: GroupHands): string =>
  takers.length > 1 ? several : (takers[0]?.personId ?? "");
