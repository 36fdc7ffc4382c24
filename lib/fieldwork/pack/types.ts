import type { VisitHands } from "@/lib/visits/groups/types";
import type { Collision } from "@/lib/fieldwork/kept/types";
import type { ExportKey } from "@/lib/fieldwork/sealed-files/types";
import type { OwnDisplaced } from "@/lib/visits/sealed/displaced/types";
import type { VisitRecord } from "@/lib/visits/types";
import type { Frame } from "@/lib/visits/wording/types";
import type { CorrectionTerm } from "@/lib/findings/terms/types";
import type { Severity } from "@/lib/findings/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

/** A fact about the agency worth knowing at its door; `name` is a key of messages/field.facts. */
export type AgencyFact = {
  name: "status" | "declaration" | "head" | "officer" | "policy";
  text: string;
};

/** A document to ask for. */
export type PackedDocument = {
  code: string;
  title: string;
  state: "missing" | "draft" | "approved" | "current" | "review_due";
};

/** A visit as it is taken along. */
export type PackedVisit = VisitRecord & {
  facts: readonly AgencyFact[];
  documents: readonly PackedDocument[];
  /** Who of the team is at which clause group; absent from a pack that an older site made. */
  hands?: VisitHands;
  /** Seals what phones of its team hand each other, 32 bytes in hex; absent from a pack that an older site made. */
  handKey?: string | null;
  /** What two of its team wrote and nobody has chosen; absent from a pack that an older site made. */
  collisions?: readonly Collision[];
  /** What its minutes say beside what is recorded; absent from a pack that an older site made. */
  frame?: Frame | undefined;
};

/** What a device holds so that the coming visits can be recorded without a network. */
export type FieldPack = {
  accountId: string;
  name: string;
  locale: "vi" | "en";
  illustrative: boolean;
  today: PlainDate;
  madeAt: string;
  /** For the files of what cannot be sent; absent from a pack that an older site made. */
  exportKey?: ExportKey | null;
  /** When each grade of finding is due if raised on the pack's day: for apps of before terms were taken along. */
  dueDates: Readonly<Record<Severity, PlainDate | null>>;
  /** Terms of correction, from which due dates are counted on the day of signing. */
  terms?: readonly CorrectionTerm[];
  visits: readonly PackedVisit[];
  /** What was sent from this account, and minutes that were signed since say otherwise; absent from a pack that an older site made. */
  displaced?: readonly OwnDisplaced[];
};
