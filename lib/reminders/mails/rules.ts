/** Seconds to wait after the first, second … attempt: greylisting ends within minutes, an outage within a day. */
const pauses: readonly number[] = [60, 300, 900, 3600, 10_800, 21_600, 43_200];

/** When to try again after so many attempts; null where trying has no more sense. */
export const retryAfter = (attempts: number): number | null => pauses[attempts - 1] ?? null;

/** Where a person says, without signing in, that mails shall stop. */
export const stopPage = (publicUrl: string, secret: string): string => `${publicUrl}/mail/stop/${secret}`;

/** The same for mail programs, which post to it when somebody presses their own button (RFC 8058). */
export const oneClickAddress = (publicUrl: string, secret: string): string =>
  `${publicUrl}/api/mail/stop/${secret}`;

export const mailsPageSize = 50;
