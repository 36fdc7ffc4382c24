/** Runs work when its turn comes. */
type Lanes = <T>(work: () => Promise<T>) => Promise<T>;

/** Heavy work of one kind in so many lanes: no more of it runs at once, and what comes meanwhile waits in the order it came. */
export function lanes(atOnce: number): Lanes {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running += 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      // A lane is handed on, or falls free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
