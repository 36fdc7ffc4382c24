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

export type ClockMark = { fast: boolean; n: number; unit: "spanMinutes" | "spanHours" | "spanDays" };

/** How far a device's clock was off, as coarse as it is long; null within ten minutes, or where it is not known. */
export function clockMark(secondsFast: number | null): ClockMark | null {
  if (secondsFast === null || Math.abs(secondsFast) <= secondsTolerated) return null;
  const minutes = Math.round(Math.abs(secondsFast) / 60);
  const fast = secondsFast > 0;
  if (minutes < 120) return { fast, n: minutes, unit: "spanMinutes" };
  return minutes < 2880
    ? { fast, n: Math.round(minutes / 60), unit: "spanHours" }
    : { fast, n: Math.round(minutes / 1440), unit: "spanDays" };
}

/** The word for who signs in a part: of the leader's also whoever signs in the leader's place. */
export const signerKey = (part: SignerPart, team: readonly Member[] = []): SignerPart | "standIn" =>
  part === "leader" && team.some(({ signs }) => signs) ? "standIn" : part;

/** The word for the moment of minutes: sealed, by a device as it claims or here; of what was added, made. */
export function claimKey(minutes: MinutesRecord): "minutesAdded" | "minutesClaimed" | "minutesSealed" {
  if (minutes.amends !== null) return "minutesAdded";
  return isClaimed(minutes) ? "minutesClaimed" : "minutesSealed";
}
