import { randomBytes, randomUUID } from "node:crypto";

import { loadKnown } from "@/lib/accounts/queries";
import { needsAgency, readablePassword } from "@/lib/accounts/rules";
import type { AccountRights, NewAccount, PasswordReset } from "@/lib/accounts/schema";
import type { KnownPerson } from "@/lib/accounts/types";
import type { Tx } from "@/lib/identity/database";
import { may } from "@/lib/identity/matrix";
import { hashPassword } from "@/lib/identity/password";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { changedSinceRead, lastChange } from "@/lib/journal/last/queries";
import { changes } from "@/lib/journal/rules";
import type { Receipt, Value } from "@/lib/journal/types";
import { provinceChain } from "@/lib/kernel/ids";
import { problem } from "@/lib/kernel/problem";
import { conflicting, done, refused, type Refusal, type Result } from "@/lib/kernel/result";
import { searchKey } from "@/lib/kernel/text";

type WithSecret = { receipt: Receipt; secret: string };

const notYours = (): Refusal => refused(problem("not-yours"));
const oneTimePassword = (): string => readablePassword(randomBytes(64));

/** Who manages accounts may; the system's own job that makes the first one, too. */
const manages = (viewer: Viewer): boolean => may(viewer, "accounts.manage");

export const writeAccount = (
  tx: Tx,
  viewer: Viewer,
  action: string,
  account: { id: string; name: string },
  content: Record<string, Value> = {},
): Promise<Receipt> =>
  record(tx, viewer, {
    chain: provinceChain,
    action,
    entity: "account",
    entityId: account.id,
    content: { name: account.name, ...content },
  });

/** The account, locked, so that two administrators act one after the other. */
async function lock(tx: Tx, id: string) {
  await tx.$queryRaw`select id from account where id = ${id}::uuid for update`;
  return tx.account.findUnique({
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
}
export type Locked = NonNullable<Awaited<ReturnType<typeof lock>>>;

export const endSessions = (tx: Tx, accountId: string): Promise<number> =>
  tx.$executeRaw`update session set revoked_at = now() where account_id = ${accountId}::uuid and revoked_at is null`;

const agencyCode = async (tx: Tx, id: string | null): Promise<string | null> =>
  id === null
    ? null
    : ((await tx.agency.findUnique({ where: { id }, select: { code: true } }))?.code ?? null);

/** A change of somebody else's account: refused where it is one's own, or not there. */
export const changeAccount = async (
  viewer: Viewer,
  id: string,
  work: (tx: Tx, account: Locked) => Promise<Result<Receipt>>,
): Promise<Result<Receipt>> => {
  if (!manages(viewer)) return notYours();
  if (viewer.accountId === id) return refused(problem("own-account"));
  return change(viewer, async (tx) => {
    const account = await lock(tx, id);
    return account ? work(tx, account) : notYours();
  });
};

const placed = ({ name, place }: KnownPerson): string => [name, place].filter(Boolean).join(", ");

type OfWhom = { personId: string; known: KnownPerson | null };

/** The known person, locked, so that nobody else opens an account for them meanwhile. */
async function claim(tx: Tx, personId: string): Promise<Result<KnownPerson>> {
  await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
  const known = (await loadKnown(tx)).find(({ id }) => id === personId);
  return known && !known.hasAccount ? done(known) : refused(problem("person-taken", "personId"));
}

/** Whose account it is to be: somebody new only where nobody of that name is known, or where it was said. */
async function personOf(tx: Tx, { fullName, personId = "" }: NewAccount): Promise<Result<OfWhom>> {
  const isNamed = ({ name }: KnownPerson): boolean => searchKey(name) === searchKey(fullName);
  if (personId === "") {
    const same = (await loadKnown(tx)).find((each) => !each.hasAccount && isNamed(each));
    if (same) return refused(problem("person-known", "personId", { name: same.name }));
  }
  if (personId === "" || personId === "new") return done({ personId: randomUUID(), known: null });
  const known = await claim(tx, personId);
  if (!known.ok) return known;
  return isNamed(known.value)
    ? done({ personId, known: known.value })
    : refused(problem("person-differs", "personId", { name: known.value.name }));
}

/** Opens an account for a person, who may be known already, with a password to be changed at the first sign-in. */
export async function createAccount(viewer: Viewer, input: NewAccount): Promise<Result<WithSecret>> {
  if (!manages(viewer)) return notYours();
  const secret = oneTimePassword();
  const passwordHash = await hashPassword(secret);
  const result = await change(viewer, async (tx) => {
    const { fullName, name, role, agencyId, address } = input;
    if (await tx.account.findUnique({ where: { name }, select: { id: true } }))
      return refused(problem("name-taken", "name"));
    const agency = await agencyCode(tx, agencyId);
    if (needsAgency(role) && agency === null) return refused(problem("agency-needed", "agencyId"));
    const account = { id: randomUUID(), name };
    const person = await personOf(tx, input);
    if (!person.ok) return person;
    const { personId, known } = person.value;
    if (!known) await tx.person.create({ data: { id: personId, fullName, email: address } });
    else if (address) await tx.person.update({ where: { id: personId }, data: { email: address } });
    await tx.account.create({
      data: { ...account, personId, passwordHash, role, agencyId, mustChangePassword: true },
      select: { id: true },
    });
    return done(
      await writeAccount(tx, viewer, "account-created", account, {
        fullName,
        role,
        agency,
        address: address ?? "",
        ...(known && { person: placed(known) }),
      }),
    );
  });
  return result.ok ? done({ receipt: result.value, secret }) : result;
}

async function conflictOf(tx: Tx, { id, role, agencyId, version }: Locked): Promise<Refusal> {
  const { name, at } = await lastChange(tx, "account", id);
  return conflicting({
    current: { role, agencyId: agencyId ?? "", version: String(version) },
    savedBy: name,
    savedAt: at,
  });
}

/** Whom an account passes to; nobody where nothing is said. Whoever it was has nothing of the records that would be left behind. */
async function joined(tx: Tx, account: Locked, personId: string): Promise<Result<KnownPerson | null>> {
  if (personId === "" || personId === "new" || personId === account.personId) return done(null);
  if ((await loadKnown(tx)).some(({ id }) => id === account.personId))
    return refused(problem("person-busy", "personId", { name: account.person.fullName }));
  return claim(tx, personId);
}

/** Another role, another agency, or the person whose account it is; whoever is signed in begins anew with it. */
export const changeRights = (viewer: Viewer, input: AccountRights): Promise<Result<Receipt>> =>
  changeAccount(viewer, input.id, async (tx, account) => {
    const { role, agencyId, version, personId = "" } = input;
    const [before, after] = [await agencyCode(tx, account.agencyId), await agencyCode(tx, agencyId)];
    if (account.version !== version) return conflictOf(tx, account);
    if (needsAgency(role) && after === null) return refused(problem("agency-needed", "agencyId"));
    const person = await joined(tx, account, personId);
    if (!person.ok) return person;
    const to = person.value;
    const what = {
      ...changes({ role: account.role, agency: before }, { role, agency: after }),
      ...(to && { person: placed(to), personBefore: account.person.fullName }),
    };
    if (Object.keys(what).length === 0) return refused(problem("no-change"));
    await tx.account.update({
      where: { id: account.id },
      data: { role, agencyId, ...(to && { personId: to.id }), version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, account.id);
    return done(await writeAccount(tx, viewer, "account-rights-changed", account, what));
  });

/** A new one-time password. Sent twice, the second is stale: the password that was shown is the one that holds. */
export async function resetPassword(
  viewer: Viewer,
  { id, version }: PasswordReset,
): Promise<Result<WithSecret>> {
  if (!manages(viewer)) return notYours();
  const secret = oneTimePassword();
  const passwordHash = await hashPassword(secret);
  const result = await changeAccount(viewer, id, async (tx, account) => {
    if (account.version !== version) return changedSinceRead(tx, "account", id);
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: true, version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, account.id);
    return done(await writeAccount(tx, viewer, "account-password-reset", account));
  });
  return result.ok ? done({ receipt: result.value, secret }) : result;
}

/** Opens a locked account again. What was handed on meanwhile stays where it is. */
export const enableAccount = (viewer: Viewer, { id }: { id: string }): Promise<Result<Receipt>> =>
  changeAccount(viewer, id, async (tx, account) => {
    if (account.disabledAt === null) return refused(problem("already-done"));
    await tx.account.update({
      where: { id: account.id },
      data: { disabledAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    return done(await writeAccount(tx, viewer, "account-enabled", account));
  });

/** Signs an account out of every browser. */
export const revokeSessions = (viewer: Viewer, { id }: { id: string }): Promise<Result<Receipt>> =>
  changeAccount(viewer, id, async (tx, account) => {
    const ended = await endSessions(tx, account.id);
    if (ended === 0) return refused(problem("already-done"));
    return done(await writeAccount(tx, viewer, "account-signed-out", account, { sessions: ended }));
  });
