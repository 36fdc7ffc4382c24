import type { Basis } from "@/lib/legal/types";
import { shortName } from "@/lib/legal/rules";

/** The way back from a form of a document of law to its page. */
export const backToLaw = (law: Basis & { id: string }) => ({ href: `/laws/${law.id}`, name: shortName(law) });
