import { remember, remembered } from "@/lib/offline/remembered";

const kept = "nenep.field.illustrative";
let said: string | null = null;

/** The site has said whether its records are made up. */
export function noteIllustrative(is: boolean): void {
  said = is ? "yes" : "no";
  remember(kept, said);
}

/** Are the records of this site made up, as it said last? Without a network too, and whoever is signed in. */
export const isIllustrative = (): boolean => (said ?? remembered(kept)) === "yes";
