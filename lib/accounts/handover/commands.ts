import { endSessions, holdAccount, told, type HeldAccount } from "@/lib/accounts/commands";
import { loadHeld, loadSuccessors } from "@/lib/accounts/handover/queries";
import { handoverForm, type HandoverForm } from "@/lib/accounts/handover/schema";
import { passes, type Held, type Successor } from "@/lib/accounts/handover/types";
import { command, type Acting } from "@/lib/journal/commands";
import { record } from "@/lib/journal/entries/commands";
import type { Entity, Value } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import { refuse } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";

/** What history calls each thing that passes, and of which record. */
const passing = {
  visit: ["visit-handed-on", "visit"],
  group: ["group-handed-on", "visit"],
  follow_up: ["follow-up-handed-on", "visit"],
  post: ["post-handed-on", "agency"],
  draft: ["draft-handed-on", "document"],
  responsible: ["responsible-handed-on", "finding"],
  typed: ["typed-handed-on", "agency"],
} as const satisfies Record<
  Exclude<Held["kind"], "head" | "desk">,
  readonly [action: string, entity: Entity]
>;

const contentOf = ({ kind, detail, name, day }: Held): Record<string, Value> => {
  switch (kind) {
    case "visit":
      return { name: day, duty: detail };
    case "group":
      return { name: day, group: detail };
    case "follow_up":
      return { name: day };
    case "post":
      return { post: detail, title: name };
    case "draft":
      return { title: name };
    case "responsible":
      return { questionCode: name };
    case "typed":
    case "head":
    case "desk":
      return {};
  }
};

type Moved = { passed: boolean; draftPlan: boolean };

/** Hands one thing on, with its history; whether it passed. */
async function handOver(
  { tx, viewer, today }: Acting,
  held: Held,
  from: HeldAccount,
  to: Successor & { personId: string },
): Promise<boolean> {
  if (!passes(held.kind)) return false;
  const [moved] =
    held.kind === "typed"
      ? await tx.$queryRaw<Moved[]>`
    select hand_on_typed(${held.id}::uuid, ${from.personId}::uuid, ${to.personId}::uuid) as passed, false as "draftPlan"`
      : await tx.$queryRaw<Moved[]>`
    select passed, draft_plan as "draftPlan" from hand_on(${held.kind}, ${held.id}::uuid, ${from.personId}::uuid,
      ${to.personId}::uuid, ${today}::date, ${viewer.accountId}::uuid)`;
  if (!moved?.passed) return false;
  const [action, entity] = passing[held.kind];
  await record(tx, viewer, {
    // Of a plan that is still a draft the agency is told nothing.
    chain: moved.draftPlan ? provinceChain : held.agencyId,
    action,
    entity,
    entityId: entity === "agency" ? held.agencyId : held.id,
    content: { ...contentOf(held), handedFrom: from.person.fullName, handedTo: to.fullName },
  });
  return true;
}

/** How many things passed, and how many are left. */
async function handAll(
  acting: Acting,
  account: HeldAccount,
  { successor, things }: HandoverForm,
): Promise<Record<string, Value>> {
  const { tx, today } = acting;
  const held = await loadHeld(tx, account.personId, today);
  const movable = held.filter(({ kind }) => passes(kind));
  if (movable.length === 0) return {};
  if (successor === "") refuse("successor-needed", "successor");
  if (successor === "later") return { left: held.length };
  const chosen = (await loadSuccessors(tx, account.id)).find(({ accountId }) => accountId === successor);
  const person =
    chosen && (await tx.account.findUnique({ where: { id: successor }, select: { personId: true } }));
  if (!chosen || !person) refuse("not-a-choice", "successor");
  let passed = 0;
  for (const each of movable) {
    if (!passes(each.kind) || !things.includes(each.kind)) continue;
    if (await handOver(acting, each, account, { ...chosen, ...person })) passed += 1;
  }
  return { handedTo: chosen.fullName, handedCount: passed, left: held.length - passed };
}

/**
 * Locks an account and hands on what it holds, in one act: to a colleague, or to nobody yet, which has to be said. Whatever does not
 * pass stays listed on the page of the account and above the list of accounts.
 */
export const disableAccount = command("accounts.manage", handoverForm, async (acting, form) => {
  const { tx } = acting;
  const account = await holdAccount(acting, form.id);
  if (account.disabledAt !== null) refuse("already-done");
  const handed = await handAll(acting, account, form);
  // Said before the account is locked: whoever was chosen may take over none of it.
  if (handed["handedCount"] === 0 && form.things.length > 0) refuse("nothing-passed", "things");
  await tx.account.update({
    where: { id: account.id },
    data: { disabledAt: now(), version: { increment: 1 } },
    select: { id: true },
  });
  await endSessions(tx, account.id);
  return told(account, "account-disabled", handed);
});

/** Hands on what a locked account still holds. */
export const handOn = command("accounts.manage", handoverForm, async (acting, form) => {
  const account = await holdAccount(acting, form.id);
  if (account.disabledAt === null) refuse("not-locked");
  if (form.successor === "later") refuse("successor-needed", "successor");
  const handed = await handAll(acting, account, form);
  if (handed["handedCount"] === undefined) refuse("already-done");
  if (handed["handedCount"] === 0) refuse("nothing-passed", "things");
  return told(account, "account-handed-on", handed);
});
