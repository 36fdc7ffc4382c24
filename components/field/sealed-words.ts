import type { Sealed } from "@/components/field/sealed";
import type { MinutesWords } from "@/lib/visits/wording/types";
import { sealedOnly } from "@/lib/visits/wording/unworded/rules";

/** The text as it was signed; of minutes that were sealed without it, what was sealed and nothing else. */
export const wordsOfSealed = ({ visit, sheet }: Sealed): MinutesWords =>
  sheet.words ?? sealedOnly({ visit, sheet });
