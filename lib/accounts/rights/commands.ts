import { claim, endSessions, holdAccount, placed, told, type HeldAccount } from "@/lib/accounts/commands";
import { handAll } from "@/lib/accounts/handover/commands";
import { loadHeld } from "@/lib/accounts/handover/queries";
import { countHeld, heldShown, maySeeTo, stranded } from "@/lib/accounts/handover/rules";
import { passingKinds } from "@/lib/accounts/handover/types";
import { loadAgencyCode, loadKnown } from "@/lib/accounts/queries";
import { needsAgency } from "@/lib/accounts/rules";
import { accountRights } from "@/lib/accounts/schema";
import type { KnownPerson } from "@/lib/accounts/types";
import type { Tx } from "@/lib/identity/database";
import { command } from "@/lib/journal/commands";
import { lastChange } from "@/lib/journal/last/queries";
import { changes } from "@/lib/journal/rules";
import { conflicting, refuse, Refused } from "@/lib/kernel/result";
import { refuseOther } from "@/lib/kernel/shown";

async function conflictOf(tx: Tx, { id, role, agencyId, version }: HeldAccount): Promise<Refused> {
  const { name, at } = await lastChange(tx, "account", id);
  const current = { role, agencyId: agencyId ?? "", version: String(version) };
  return new Refused(conflicting({ current, savedBy: name, savedAt: at }));
}

/** Whom an account passes to; nobody where nothing is said. Whoever it was has nothing of the records that would be left behind. */
async function joined(tx: Tx, account: HeldAccount, personId: string): Promise<KnownPerson | null> {
  if (personId === "" || personId === "new" || personId === account.personId) return null;
  if ((await loadKnown(tx)).some(({ id }) => id === account.personId))
    refuse("person-busy", "personId", { name: account.person.fullName });
  return claim(tx, personId);
}

/**
 * Another role, another agency, or the person whose account it is; whoever is signed in begins anew with it. What is held and could be
 * done until now passes in the same act, or is said to be left, as when an account is locked.
 */
export const changeRights = command("accounts.manage", accountRights, async (acting, input) => {
  const { tx, today } = acting;
  const { id, role, agencyId, version, personId = "", successor = "" } = input;
  const account = await holdAccount(acting, id);
  const [before, after] = [await loadAgencyCode(tx, account.agencyId), await loadAgencyCode(tx, agencyId)];
  if (account.version !== version) throw await conflictOf(tx, account);
  if (needsAgency(role) && after === null) refuse("agency-needed", "agencyId");
  const to = await joined(tx, account, personId);
  const what = {
    ...changes({ role: account.role, agency: before }, { role, agency: after }),
    ...(to && { person: placed(to), personBefore: account.person.fullName }),
  };
  if (Object.keys(what).length === 0) refuse("no-change");
  const all = await loadHeld(tx, account.personId, today);
  refuseOther(input.shown, heldShown(all));
  const held = all.filter((each) => maySeeTo(account, each));
  const lost = stranded(held, { role, agencyId, disabled: false });
  if (lost.length > 0 && successor === "") refuse("held-by-change", "successor", { count: countHeld(lost) });
  const { handed } = await handAll(acting, account, { successor, things: [...passingKinds] }, lost);
  await tx.account.update({
    where: { id },
    data: { role, agencyId, ...(to && { personId: to.id }), version: { increment: 1 } },
    select: { id: true },
  });
  await endSessions(tx, id);
  return told(id, "account-rights-changed", { name: account.name, ...what, ...handed });
});
