import type { PlainDate } from "@/lib/kernel/plain-date";

/** What somebody approved or signed; `record` is the document, or the policy itself, `label` what people call it. */
export type TermSignature = {
  kind: "document" | "policy";
  id: string;
  record: string;
  label: string;
  on: PlainDate;
};
