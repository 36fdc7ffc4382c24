import type { PlainDate } from "@/lib/kernel/plain-date";

/** A yearly report that has been issued: what it said stands for ever. */
export type IssuedLine = {
  id: string;
  year: number;
  on: PlainDate;
  number: number | null;
  date: PlainDate | null;
  issuedBy: string;
  issuedAt: Date;
};
