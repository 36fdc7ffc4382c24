import type { Basis, LegalState } from "@/lib/legal/types";

/** What a text of a document rests on, and where that stands today. */
export type TextBasis = { law: Basis & { id: string; state: LegalState }; provision: string };
