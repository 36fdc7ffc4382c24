import { loadCallings } from "@/lib/accounts/own/queries";
import { newPassword, nothing, oneSession } from "@/lib/accounts/schema";
import { attemptSucceeded, reserveAttempt } from "@/lib/identity/attempts";
import { asViewer } from "@/lib/identity/database";
import { hashPassword, passwordMatches } from "@/lib/identity/password";
import { passwordFault } from "@/lib/identity/rules";
import type { Viewer } from "@/lib/identity/types";
import { ownChain } from "@/lib/journal/access";
import type { JournalEvent } from "@/lib/journal/events/types";
import { command, commandOf, type Acting } from "@/lib/journal/commands";
import { problem } from "@/lib/kernel/problem";
import { refuse, refused } from "@/lib/kernel/result";
import { log } from "@/lib/platform/log";

type Own = { id: string; name: string; passwordHash: string };

/** One's own account, held. */
async function holdOwn({ tx, viewer }: Acting): Promise<Own> {
  await tx.$queryRaw`select id from account where id = ${viewer.accountId}::uuid for update`;
  const own = viewer.accountId
    ? await tx.account.findUnique({
        where: { id: viewer.accountId },
        select: { id: true, name: true, passwordHash: true },
      })
    : null;
  if (!own) refuse("not-yours");
  return own;
}

/** What happened to one's own account. */
const told = (
  viewer: Viewer,
  { id, name }: Own,
  action: "password-changed" | "session-ended",
  sessions: number,
): JournalEvent => ({
  ...{ chain: ownChain(viewer), entity: "account", entityId: id, action },
  content: { name, sessions },
});

/** Every browser but this one. */
const endOthers = ({ tx, viewer }: Acting): Promise<number> =>
  tx.$executeRaw`update session set revoked_at = now() where account_id = ${viewer.accountId}::uuid
    and id is distinct from ${viewer.sessionId}::uuid and revoked_at is null`;

const storedHash = async (viewer: Viewer): Promise<string | null> => {
  const id = viewer.accountId;
  if (id === null) return null;
  const found = await asViewer(viewer, (tx) =>
    tx.account.findUnique({ where: { id }, select: { passwordHash: true } }),
  );
  return found?.passwordHash ?? null;
};

/** A new password ends every other session: whoever knew the old one is out. */
const replacePassword = command("account.self", newPassword, async (acting, input) => {
  const { tx, viewer } = acting;
  const own = await holdOwn(acting);
  if (!(await passwordMatches(own.passwordHash, input.current))) refuse("password-wrong", "current");
  const fault = passwordFault(input.password, own.name, await loadCallings(tx, acting.today));
  if (fault) refuse(fault, "password");
  if (input.password !== input.repeated) refuse("password-differs", "repeated");
  if (input.password === input.current) refuse("password-same", "password");
  const passwordHash = await hashPassword(input.password);
  await tx.account.update({
    where: { id: own.id },
    data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
    select: { id: true },
  });
  return told(viewer, own, "password-changed", await endOthers(acting));
});

/**
 * Changes one's own password. Guesses at the current one are counted before they are looked at, as at the door, in a transaction of
 * their own: nobody waits for the account meanwhile.
 */
export const changeOwnPassword = commandOf("account.self", newPassword, async (viewer, input) => {
  const place = { address: `session ${viewer.sessionId}`, device: null };
  const { attempt, wait } = await reserveAttempt(`own ${viewer.accountId}`, place);
  if (attempt === null) return refused(problem("wait", "current", { seconds: wait }));
  if (!(await passwordMatches(await storedHash(viewer), input.current))) {
    log.warn({ event: "own password refused", account: viewer.accountId });
    return refused(problem("password-wrong", "current"));
  }
  await attemptSucceeded(attempt);
  return replacePassword(viewer, input);
});

/** Ends one of one's own sessions. */
export const endOwnSession = command("account.self", oneSession, async (acting, { id }) => {
  const own = await holdOwn(acting);
  const ended = await acting.tx.$executeRaw`update session set revoked_at = now() where id = ${id}::uuid
    and account_id = ${own.id}::uuid and revoked_at is null`;
  if (ended === 0) refuse("already-done");
  return told(acting.viewer, own, "session-ended", ended);
});

/** Ends every session of one's own but this one. */
export const endOtherSessions = command("account.self", nothing, async (acting) => {
  const own = await holdOwn(acting);
  const ended = await endOthers(acting);
  if (ended === 0) refuse("already-done");
  return told(acting.viewer, own, "session-ended", ended);
});
