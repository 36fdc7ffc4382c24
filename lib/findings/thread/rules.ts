import type { Purpose, Side } from "@/lib/findings/thread/types";

/** What is written next, as a rule: a reply by whoever owes one, and on a closed finding; else a question. */
export const usualPurpose = (side: Side, owesReply: Record<Side, boolean>, closed: boolean): Purpose =>
  closed || owesReply[side] ? "reply" : "question";
