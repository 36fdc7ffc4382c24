import type { NewPassword } from "@/lib/accounts/schema";
import { asViewer, type Tx } from "@/lib/identity/database";
import { attemptSucceeded, reserveAttempt } from "@/lib/identity/attempts";
import { hashPassword, passwordMatches } from "@/lib/identity/password";
import { passwordFault } from "@/lib/identity/rules";
import type { Viewer } from "@/lib/identity/types";
import { change, record } from "@/lib/journal/commands";
import { ownChain } from "@/lib/journal/access";
import type { Receipt, Value } from "@/lib/journal/types";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { log } from "@/lib/platform/log";

type Own = { id: string; name: string; passwordHash: string };

const changeOwn = async (
  viewer: Viewer,
  work: (tx: Tx, own: Own) => Promise<Result<Receipt>>,
): Promise<Result<Receipt>> =>
  change(viewer, async (tx) => {
    await tx.$queryRaw`select id from account where id = ${viewer.accountId}::uuid for update`;
    const own = viewer.accountId
      ? await tx.account.findUnique({
          where: { id: viewer.accountId },
          select: { id: true, name: true, passwordHash: true },
        })
      : null;
    return own ? work(tx, own) : refused(problem("not-yours"));
  });

const write = (
  tx: Tx,
  viewer: Viewer,
  own: Own,
  action: string,
  content: Record<string, Value> = {},
): Promise<Receipt> =>
  record(tx, viewer, {
    chain: ownChain(viewer),
    action,
    entity: "account",
    entityId: own.id,
    content: { name: own.name, ...content },
  });

/** Every browser but this one. */
const endOthers = (tx: Tx, viewer: Viewer): Promise<number> =>
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

/**
 * A new password ends every other session: whoever knew the old one is out. Guesses at the current one are counted before they are
 * looked at, as at the door.
 */
export async function changeOwnPassword(viewer: Viewer, input: NewPassword): Promise<Result<Receipt>> {
  const place = { address: `session ${viewer.sessionId}`, device: null };
  const { attempt, wait } = await reserveAttempt(`own ${viewer.accountId}`, place);
  if (attempt === null) return refused(problem("wait", "current", { seconds: wait }));
  // Looked at before the account is held: nobody waits for it meanwhile, and what is counted is counted in a transaction of its own.
  const stored = await storedHash(viewer);
  if (!(await passwordMatches(stored, input.current))) {
    log.warn({ event: "own password refused", account: viewer.accountId });
    return refused(problem("password-wrong", "current"));
  }
  await attemptSucceeded(attempt);
  return changeOwn(viewer, async (tx, own) => {
    if (own.passwordHash !== stored) return refused(problem("password-wrong", "current"));
    const fault = passwordFault(input.password, own.name);
    if (fault) return refused(problem(fault, "password"));
    if (input.password !== input.repeated) return refused(problem("password-differs", "repeated"));
    if (input.password === input.current) return refused(problem("password-same", "password"));
    await tx.account.update({
      where: { id: own.id },
      data: {
        passwordHash: await hashPassword(input.password),
        mustChangePassword: false,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const sessions = await endOthers(tx, viewer);
    return done(await write(tx, viewer, own, "password-changed", { sessions }));
  });
}

export const endOwnSession = (viewer: Viewer, { id }: { id: string }): Promise<Result<Receipt>> =>
  changeOwn(viewer, async (tx, own) => {
    const ended = await tx.$executeRaw`update session set revoked_at = now() where id = ${id}::uuid
      and account_id = ${own.id}::uuid and revoked_at is null`;
    if (ended === 0) return refused(problem("already-done"));
    return done(await write(tx, viewer, own, "session-ended", { sessions: ended }));
  });

export const endOtherSessions = (viewer: Viewer): Promise<Result<Receipt>> =>
  changeOwn(viewer, async (tx, own) => {
    const ended = await endOthers(tx, viewer);
    if (ended === 0) return refused(problem("already-done"));
    return done(await write(tx, viewer, own, "session-ended", { sessions: ended }));
  });
