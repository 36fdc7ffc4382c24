export type Attempt = { at: Date; succeeded: boolean };

/** How guesses at one name from one place are slowed: so many failures in a row are free, each further one doubles the wait. */
type Pace = { free: number; firstSeconds: number };

const calm: Pace = { free: 5, firstSeconds: 1 };
const strained: Pace = { free: 2, firstSeconds: 5 };
const longestWaitSeconds = 15 * 60;

/** When a place is strained: so many failures from its network under whatever names, or on its name from anywhere. */
export const strain = {
  network: { failures: 100, minutes: 60 },
  name: { failures: 30, minutes: 24 * 60 },
} as const;

/** What has failed around a place lately. */
export type Around = { network: number; name: number };

/** What others do changes how many guesses are free; it never takes the first ones away from a name that has not failed here itself. */
export const paceAmong = ({ network, name }: Around): Pace =>
  network >= strain.network.failures || name >= strain.name.failures ? strained : calm;

/**
 * Seconds to wait before another attempt is looked at, up to 15 minutes. Attempts are those on one account name from one place: its
 * network, or a browser in which it has signed in before. Guessing becomes useless, and keeps out nobody but who cannot be told from
 * the guesser.
 */
export function secondsToWait(
  attemptsNewestFirst: readonly Attempt[],
  now: Date,
  { free, firstSeconds }: Pace = calm,
): number {
  const firstSuccess = attemptsNewestFirst.findIndex((attempt) => attempt.succeeded);
  const failures = firstSuccess === -1 ? attemptsNewestFirst.length : firstSuccess;
  const last = attemptsNewestFirst[0];
  if (!last || failures < free) return 0;
  const wait = Math.min(firstSeconds * 2 ** (failures - free), longestWaitSeconds);
  return Math.max(0, Math.ceil(wait - (now.getTime() - last.at.getTime()) / 1000));
}
