import type { NoteApart } from "@/lib/visits/minutes/rules";
import type { MinutesWords } from "@/lib/visits/wording/types";

/** The text that would be sealed now, the fingerprint by which it is known again, and notes in it that differ from their findings. */
export type Foreseen = { words: MinutesWords; fingerprint: string; apart: readonly NoteApart[] };
