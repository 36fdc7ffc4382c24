import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Submission } from "@/lib/submissions/types";

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
  /** Who recorded the signature from the signed paper, and its scan; null where the head's own account signed. */
  recordedName: string | null;
  attachmentId: string | null;
  version: number;
  postings: readonly Posting[];
};

/** What is wanting about the policy in force; nothing of it is a matter of opinion. */
export type PolicyGap = "none-signed" | "signed-outside" | "former-head" | "not-posted";

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
  /** How the draft was last put before the head; null where it never was. */
  submission: Submission | null;
  earlier: readonly Policy[];
  gaps: readonly PolicyGap[];
  objectives: readonly Objective[];
};
