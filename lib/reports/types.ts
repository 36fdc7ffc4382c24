import type { PlainDate } from "@/lib/kernel/plain-date";

/** What the records office gives a paper; null until it has. */
export type Registration = { number: number | null; date: PlainDate | null };

/** A paper somebody may take now, and where it is. */
export type PaperLink = {
  kind: "minutes" | "draft" | "notice" | "plan" | "summary" | "issued";
  href: string;
};
