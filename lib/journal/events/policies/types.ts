import type { Cancelled, FileId, ScanAdded, Submitted } from "@/lib/journal/events/fields/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Signature = { signer: string; signedOn: PlainDate; replaces: string | null };

export type OfPolicy = {
  "policy-drafted": { body: string };
  "policy-draft-discarded": Cancelled;
  "draft-submitted": Submitted;
  "draft-returned": Submitted;
  "submission-taken-back": Cancelled;
  "policy-signed-by-head": Signature;
  "policy-signed": Signature & { file: string };
  "policy-signature-cancelled": Cancelled<{ signer: string; signedOn: PlainDate | null }>;
  "policy-posted": { place: string; postedOn: PlainDate; photo: FileId };
  "posting-removed": { place: string; removedOn: PlainDate };
  "posting-cancelled": Cancelled<{ place: string; postedOn: PlainDate | null }>;
  "scan-added": ScanAdded;
};

export type OfObjective = {
  "objective-saved": { year: number; text: string; measure: string; target: string; result: string };
  "objective-cancelled": Cancelled<{ text: string }>;
};
