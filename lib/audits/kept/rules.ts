import type { KeptItem } from "@/lib/audits/kept/types";
import type { AnswerText } from "@/lib/audits/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { Value } from "@/lib/journal/types";

export type KeptEntry = {
  number: string;
  action: string;
  at: Date;
  actorName: string;
  content: Readonly<Record<string, Value>>;
};

const textIn = (content: KeptEntry["content"], name: string): string => {
  const value = content[name];
  return typeof value === "string" ? value : "";
};

/** An entry of the history as something that is kept of a visit; null where it is about something else. */
export function keptItemOf({ number, action, at, actorName, content }: KeptEntry): KeptItem | null {
  const away = action === "item-put-away";
  if (!away && (action !== "item-kept" || content["late"] !== true)) return null;
  const recordedAt = Date.parse(textIn(content, "recordedAt"));
  const recheck = "finding" in content;
  return {
    receiptNo: number,
    why: away ? "away" : "late",
    by: actorName,
    recordedAt: Number.isNaN(recordedAt) ? null : new Date(recordedAt),
    receivedAt: at,
    subject: away ? textIn(content, "to") : textIn(content, "subject"),
    answers: (content["answers"] ?? {}) as unknown as Record<string, AnswerText>,
    recheck: recheck ? ({ outcome: content["outcome"], note: textIn(content, "note") } as Recheck) : null,
    attachmentId: textIn(content, "attachment") || null,
    text: away ? textIn(content, "text") : textIn(content, "conclusion"),
  };
}
