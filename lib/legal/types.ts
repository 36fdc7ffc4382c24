import type { PlainDate } from "@/lib/kernel/plain-date";

export type LegalDocumentKind =
  "decision" | "circular" | "decree" | "resolution" | "official_letter" | "plan" | "notice";

/** A legal document that papers cite as their basis. */
export type Basis = {
  kind: LegalDocumentKind;
  number: string;
  issuer: string;
  issuedOn: PlainDate;
  title: string;
};
