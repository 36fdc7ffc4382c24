import type { Value } from "@/lib/journal/types";
import type { PlainDate } from "@/lib/kernel/plain-date";

type Nothing = { readonly [key in never]: never };
export type FileId = string | null;
/** A field that changed, with what it was before: only those that did. */
export type Changed<Fields> = Partial<
  Fields & { [Name in keyof Fields & string as `${Name}Before`]: Fields[Name] }
>;
/** Why an entry was cancelled. */
export type Cancelled<Said = Nothing> = Said & { reason: string };
export type HandedOn<Said = Nothing> = Said & { handedFrom: string; handedTo: string };
/** What is put before the head: a document by its code, the policy by nothing. */
export type Submitted = { code?: string; note: string };
export type ScanAdded = { readonly [field: string]: Value; file: string };
export type Plan = { plannedOn: PlainDate; mode: string; team: Value };

export type PutAway = {
  item: string;
  visit: string;
  to: string;
  recordedAt: string;
  /** Seconds by which the clock that says so was fast; absent where it is not known. */
  clockFast?: number;
  /** As the device was told it, and by its codes where it was told these. */
  problem: string;
  problems?: Value;
  text: string;
};
