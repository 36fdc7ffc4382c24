import { isClaimed } from "@/lib/visits/minutes/rules";
import type { Member, MinutesRecord, SignerPart } from "@/lib/visits/minutes/types";
import type { Outcome } from "@/lib/checklists/types";
import type { VisitState } from "@/lib/programme/types";

export const outcomeTone = {
  conforming: "good",
  partly: "watch",
  not_conforming: "bad",
  not_applicable: "over",
  not_checked: "over",
} as const satisfies Record<Outcome, string>;

export const stateTone = { planned: "over", under_way: "watch", final: "good" } as const satisfies Record<
  VisitState,
  string
>;

const secondsTolerated = 600;

type Span = { n: number; unit: "spanMinutes" | "spanHours" | "spanDays" };

/** What is said of the clock that told a time: fast or slow as it was measured, or ahead of the time's own arrival. */
export type ClockMark = Span & { key: "clockFast" | "clockSlow" | "clockAhead" };

/** A span of time, as coarse as it is long. */
function spanOf(seconds: number): Span {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 120) return { n: minutes, unit: "spanMinutes" };
  return minutes < 2880
    ? { n: Math.round(minutes / 60), unit: "spanHours" }
    : { n: Math.round(minutes / 1440), unit: "spanDays" };
}

/** How far a device's clock was off; null within ten minutes, or where it is not known. */
const offMark = (secondsFast: number | null): ClockMark[] =>
  secondsFast === null || Math.abs(secondsFast) <= secondsTolerated
    ? []
    : [{ key: secondsFast > 0 ? "clockFast" : "clockSlow", ...spanOf(secondsFast) }];

/**
 * What is to be said of a time that a device has told: how far its clock was off, as that was measured when it was made; and where the
 * time lies after its own arrival, and the measure does not say why, by how much.
 */
export function clockMarks(
  secondsFast: number | null,
  recordedAt?: Date | null,
  receivedAt?: Date | null,
): ClockMark[] {
  const ahead = recordedAt && receivedAt ? (recordedAt.getTime() - receivedAt.getTime()) / 1000 : 0;
  const isAhead = ahead - Math.max(0, secondsFast ?? 0) > secondsTolerated;
  return [...offMark(secondsFast), ...(isAhead ? [{ key: "clockAhead" as const, ...spanOf(ahead) }] : [])];
}

type SayClock = (
  key: ClockMark["key"] | ClockMark["unit"],
  values: { span: string } | { n: number },
) => string;

/** The same in words; "" where there is nothing to say. `say` says a sentence of messages/audits. */
export const clockText = (marks: readonly ClockMark[], say: SayClock): string =>
  marks.map(({ key, unit, n }) => say(key, { span: say(unit, { n }) })).join(", ");

/** The word for who signs in a part: of the leader's also whoever signs in the leader's place. */
export const signerKey = (part: SignerPart, team: readonly Member[] = []): SignerPart | "standIn" =>
  part === "leader" && team.some(({ signs }) => signs) ? "standIn" : part;

/** The word for the moment of minutes: sealed, by a device as it claims or here; of what was added, made. */
export function claimKey(minutes: MinutesRecord): "minutesAdded" | "minutesClaimed" | "minutesSealed" {
  if (minutes.amends !== null) return "minutesAdded";
  return isClaimed(minutes) ? "minutesClaimed" : "minutesSealed";
}
