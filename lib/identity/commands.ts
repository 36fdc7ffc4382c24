import { randomBytes } from "node:crypto";

import { attemptSucceeded, reserveAttempt } from "@/lib/identity/attempts";
import { passwordMatches } from "@/lib/identity/password";
import { accountName, sessionLimits } from "@/lib/identity/rules";
import { systemViewer, tokenHash } from "@/lib/identity/viewer";
import { problem } from "@/lib/kernel/problem";
import { done, refused, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";

/**
 * Checks name and password and opens a session; the value is its token, known to the browser alone. Unknown name, wrong
 * password and disabled account get the same answer after the same work.
 */
export async function signIn(
  typed: { name: string; password: string },
  from: { address: string; userAgent: string | null; device?: string | null },
): Promise<Result<string>> {
  const name = accountName(typed.name).slice(0, 64);
  const { attempt, wait } = await reserveAttempt(name, {
    address: from.address,
    device: from.device ?? null,
  });
  if (attempt === null) return refused(problem("wait", undefined, { seconds: wait }));
  const account = await inTransaction(systemViewer("sign-in"), (tx) =>
    tx.account.findUnique({ where: { name } }),
  );
  const matches = await passwordMatches(account?.passwordHash ?? null, typed.password.slice(0, 512));
  const admitted = matches && account !== null && account.disabledAt === null;
  if (!admitted) {
    log.warn({ event: "sign-in refused", account: account?.id ?? null });
    return refused(problem("wrong-credentials"));
  }
  await attemptSucceeded(attempt);
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
