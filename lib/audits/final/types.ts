import type { MinutesWords } from "@/lib/audits/wording/types";

/** The text that would be sealed now, and the fingerprint by which it is known again. */
export type Foreseen = { words: MinutesWords; fingerprint: string };
