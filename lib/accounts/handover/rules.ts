import type { Held, HeldKind, Successor } from "@/lib/accounts/handover/types";
import { needsAgency } from "@/lib/accounts/rules";
import { shownAs } from "@/lib/kernel/shown";

/** What those hold who inspect; everything else is held in an agency. */
const ofVisits: ReadonlySet<HeldKind> = new Set<HeldKind>(["visit", "group", "follow_up"]);

type Holder = Pick<Successor, "role" | "agencyId">;

/** May somebody of this role, and of this agency, do what goes with holding this? */
export const maySeeTo = (
  { role, agencyId }: Holder,
  { kind, agencyId: of }: Pick<Held, "kind" | "agencyId">,
): boolean => (ofVisits.has(kind) ? role === "inspector" : needsAgency(role) && agencyId === of);

/** How many things somebody holds: that nobody else works at an agency is said beside them, and is none. */
export const countHeld = (held: readonly Held[]): number => held.filter(({ kind }) => kind !== "desk").length;

/** What somebody holds and can no longer do: everything where their account is locked. */
export const stranded = (held: readonly Held[], holder: Holder & { disabled: boolean }): Held[] =>
  held.filter((each) => holder.disabled || !maySeeTo(holder, each));

/** By what a form tells which things its page listed: what has come or gone since is read before anything passes. */
export const heldShown = (held: readonly Held[]): string =>
  shownAs(held.map(({ kind, id, detail }) => `${kind} ${id} ${detail}`).sort());
