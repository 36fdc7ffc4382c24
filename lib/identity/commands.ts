import { randomBytes } from "node:crypto";

import { passwordMatches } from "@/lib/identity/password";
import { accountName, secondsToWait, sessionLimits } from "@/lib/identity/rules";
import { systemViewer, tokenHash } from "@/lib/identity/viewer";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";

const addressLimit = { attempts: 100, minutes: 60 };

async function waitFor(tx: Tx, name: string, address: string): Promise<number> {
  const dayAgo = new Date(now().getTime() - 24 * 3_600_000);
  const hourAgo = new Date(now().getTime() - addressLimit.minutes * 60_000);
  const attempts = await tx.signInAttempt.findMany({
    where: { accountName: name, at: { gt: dayAgo } },
    orderBy: { at: "desc" },
    take: 40,
    select: { at: true, succeeded: true },
  });
  const fromAddress = await tx.signInAttempt.count({
    where: { address, succeeded: false, at: { gt: hourAgo } },
  });
  return fromAddress >= addressLimit.attempts ? 60 : secondsToWait(attempts, now());
}

const remember = (name: string, address: string, succeeded: boolean) =>
  inTransaction(systemViewer("sign-in"), (tx) =>
    tx.signInAttempt.create({ data: { accountName: name, address, succeeded }, select: { id: true } }),
  );

/**
 * Checks name and password and opens a session; the value is its token, known to the browser alone. Unknown name, wrong
 * password and disabled account get the same answer after the same work.
 */
export async function signIn(
  typed: { name: string; password: string },
  from: { address: string; userAgent: string | null },
): Promise<Result<string>> {
  const name = accountName(typed.name).slice(0, 64);
  const { wait, account } = await inTransaction(systemViewer("sign-in"), async (tx) => ({
    wait: await waitFor(tx, name, from.address),
    account: await tx.account.findUnique({ where: { name } }),
  }));
  if (wait > 0) return refused(problem("wait", undefined, { seconds: wait }));
  const matches = await passwordMatches(account?.passwordHash ?? null, typed.password.slice(0, 512));
  const admitted = matches && account !== null && account.disabledAt === null;
  await remember(name, from.address, admitted);
  if (!admitted) {
    log.warn({ event: "sign-in refused", account: account?.id ?? null });
    return refused(problem("wrong-credentials"));
  }
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now().getTime() + sessionLimits[account.role].hours * 3_600_000);
  await inTransaction(systemViewer("sign-in"), (tx) =>
    tx.session.create({
      data: {
        tokenHash: tokenHash(token),
        accountId: account.id,
        expiresAt,
        userAgent: from.userAgent?.slice(0, 300) ?? null,
      },
      select: { id: true },
    }),
  );
  return done(token);
}

/** Ends one session by its token: what signing out does. */
export const endSession = (token: string) =>
  inTransaction(
    systemViewer("sign-in"),
    (tx) =>
      tx.$executeRaw`update session set revoked_at = now() where token_hash = ${tokenHash(token)} and revoked_at is null`,
  );
