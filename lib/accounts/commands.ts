import { randomBytes, randomUUID } from "node:crypto";

import { loadAgencyCode, loadKnown } from "@/lib/accounts/queries";
import { needsAgency, readablePassword } from "@/lib/accounts/rules";
import { accountsName, newAccount, oneAccount, passwordReset, type NewAccount } from "@/lib/accounts/schema";
import type { KnownPerson } from "@/lib/accounts/types";
import { asViewer, type Tx } from "@/lib/identity/database";
import { hashPassword } from "@/lib/identity/password";
import { command, commandWithSecret, type Acting, type Beside } from "@/lib/journal/commands";
import type { OfAccount } from "@/lib/journal/events/accounts/types";
import { changedSinceRead } from "@/lib/journal/last/queries";
import type { Told } from "@/lib/journal/events/types";
import { provinceChain } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { refuse, Refused } from "@/lib/kernel/result";
import { searchKey } from "@/lib/kernel/text";

const oneTimePassword = (): string => readablePassword(randomBytes(64));

/** What happened to an account: the province's to know. */
export const told = <Name extends keyof OfAccount>(
  id: string,
  action: Name,
  content: OfAccount[Name],
): Told<"account", Name> => ({ chain: provinceChain, entity: "account", entityId: id, action, content });

/** Somebody else's account, held so that two administrators act one after the other. */
export async function holdAccount({ tx, viewer }: Acting, id: string) {
  if (viewer.accountId === id) refuse("own-account");
  await tx.$queryRaw`select id from account where id = ${id}::uuid for update`;
  const account = await tx.account.findUnique({
    where: { id },
    select: {
      ...{
        id: true,
        personId: true,
        name: true,
        role: true,
        agencyId: true,
        disabledAt: true,
        version: true,
      },
      person: { select: { fullName: true } },
    },
  });
  if (!account) refuse("not-yours");
  return account;
}
export type HeldAccount = Awaited<ReturnType<typeof holdAccount>>;

export const endSessions = (tx: Tx, accountId: string): Promise<number> =>
  tx.$executeRaw`update session set revoked_at = now() where account_id = ${accountId}::uuid and revoked_at is null`;

export const placed = ({ name, place }: KnownPerson): string => [name, place].filter(Boolean).join(", ");

/** The known person, held so that nobody else opens an account for them meanwhile. */
export async function claim(tx: Tx, personId: string): Promise<KnownPerson> {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
  const known = (await loadKnown(tx)).find(({ id }) => id === personId);
  if (!known || known.hasAccount) refuse("person-taken", "personId");
  return known;
}

/** Whose account it is to be, null for somebody new: only where nobody of that name is known, or where it was said. */
async function personOf(tx: Tx, { fullName, personId = "" }: NewAccount): Promise<KnownPerson | null> {
  const isNamed = ({ name }: KnownPerson): boolean => searchKey(name) === searchKey(fullName);
  if (personId === "") {
    const same = (await loadKnown(tx)).find((each) => !each.hasAccount && isNamed(each));
    if (same) refuse("person-known", "personId", { name: same.name });
  }
  if (personId === "" || personId === "new") return null;
  const known = await claim(tx, personId);
  if (!isNamed(known)) refuse("person-differs", "personId", { name: known.name });
  return known;
}

const isNameTaken = async (tx: Tx, name: string): Promise<boolean> =>
  (await tx.account.findUnique({ where: { name }, select: { id: true } })) !== null;

/** Says of an account's name that it is taken, whatever else is wrong with the form. */
const nameBeside: Beside = async (viewer, { name: posted }) => {
  const { data: name } = accountsName.safeParse(posted);
  if (name === undefined) return [];
  return (await asViewer(viewer, (tx) => isNameTaken(tx, name))) ? [problem("name-taken", "name")] : [];
};

/** Opens an account for a person, who may be known already, with a password to be changed at the first sign-in. */
export const createAccount = commandWithSecret(
  "accounts.manage",
  newAccount,
  async ({ tx }, input) => {
    const secret = oneTimePassword();
    // Before anything is held: it takes as long as a guess shall take.
    const passwordHash = await hashPassword(secret);
    const { fullName, name, role, agencyId, address } = input;
    if (await isNameTaken(tx, name)) refuse("name-taken", "name");
    const agency = await loadAgencyCode(tx, agencyId);
    if (needsAgency(role) && agency === null) refuse("agency-needed", "agencyId");
    const known = await personOf(tx, input);
    const personId = known?.id ?? randomUUID();
    if (!known) await tx.person.create({ data: { id: personId, fullName, email: address } });
    else if (address) await tx.person.update({ where: { id: personId }, data: { email: address } });
    const account = { id: randomUUID(), name };
    await tx.account.create({
      data: { ...account, personId, passwordHash, role, agencyId, mustChangePassword: true },
      select: { id: true },
    });
    const event = told(account.id, "account-created", {
      ...{ name, fullName, role, agency, address: address ?? "" },
      ...(known && { person: placed(known) }),
    });
    return { event, secret };
  },
  { beside: nameBeside },
);

/** A new one-time password. Sent twice, the second is stale: the password that was shown is the one that holds. */
export const resetPassword = commandWithSecret(
  "accounts.manage",
  passwordReset,
  async (acting, { id, version }) => {
    const { tx } = acting;
    const secret = oneTimePassword();
    const passwordHash = await hashPassword(secret);
    const account = await holdAccount(acting, id);
    if (account.version !== version) throw new Refused(await changedSinceRead(tx, "account", id));
    await tx.account.update({
      where: { id },
      data: { passwordHash, mustChangePassword: true, version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, id);
    return { event: told(id, "account-password-reset", { name: account.name }), secret };
  },
);

/** Opens a locked account again. What was handed on meanwhile stays where it is. */
export const enableAccount = command("accounts.manage", oneAccount, async (acting, { id }) => {
  const account = await holdAccount(acting, id);
  if (account.disabledAt === null) refuse("already-done");
  await acting.tx.account.update({
    where: { id },
    data: { disabledAt: null, version: { increment: 1 } },
    select: { id: true },
  });
  return told(id, "account-enabled", { name: account.name });
});

/** Signs an account out of every browser. */
export const revokeSessions = command("accounts.manage", oneAccount, async (acting, { id }) => {
  const account = await holdAccount(acting, id);
  const sessions = await endSessions(acting.tx, id);
  if (sessions === 0) refuse("already-done");
  return told(id, "account-signed-out", { name: account.name, sessions });
});
