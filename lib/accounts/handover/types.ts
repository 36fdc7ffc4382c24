import type { PlainDate } from "@/lib/kernel/plain-date";

/** What passes to a colleague. */
export const passingKinds = ["visit", "group", "follow_up", "post", "draft", "responsible", "typed"] as const;
export type PassingKind = (typeof passingKinds)[number];

/**
 * What somebody holds: a visit to make or under way; clause groups taken on one; a final visit whose open findings would wait for
 * nobody else; a post; the draft of a document; a part in correcting a finding; what was typed in a form when a
 * session ran out; the desk of an agency that nobody else works at, which
 * needs another account before it passes; and that of its head, which passes by a decision alone.
 */
export type HeldKind = PassingKind | "head" | "desk";

/** One thing that somebody holds. `detail` is a code of its kind: a duty, groups, how many findings, a post, a topic. */
export type Held = {
  kind: HeldKind;
  id: string;
  agencyId: string;
  agencyName: string;
  detail: string;
  name: string;
  day: PlainDate | null;
};

export const isPassing = (held: Held): held is Held & { kind: PassingKind } =>
  (passingKinds as readonly HeldKind[]).includes(held.kind);

/** A colleague of the same agency, or of the province, who may take over. */
export type Successor = { accountId: string; fullName: string; accountName: string };

/** What an account holds, and who might take it over. */
export type Holdings = { held: readonly Held[]; successors: readonly Successor[] };

/** A locked account that still holds something. */
export type LeftBehind = { accountId: string; fullName: string; count: number };
