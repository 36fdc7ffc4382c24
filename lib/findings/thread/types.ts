import type { NamedFile } from "@/lib/findings/answers/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A question waits until the other side says something; a reply waits for nothing. */
export const purposes = ["question", "reply"] as const;
export type Purpose = (typeof purposes)[number];

/** Who speaks: the agency whose finding it is, or the lead agency's inspectors. */
export type Side = "agency" | "lead";

export type FindingMessage = {
  number: number;
  side: Side;
  asks: boolean;
  text: string;
  authorName: string;
  writtenOn: PlainDate;
  file: NamedFile | null;
};
