import type { KeptItem, KeptMinutes } from "@/lib/audits/kept/types";
import type { AnswerText } from "@/lib/audits/types";
import type { Recheck } from "@/lib/findings/rechecks/types";
import type { Value } from "@/lib/journal/types";

export type KeptEntry = {
  number: string;
  action: string;
  at: Date;
  actorName: string;
  content: Readonly<Record<string, Value>>;
  /** Seconds by which the device's clock was fast; null where it is not known. */
  clockFast: number | null;
};

const textIn = (content: KeptEntry["content"], name: string): string => {
  const value = content[name];
  return typeof value === "string" ? value : "";
};

const contentOf = (value: Value | undefined): Readonly<Record<string, Value>> =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Readonly<Record<string, Value>>)
    : {};

/** Minutes that came too late, from what their device sent. */
function minutesIn(content: KeptEntry["content"]): KeptMinutes | null {
  if (textIn(content, "subject") !== "minutes") return null;
  const representative = contentOf(content["representative"]);
  const findings = Array.isArray(content["findings"]) ? (content["findings"] as readonly Value[]) : [];
  return {
    fingerprint: textIn(content, "fingerprint"),
    opinion: textIn(representative, "opinion"),
    name: textIn(representative, "name"),
    findings: findings.map(contentOf).map((finding) => ({
      code: textIn(finding, "questionCode"),
      evidence: textIn(finding, "evidence"),
    })),
  };
}

/** An entry of the history as something that is kept of a visit; null where it is about something else. */
export function keptItemOf({
  number,
  action,
  at,
  actorName,
  content,
  clockFast,
}: KeptEntry): KeptItem | null {
  const away = action === "item-put-away";
  if (!away && (action !== "item-kept" || content["late"] !== true)) return null;
  const recordedAt = Date.parse(textIn(content, "recordedAt"));
  const recheck = "finding" in content;
  return {
    receiptNo: number,
    why: away ? "away" : "late",
    by: actorName,
    recordedAt: Number.isNaN(recordedAt) ? null : new Date(recordedAt),
    clockFast,
    receivedAt: at,
    subject: away ? textIn(content, "to") : textIn(content, "subject"),
    answers: (content["answers"] ?? {}) as unknown as Record<string, AnswerText>,
    recheck: recheck ? ({ outcome: content["outcome"], note: textIn(content, "note") } as Recheck) : null,
    minutes: away ? null : minutesIn(content),
    attachmentId: textIn(content, "attachment") || null,
    text: away ? textIn(content, "text") : textIn(content, "conclusion"),
  };
}
