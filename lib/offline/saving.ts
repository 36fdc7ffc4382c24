/** Why a write to this device's store failed: no room, minutes already sealed, the store taken away, or something else. */
export type Failure = "full" | "sealed" | "closed" | "other";

type Chained = { name?: unknown; inner?: unknown; cause?: unknown };

const failures: readonly (readonly [RegExp, Failure])[] = [
  [/quota/i, "full"],
  [/SealedError/, "sealed"],
  [/DatabaseClosed|InvalidState|MissingAPI|VersionChange|OpenFailed|Security/, "closed"],
];

/** What an error of the store means. The first reason often lies within: a transaction is aborted because there is no room. */
export function failureOf(error: unknown): Failure {
  const names: string[] = [];
  for (let at: unknown = error; at instanceof Object && names.length < 5;) {
    const { name, inner, cause }: Chained = at;
    names.push(String(name));
    at = inner ?? cause;
  }
  return failures.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? "other";
}

/**
 * Something that is not on the device yet: what was to be written, and why it could not be, once it could not. It has no value where
 * nothing of a person's would be lost with it, and is asked for where only a person tries it again.
 */
export type Unsaved = { value: unknown; failure: Failure | null; asked: boolean };

type Entry = Unsaved & { turn: number; since: number; write: () => Promise<unknown> };

/** Milliseconds that a write may take before it counts as not done. */
const atOnce = 1_000;

/**
 * The one place through which everything is written to the device. What could not be written stays here, is named until it is
 * written, and is tried again with each next change. What a person must ask for anew, such as a seal, is never tried by itself.
 */
export class Saving {
  #entries: ReadonlyMap<string, Entry> = new Map();
  #turn = 0;
  readonly #told = new Set<() => void>();

  /** Writes the newest value of a thing; true once it is on the device. */
  async save(
    key: string,
    value: unknown,
    write: () => Promise<unknown>,
    { asked = false } = {},
  ): Promise<boolean> {
    const { failure = null, since = Date.now() } = this.#entries.get(key) ?? {};
    this.#turn += 1;
    this.#put(key, { value, write, asked, failure, since, turn: this.#turn });
    const written = await this.#write(key);
    await this.#others(key);
    return written;
  }

  /** Tries again what failed, and with it whatever else waits: what a person must ask for anew only where it is what they ask for. */
  async retry(key: string): Promise<boolean> {
    const written = await this.#write(key);
    await this.#others(key);
    return written;
  }

  /** Tries once more whatever is not on the device; true once nothing would be lost with the page. */
  async settle(): Promise<boolean> {
    for (const [key, { asked }] of this.#entries) if (!asked) await this.#write(key);
    return this.wouldLose(Infinity) === 0;
  }

  /**
   * How many things that a person made here would be lost if the page went at that moment (milliseconds): what could not be
   * written, or is still being written. What has no value is asked for again, and sealed minutes take nothing more.
   */
  wouldLose(now: number): number {
    return [...this.#entries.values()].filter(
      ({ value, failure, since }) =>
        value !== null && failure !== "sealed" && (failure !== null || now - since > atOnce),
    ).length;
  }

  /** Lets go of what is not to be written any more. */
  forget(key: string): void {
    this.#put(key, null);
  }

  /** What is not on the device, by key: the same map until something changes. */
  get unsaved(): ReadonlyMap<string, Unsaved> {
    return this.#entries;
  }

  /** Calls back after each change; gives back how to stop. */
  readonly watch = (told: () => void): (() => void) => {
    this.#told.add(told);
    return () => {
      this.#told.delete(told);
    };
  };

  async #write(key: string): Promise<boolean> {
    const entry = this.#entries.get(key);
    if (!entry) return true;
    const newest = (): boolean => this.#entries.get(key)?.turn === entry.turn;
    try {
      await entry.write();
      if (newest()) this.#put(key, null);
      return true;
    } catch (error) {
      if (newest()) this.#put(key, { ...entry, failure: failureOf(error) });
      return false;
    }
  }

  async #others(key: string): Promise<void> {
    for (const [other, { failure, asked }] of this.#entries)
      if (other !== key && failure !== null && !asked) await this.#write(other);
  }

  #put(key: string, entry: Entry | null): void {
    const entries = new Map(this.#entries);
    if (entry) entries.set(key, entry);
    else entries.delete(key);
    this.#entries = entries;
    for (const told of this.#told) told();
  }
}

/** How many things that a person made or asked for could not be written: while there are any, nothing is well. */
export const failed = (unsaved: ReadonlyMap<string, Unsaved>): number =>
  [...unsaved.values()].filter(({ failure, value, asked }) => failure !== null && (asked || value !== null))
    .length;

/** What is not on the device of one kind, by the last part of its key: "answer <visit>" gives questions. */
export const valuesUnder = <T>(unsaved: ReadonlyMap<string, Unsaved>, scope: string): Record<string, T> =>
  Object.fromEntries(
    [...unsaved].flatMap(([key, { value }]) =>
      key.startsWith(`${scope} `) ? [[key.slice(scope.length + 1), value as T]] : [],
    ),
  );
