type Window = { since: number; failures: number };

export type Throttle = {
  /** Seconds to wait before this caller is looked at again; 0 where it may come in. */
  wait: (caller: string, at: Date) => number;
  fail: (caller: string, at: Date) => void;
};

/**
 * Counts what callers get wrong within a while, in the memory of this process: after so many failures they wait until it is
 * over. It spares the database and guards no secret, which nobody guesses anyway. Only so many callers are remembered, the
 * oldest forgotten first, so that it cannot be filled up.
 */
export function throttle({
  failures,
  minutes,
  callers,
}: {
  failures: number;
  minutes: number;
  callers: number;
}): Throttle {
  const windows = new Map<string, Window>();
  const length = minutes * 60_000;
  const live = (caller: string, at: Date): Window | undefined => {
    const window = windows.get(caller);
    return window && at.getTime() - window.since < length ? window : undefined;
  };
  return {
    wait: (caller, at) => {
      const window = live(caller, at);
      if (!window || window.failures < failures) return 0;
      return Math.ceil((window.since + length - at.getTime()) / 1000);
    },
    fail: (caller, at) => {
      const window = live(caller, at) ?? { since: at.getTime(), failures: 0 };
      windows.delete(caller);
      windows.set(caller, { ...window, failures: window.failures + 1 });
      const [oldest] = windows.keys();
      if (windows.size > callers && oldest !== undefined) windows.delete(oldest);
    },
  };
}
