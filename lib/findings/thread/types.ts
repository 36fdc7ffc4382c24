import type { NamedFile } from "@/lib/findings/answers/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A question waits until the other side says something; a reply waits for nothing. */
export const purposes = ["question", "reply"] as const;

export type FindingMessage = {
  number: number;
  /** Who speaks: the agency whose finding it is, or the lead agency's inspectors. */
  side: "agency" | "lead";
  asks: boolean;
  text: string;
  authorName: string;
  writtenOn: PlainDate;
  file: NamedFile | null;
};
