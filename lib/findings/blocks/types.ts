import type { PlainDate } from "@/lib/kernel/plain-date";

/** Days on which the agency's clock stands still: from `startsOn` until before `endsOn`; null while it lasts. */
export type Span = { startsOn: PlainDate; endsOn: PlainDate | null };

/** What the agency says of a higher level that blocks it, and what became of that. */
export type Claim = {
  id: string;
  number: number;
  blockingBody: string;
  reference: string;
  explanation: string;
  since: PlainDate;
  statedOn: PlainDate;
  refusal: { reason: string; on: PlainDate } | null;
  block: (Span & { acceptedOn: PlainDate; endNote: string | null }) | null;
};
