import type { PlainDate } from "@/lib/kernel/plain-date";

export type Posting = {
  id: string;
  place: string;
  postedOn: PlainDate;
  removedOn: PlainDate | null;
  attachmentId: string | null;
};

export type Policy = {
  id: string;
  body: string;
  signerName: string | null;
  signerId: string | null;
  signedOn: PlainDate | null;
  replacedOn: PlainDate | null;
  version: number;
  postings: readonly Posting[];
};

/** What is wanting about the policy in force; nothing of it is a matter of opinion. */
export type PolicyGap = "none-signed" | "former-head" | "not-posted";

export type Objective = {
  id: string;
  year: number;
  position: number;
  text: string;
  measure: string;
  target: string;
  result: string | null;
  version: number;
};

export type PolicyRecord = {
  current: Policy | null;
  draft: Policy | null;
  earlier: readonly Policy[];
  gaps: readonly PolicyGap[];
  objectives: readonly Objective[];
};
