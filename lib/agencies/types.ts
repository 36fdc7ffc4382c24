import type { PlainDate } from "@/lib/kernel/plain-date";

export const agencyKinds = ["department", "sub_department", "district", "commune"] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const obligations = [
  "mandatory_by_prime_minister",
  "mandatory_by_province",
  "encouraged",
  "exempt",
] as const;
export type Obligation = (typeof obligations)[number];

/** A legal document as it is cited; `verified` only where its text has been read. */
export type Citation = {
  number: string;
  issuer: string;
  issuedOn: PlainDate;
  title: string;
  verified: boolean;
};

/** Something dated that is so of an agency, and the legal document behind it where one was recorded. */
export type AgencyFact = {
  validFrom: PlainDate;
  /** The first day on which it no longer held. */
  validTo: PlainDate | null;
  law: Citation | null;
} & (
  | { fact: "name"; value: string }
  | { fact: "kind"; value: AgencyKind }
  | { fact: "parent"; value: string | null; code: string | null }
  | { fact: "obligation"; value: Obligation }
);

/** An agency by the name it has on a day. */
export type AgencyIdentity = {
  id: string;
  code: string;
  name: string;
  abbreviation: string;
  kind: AgencyKind;
};
