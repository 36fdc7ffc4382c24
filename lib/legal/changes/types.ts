import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Basis, LegalRelationKind } from "@/lib/legal/types";

/** How one document bears on another: on all of it, or on one provision. */
export type LegalRelation = {
  id: string;
  kind: LegalRelationKind;
  /** The other document; null where nobody has registered it, and then `name` is what was written. */
  law: (Basis & { id: string }) | null;
  name: string;
  provision: string;
  effectiveOn: PlainDate | null;
};

/** What has been noted of a document and is not released, or was; `undone` where it was taken back. */
export type LegalChange = {
  id: string;
  relations: LegalRelation[];
  /** The rows that publish procedures, by their ids, and whether it was said which procedure each means. */
  rows: readonly { id: string; matched: boolean }[];
  noted: { by: string; at: Date };
  released: { by: string; at: Date } | null;
  undone: { by: string; at: Date; reason: string } | null;
};

/** Something that bears on a document, as far as its state is concerned. */
export type Bearing = {
  kind: LegalRelationKind;
  provision: string;
  /** Since when; null where nobody knows. */
  since: PlainDate | null;
};
