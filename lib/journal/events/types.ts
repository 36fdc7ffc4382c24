import type { OfAccount } from "@/lib/journal/events/accounts/types";
import type { OfAgency } from "@/lib/journal/events/agencies/types";
import type { OfFinding } from "@/lib/journal/events/findings/types";
import type { OfLaw } from "@/lib/journal/events/legal/types";
import type { OfObjective, OfPolicy } from "@/lib/journal/events/policies/types";
import type { OfDocument } from "@/lib/journal/events/procedures/types";
import type { OfProgramme } from "@/lib/journal/events/programme/types";
import type { OfRegistry } from "@/lib/journal/events/registry/types";
import type { OfReport } from "@/lib/journal/events/reports/types";
import type { OfReview } from "@/lib/journal/events/self-reviews/types";
import type { OfVisit } from "@/lib/journal/events/visits/types";

/*
 * Everything that may happen, and what history is told of it: each room says of its own records, in the folder of its name. Each name has its words in
 * messages/<locale>/journal.json under "action", each field under "field": components/journal/actions.test.ts holds both to it.
 */

/** What may happen to which kind of record. */
type Records = {
  agency: OfAgency;
  document: OfDocument;
  policy: OfPolicy;
  objective: OfObjective;
  review: OfReview;
  programme: OfProgramme;
  visit: OfVisit;
  finding: OfFinding;
  report: OfReport;
  account: OfAccount;
  registry: OfRegistry;
  law: OfLaw;
};

/** An event of one kind of record: `chain` is the agency concerned, or provinceChain. */
export type Told<Kind extends keyof Records, Name extends keyof Records[Kind]> = {
  chain: string;
  entity: Kind;
  entityId: string;
  action: Name;
  content: Records[Kind][Name];
};

/** What happened to which record. */
export type JournalEvent = {
  [Kind in keyof Records]: { [Name in keyof Records[Kind]]: Told<Kind, Name> }[keyof Records[Kind]];
}[keyof Records];

/** The same, where the agency in whose history it stands is said once for all. */
export type WithoutChain = JournalEvent extends infer Each
  ? Each extends JournalEvent
    ? Omit<Each, "chain">
    : never
  : never;

export type EventName = JournalEvent["action"];

type FieldOf<Content> = Content extends unknown
  ? string extends keyof Content
    ? never
    : keyof Content
  : never;
/** Every field that history may be told of, what it was before under the same name; what came from a device is told as it came. */
export type EventField = Exclude<FieldOf<JournalEvent["content"]>, `${string}Before`>;
