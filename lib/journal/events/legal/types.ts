import type { PlainDate } from "@/lib/kernel/plain-date";

type Registered = {
  kind: string;
  number: string;
  issuer: string;
  level: string;
  issuedOn: PlainDate;
  title: string;
  inForceFrom: PlainDate | null;
  inForceTo: PlainDate | null;
  setsProcedures: string;
  shortened: string;
  verified: string;
};
type Relation = { relation: string; target: string; provisions: string; effectiveOn: PlainDate | null };

/** Rows of a decision that publishes procedures, by what it does. */
type Acts = { procedures: number; published: number; amended: number; ended: number };

export type OfLaw = {
  "law-registered": Registered;
  "law-corrected": Registered & {
    reason: string;
    numberBefore: string;
    issuerBefore: string;
    titleBefore: string;
    issuedOnBefore: PlainDate;
    inForceFromBefore: PlainDate | null;
    inForceToBefore: PlainDate | null;
  };
  "relation-noted": Relation;
  "relation-dropped": Relation;
  "change-released": { relations: number; procedures: number; documents: number; agencies: number };
  "change-undone": { relations: number; procedures: number; documents: number; reason: string };
  "procedures-read": Acts & { file: string; unmatched: number };
  "procedure-matched": { procedure: string; procedureCode: string };
  "procedures-matched": { procedures: number };
  "procedures-dropped": Acts & { procedure: string };
};
