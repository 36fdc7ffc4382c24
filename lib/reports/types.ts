import type { PlainDate } from "@/lib/kernel/plain-date";

/** What the records office gives a paper; null until it has. */
export type Registration = { number: number | null; date: PlainDate | null };

/** A paper somebody may take now, and where it is. */
export type PaperLink = {
  kind: "minutes" | "amendment" | "draft" | "notice" | "plan" | "summary" | "issued";
  href: string;
  /** Which of several of its kind. */
  number?: number;
};

/** Somebody who may sign, as a list to choose from names them. */
export type SignatoryChoice = { id: string; label: string };
