import { oneLine } from "@/lib/kernel/text";
import type { Role } from "@/lib/identity/types";

/** Idle and absolute life of a signed-in browser. Inspectors work where there is no network and must not lose their way in. */
export const sessionLimits: Record<Role, { idleMinutes: number; hours: number }> = {
  leader: { idleMinutes: 30, hours: 12 },
  inspector: { idleMinutes: 24 * 60, hours: 14 * 24 },
  officer: { idleMinutes: 30, hours: 12 },
  head: { idleMinutes: 30, hours: 12 },
  admin: { idleMinutes: 30, hours: 12 },
};

export type Attempt = { at: Date; succeeded: boolean };

const freeFailures = 5;
const longestWaitSeconds = 15 * 60;

/**
 * Seconds to wait before another attempt is looked at. After five failures in a row each further one doubles the wait, up to
 * 15 minutes: guessing becomes useless, and nobody can lock a colleague out for longer than that.
 */
export function secondsToWait(attemptsNewestFirst: readonly Attempt[], now: Date): number {
  const firstSuccess = attemptsNewestFirst.findIndex((attempt) => attempt.succeeded);
  const failures = firstSuccess === -1 ? attemptsNewestFirst.length : firstSuccess;
  const last = attemptsNewestFirst[0];
  if (!last || failures < freeFailures) return 0;
  const wait = Math.min(2 ** (failures - freeFailures), longestWaitSeconds);
  return Math.max(0, Math.ceil(wait - (now.getTime() - last.at.getTime()) / 1000));
}

/** Account names are compared after NFKC and lower case, both before anything is checked. */
export const accountName = (typed: string): string => oneLine(typed).normalize("NFKC").toLowerCase();

const shortestPassword = 12;
const tooCommon = /^(.)\1+$|123456|password|matkhau|mật khẩu|qwerty|abc123|nenep-?demo|quangngai/i;

export type PasswordFault = "password-too-short" | "password-too-common";

/** Length and no well-known word; no rules of composition and no forced change (OWASP ASVS 5.0, 6.2). */
export function passwordFault(password: string, name: string): PasswordFault | null {
  if ([...password].length < shortestPassword) return "password-too-short";
  return tooCommon.test(password) || password.toLowerCase().includes(name) ? "password-too-common" : null;
}
