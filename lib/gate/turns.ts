/** What the work came to; `full` where it was not taken on. */
type Turn<T> = { value: T } | "full";

export type Turns = <T>(work: () => Promise<T>) => Promise<Turn<T>>;

/** Heavy work of one kind comes one after the other; past `most` of it at once, the one that waits included, no more is taken on. */
export function turns(most: number): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let there = 0;
  return async (work) => {
    if (there >= most) return "full";
    there += 1;
    const own = last.then(work);
    last = own.catch(() => undefined);
    try {
      return { value: await own };
    } finally {
      there -= 1;
    }
  };
}
