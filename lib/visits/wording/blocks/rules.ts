import type { WordBlock } from "@/lib/visits/wording/types";

export const heading = (text: string): WordBlock => ({ kind: "heading", text });
export const paragraph = (text: string): WordBlock => ({ kind: "paragraph", text });
export const item = (text: string): WordBlock => ({ kind: "item", text });
