import type { ClockOffset } from "@/lib/fieldwork/pack/rules";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { VisitHands } from "@/lib/visits/groups/types";
import type { MinutesSheet, SignerPart } from "@/lib/visits/minutes/types";
import type { Displaced } from "@/lib/visits/sealed/displaced/types";

/** Who signs on the device. */
export type Signer = "representative" | SignerPart;

/** The result that is read out with the minutes: what the paper prints must be what was shown. */
export type ShownResult = { scoreHundredths: number | null; gradeCode: string | null };

/** One thing that is no longer as it was read: a part of the minutes, and the question, finding or field of it where there is one. */
export type Difference = { part: string; of: string | null };

/** Minutes as they were sealed on this device, with the visit as it was taken along: they can be read here after it is gone. */
export type SealedCopy = {
  visit: PackedVisit;
  sheet: MinutesSheet;
  fingerprint: string;
  /** By the clock of the device. */
  sealedAt: string;
  /** How that clock stood against the site's when it sealed; absent from copies of before it was kept. */
  offset?: ClockOffset | undefined;
  /** Who recorded each group, as this device knew it at the seal; absent from copies of before it was kept. */
  recorded?: VisitHands;
  /** Once they have come after other minutes of the same visit, beside which they are kept. */
  kept?: { number: string; time: string } | undefined;
  /** Once the server keeps them as what they are: it would not have them as minutes, and they were put away. */
  away?: { number: string; time: string } | undefined;
  /** Once they have arrived. */
  receipt?: { number: string; time: string; displaced?: readonly Displaced[] } | undefined;
};
