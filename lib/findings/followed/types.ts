import type { CancelledAnswer, FindingAnswer } from "@/lib/findings/answers/types";
import type { Claim } from "@/lib/findings/blocks/types";
import type { FindingRecheck } from "@/lib/findings/rechecks/types";
import type { FindingMessage } from "@/lib/findings/thread/types";
import type { Stage } from "@/lib/findings/turns/types";
import type { Topic } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** Everything that followed a finding, each part in order; `turns` is what a form is made from. */
export type FollowUp = {
  answers: readonly FindingAnswer[];
  /** Given wrongly, and cancelled. */
  cancelledAnswers: readonly CancelledAnswer[];
  /** Who took over somebody's part in correcting it, when that account was locked. */
  handedOn: readonly { from: string; to: string; on: PlainDate }[];
  claims: readonly Claim[];
  messages: readonly FindingMessage[];
  rechecks: readonly FindingRecheck[];
  turns: number;
};

/** A finding that waits for the team that raised it or saw it corrected. */
export type Waiting = {
  id: string;
  agencyName: string;
  topic: Topic;
  evidence: string;
  stage: Stage;
  /** Since when it has been seen corrected. */
  correctedOn: PlainDate | null;
  owesReply: boolean;
  /** Turns taken, and the number of the last question: what makes the same kind of wait another one. */
  turns: number;
  asked: number;
};
