import { changeAccount, endSessions, writeAccount, type Locked } from "@/lib/accounts/commands";
import { loadHeld, loadSuccessors } from "@/lib/accounts/handover/queries";
import type { HandoverForm } from "@/lib/accounts/handover/schema";
import { passes, type Held, type Successor } from "@/lib/accounts/handover/types";
import type { Tx } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { record } from "@/lib/journal/commands";
import type { Entity, Receipt, Value } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import type { PlainDate } from "@/lib/kernel/plain-date";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { now, today } from "@/lib/platform/clock";

/** What history calls each thing that passes, and of which record. */
const told = {
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
  tx: Tx,
  viewer: Viewer,
  held: Held,
  from: Locked,
  to: Successor & { personId: string },
  on: PlainDate,
): Promise<boolean> {
  if (!passes(held.kind)) return false;
  const [moved] =
    held.kind === "typed"
      ? await tx.$queryRaw<Moved[]>`
    select hand_on_typed(${held.id}::uuid, ${from.personId}::uuid, ${to.personId}::uuid) as passed, false as "draftPlan"`
      : await tx.$queryRaw<Moved[]>`
    select passed, draft_plan as "draftPlan" from hand_on(${held.kind}, ${held.id}::uuid, ${from.personId}::uuid,
      ${to.personId}::uuid, ${on}::date, ${viewer.accountId}::uuid)`;
  if (!moved?.passed) return false;
  const [action, entity] = told[held.kind];
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
  tx: Tx,
  viewer: Viewer,
  account: Locked,
  { successor, things }: HandoverForm,
): Promise<Result<Record<string, Value>>> {
  const on = await today();
  const held = await loadHeld(tx, account.personId, on);
  const movable = held.filter(({ kind }) => passes(kind));
  if (movable.length === 0) return done({});
  if (successor === "") return refused(problem("successor-needed", "successor"));
  if (successor === "later") return done({ left: held.length });
  const chosen = (await loadSuccessors(tx, account.id)).find(({ accountId }) => accountId === successor);
  const person =
    chosen && (await tx.account.findUnique({ where: { id: successor }, select: { personId: true } }));
  if (!chosen || !person) return refused(problem("not-a-choice", "successor"));
  let passed = 0;
  for (const each of movable) {
    if (!passes(each.kind) || !things.includes(each.kind)) continue;
    if (await handOver(tx, viewer, each, account, { ...chosen, ...person }, on)) passed += 1;
  }
  return done({ handedTo: chosen.fullName, handedCount: passed, left: held.length - passed });
}

/**
 * Locks an account and hands on what it holds, in one act: to a colleague, or to nobody yet, which has to be said. Whatever does not
 * pass stays listed on the page of the account and above the list of accounts.
 */
export const disableAccount = (viewer: Viewer, form: HandoverForm): Promise<Result<Receipt>> =>
  changeAccount(viewer, form.id, async (tx, account) => {
    if (account.disabledAt !== null) return refused(problem("already-done"));
    const handed = await handAll(tx, viewer, account, form);
    if (!handed.ok) return handed;
    // Said before the account is locked: whoever was chosen may take over none of it.
    if (handed.value["handedCount"] === 0 && form.things.length > 0)
      return refused(problem("nothing-passed", "things"));
    await tx.account.update({
      where: { id: account.id },
      data: { disabledAt: now(), version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, account.id);
    return done(await writeAccount(tx, viewer, "account-disabled", account, handed.value));
  });

/** Hands on what a locked account still holds. */
export const handOn = (viewer: Viewer, form: HandoverForm): Promise<Result<Receipt>> =>
  changeAccount(viewer, form.id, async (tx, account) => {
    if (account.disabledAt === null) return refused(problem("not-locked"));
    if (form.successor === "later") return refused(problem("successor-needed", "successor"));
    const handed = await handAll(tx, viewer, account, form);
    if (!handed.ok) return handed;
    if (handed.value["handedCount"] === undefined) return refused(problem("already-done"));
    if (handed.value["handedCount"] === 0) return refused(problem("nothing-passed", "things"));
    return done(await writeAccount(tx, viewer, "account-handed-on", account, handed.value));
  });
