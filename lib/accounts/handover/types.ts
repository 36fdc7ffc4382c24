import type { Role } from "@/lib/identity/types";
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

/** Somebody whose role and agency let them do some of what is held. */
export type Successor = {
  accountId: string;
  fullName: string;
  accountName: string;
  role: Role;
  agencyId: string | null;
};

/** What an account holds, and who might take it over. */
export type Holdings = { held: readonly Held[]; successors: readonly Successor[] };

/** An account that holds what it can no longer do, because it is locked or its role or agency was changed. */
export type LeftBehind = { accountId: string; fullName: string; disabled: boolean; count: number };
