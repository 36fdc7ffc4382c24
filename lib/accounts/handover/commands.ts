import { endSessions, holdAccount, told as toldOfAccount, type HeldAccount } from "@/lib/accounts/commands";
import { loadHeld, loadSuccessors } from "@/lib/accounts/handover/queries";
import { handoverForm, type HandoverForm } from "@/lib/accounts/handover/schema";
import { heldShown, maySeeTo, stranded } from "@/lib/accounts/handover/rules";
import { isPassing, type Held, type PassingKind, type Successor } from "@/lib/accounts/handover/types";
import { command, type Acting } from "@/lib/journal/commands";
import type { WithoutChain } from "@/lib/journal/events/types";
import { record } from "@/lib/journal/entries/commands";
import { provinceChain } from "@/lib/kernel/ids";
import { refuse } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";
import { now } from "@/lib/platform/clock";

type Handing = { handedFrom: string; handedTo: string };

/** What history says of a thing that passed, of its own record. */
function told(
  { kind, id, agencyId, detail, name, day }: Held & { kind: PassingKind },
  handed: Handing,
): WithoutChain {
  const of = {
    visit: { entity: "visit", entityId: id },
    agency: { entity: "agency", entityId: agencyId },
  } as const;
  switch (kind) {
    case "visit":
      return { ...of.visit, action: "visit-handed-on", content: { name: day, duty: detail, ...handed } };
    case "group":
      return { ...of.visit, action: "group-handed-on", content: { name: day, group: detail, ...handed } };
    case "follow_up":
      return { ...of.visit, action: "follow-up-handed-on", content: { name: day, ...handed } };
    case "post":
      return { ...of.agency, action: "post-handed-on", content: { post: detail, title: name, ...handed } };
    case "typed":
      return { ...of.agency, action: "typed-handed-on", content: handed };
    case "draft":
      return {
        entity: "document",
        entityId: id,
        action: "draft-handed-on",
        content: { title: name, ...handed },
      };
    case "responsible":
      return {
        ...{ entity: "finding", entityId: id, action: "responsible-handed-on" },
        content: { questionCode: name, ...handed },
      };
  }
}

type Moved = { passed: boolean; draftPlan: boolean };

/** Hands one thing on, with its history; whether it passed. */
async function handOver(
  { tx, viewer, today }: Acting,
  held: Held & { kind: PassingKind },
  from: HeldAccount,
  to: Successor & { personId: string },
): Promise<boolean> {
  const [moved] =
    held.kind === "typed"
      ? await tx.$queryRaw<Moved[]>`
    select hand_on_typed(${held.id}::uuid, ${from.personId}::uuid, ${to.personId}::uuid) as passed, false as "draftPlan"`
      : await tx.$queryRaw<Moved[]>`
    select passed, draft_plan as "draftPlan" from hand_on(${held.kind}, ${held.id}::uuid, ${from.personId}::uuid,
      ${to.personId}::uuid, ${today}::date, ${viewer.accountId}::uuid)`;
  if (!moved?.passed) return false;
  await record(tx, viewer, {
    // Of a plan that is still a draft the agency is told nothing.
    chain: moved.draftPlan ? provinceChain : held.agencyId,
    ...told(held, { handedFrom: from.person.fullName, handedTo: to.fullName }),
  });
  return true;
}

type Handed = { left?: number; handedTo?: string; handedCount?: number };

/** What history says of it, and the kinds that were to pass and of which nothing could. */
type Outcome = { handed: Handed; stuck: readonly PassingKind[] };

/** Hands these things on: how many passed, and how many are left. */
export async function handAll(
  acting: Acting,
  account: HeldAccount,
  { successor, things }: Pick<HandoverForm, "successor" | "things">,
  held: readonly Held[],
): Promise<Outcome> {
  const { tx } = acting;
  if (successor === "later" && held.length > 0) return { handed: { left: held.length }, stuck: [] };
  const movable = held.filter(isPassing);
  if (movable.length === 0) return { handed: {}, stuck: [] };
  if (successor === "") refuse("successor-needed", "successor");
  const chosen = (await loadSuccessors(tx, account.id, held)).find(
    ({ accountId }) => accountId === successor,
  );
  const person =
    chosen && (await tx.account.findUnique({ where: { id: successor }, select: { personId: true } }));
  if (!chosen || !person) refuse("not-a-choice", "successor");
  const passed: PassingKind[] = [];
  for (const each of movable) {
    if (!things.includes(each.kind) || !maySeeTo(chosen, each)) continue;
    if (await handOver(acting, each, account, { ...chosen, ...person })) passed.push(each.kind);
  }
  return {
    handed: { handedTo: chosen.fullName, handedCount: passed.length, left: held.length - passed.length },
    stuck: things.filter((kind) => movable.some((each) => each.kind === kind) && !passed.includes(kind)),
  };
}

/** Of each kind that was to pass something must, or nothing happens: whoever ticked it believes that it has passed. */
function refuseStuck({ handed, stuck }: Outcome): void {
  if (handed.handedCount === 0) refuse("nothing-passed", "things");
  const [kind] = stuck;
  if (kind) refuse("kind-not-passed", "things", { kind, name: handed.handedTo ?? "" });
}

/**
 * Locks an account and hands on what it holds, in one act: to a colleague, or to nobody yet, which has to be said. Whatever does not
 * pass stays listed on the page of the account and above the list of accounts.
 */
export const disableAccount = command("accounts.manage", handoverForm, async (acting, form) => {
  const { tx, today } = acting;
  const account = await holdAccount(acting, form.id);
  if (account.disabledAt !== null) refuse("already-done");
  const held = await loadHeld(tx, account.personId, today);
  refuseOther(form.shown, heldShown(held));
  const outcome = await handAll(acting, account, form, held);
  // Said before the account is locked: whoever was chosen may not take it over.
  if (form.things.length > 0) refuseStuck(outcome);
  await tx.account.update({
    where: { id: account.id },
    data: { disabledAt: now(), version: { increment: 1 } },
    select: { id: true },
  });
  await endSessions(tx, account.id);
  return toldOfAccount(account.id, "account-disabled", { name: account.name, ...outcome.handed });
});

/** Hands on what an account still holds that is locked, or whose role or agency no longer lets it do that. */
export const handOn = command("accounts.manage", handoverForm, async (acting, form) => {
  const account = await holdAccount(acting, form.id);
  const disabled = account.disabledAt !== null;
  const all = await loadHeld(acting.tx, account.personId, acting.today);
  const held = stranded(all, { ...account, disabled });
  if (!disabled && held.length === 0) refuse("not-locked");
  if (form.successor === "later") refuse("successor-needed", "successor");
  if (held.some(isPassing)) refuseOther(form.shown, heldShown(all));
  const outcome = await handAll(acting, account, form, held);
  if (outcome.handed.handedCount === undefined) refuse("already-done");
  refuseStuck(outcome);
  return toldOfAccount(account.id, "account-handed-on", { name: account.name, ...outcome.handed });
});
