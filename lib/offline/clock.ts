import type { ClockOffset, ClockReading } from "@/lib/fieldwork/pack/rules";

/** How a clock stood against the site's when the site last said its time. */
export type Measured = { offset: ClockOffset; reading: ClockReading };

export const readClock = (): ClockReading => ({
  wall: Date.now(),
  page: performance.timeOrigin,
  open: performance.now(),
});

/** Smaller differences are no other clock. */
const steady = 60_000;

const nearer = <T>(a: T, b: T, distance: (of: T) => number): T => (distance(b) < distance(a) ? b : a);

/**
 * How the clock stood when something was made, once the site has said its time again. Where it stood otherwise before, somebody
 * has set it in between: a page that was open all the while has counted the time itself, though it does not count while the
 * device sleeps and so can only put the site's time too late. Else it stood as at the nearer of both times.
 */
export function offsetAt(made: ClockReading, before: Measured | undefined, after: Measured): ClockOffset {
  const { offset, reading } = after;
  const known = before?.offset ?? offset;
  if (made.page === reading.page) {
    const counted = reading.wall + offset - (reading.open - made.open) - made.wall;
    return counted < Math.min(known, offset) - steady
      ? counted
      : nearer(known, offset, (of) => Math.abs(of - counted));
  }
  return before ? nearer(before, after, (of) => Math.abs(of.reading.wall - made.wall)).offset : offset;
}

/** Has a clock run on since it was measured, as far as its page can tell? */
export const hasRunOn = ({ reading }: Measured, now: ClockReading): boolean =>
  now.page === reading.page && Math.abs(now.wall - reading.wall - (now.open - reading.open)) < steady;
