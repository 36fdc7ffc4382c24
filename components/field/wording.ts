import { useEffect, useState } from "react";

import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { MinutesSheet } from "@/lib/visits/minutes/types";
import type { opinion, readWords, sealedWith } from "@/lib/visits/wording/rules";
import type { MinutesWords } from "@/lib/visits/wording/types";
import type { Held } from "@/lib/offline/types";

/** What makes the text of minutes. */
export type Wording = {
  opinion: typeof opinion;
  readWords: typeof readWords;
  sealedWith: typeof sealedWith;
};

/** A part of its own, which the device holds as well: it is asked for when minutes are opened. */
let loaded: Wording | undefined;
export const loadWording = async (): Promise<Wording> =>
  (loaded ??= await import("@/lib/visits/wording/rules"));

/** What makes the text of minutes, where it is wanted; null until it is there, false where it did not come. */
export function useWording(isWanted: boolean): Wording | null | false {
  const [wording, setWording] = useState<Wording | null | false>(loaded ?? null);
  useEffect(() => {
    if (isWanted && wording === null)
      loadWording().then(setWording, () => {
        setWording(false);
      });
  }, [isWanted, wording]);
  return wording;
}

/** What photographs show, as this device last said it. */
const captionsOf = ({ id }: PackedVisit, held: Held): Record<string, string> =>
  Object.fromEntries(
    held.photos.flatMap(({ visitId, sha256, caption }) =>
      visitId === id && caption !== undefined ? [[sha256, caption]] : [],
    ),
  );

/** The text of a visit's minutes before the agency has said what it thinks of it. */
export const wordsRead = (
  wording: Wording,
  visit: PackedVisit,
  sheet: MinutesSheet,
  held: Held,
): MinutesWords => wording.readWords({ visit, frame: visit.frame }, sheet, captionsOf(visit, held));

/** The minutes with their text, as they are sealed. */
export const withWords = (wording: Wording, visit: PackedVisit, sheet: MinutesSheet, held: Held) =>
  wording.sealedWith({ visit, frame: visit.frame }, sheet, captionsOf(visit, held));
