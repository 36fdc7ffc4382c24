import { smaller } from "@/lib/offline/photo";
import { nextToSend } from "@/lib/offline/sending/rules";
import { askTime, deliver } from "@/lib/offline/server";
import type { FieldStore } from "@/lib/offline/store";
import type { Item, Silence } from "@/lib/offline/types";

/** After these nobody has to do anything on this device: it tries again by itself. */
const passing: readonly Sending[] = [
  "unreachable",
  "unwritten",
  "captive",
  "gateway",
  "failing",
  "suspect",
  "later",
];

/** What the last try to send came to. */
export type Sending = "idle" | "sending" | "signed-out" | "another" | "unreachable" | "unwritten" | Silence;

const pauseAfterFailure = 15_000;
/** Where the device itself says that there is no network, it is asked again more seldom: it is not always right. */
const pauseOffline = 60_000;

/**
 * Delivers what waits, one item at a time, in the order in which it was made. It tries again when something is recorded, when the
 * network comes back, when the page is looked at again, when a person asks for it, and by itself while something waits.
 */
export class Sync {
  #running = false;
  #again = false;
  /** From when on the server takes more, where it has said so; else null. */
  resumesAt: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  /** `isTheirs`: whether this is, at this moment, the browser of the account whose store it is. */
  constructor(
    readonly store: FieldStore,
    readonly elsewhere: string,
    readonly isTheirs: () => boolean,
    readonly tell: (sending: Sending) => void,
  ) {}

  /** Sends nothing more and says nothing more: the store is about to be closed. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#again = false;
  }

  /**
   * Sends, unless the device says that it has no network: what was never tried takes newer text, and the queue stays short. A person
   * who asks, and the clock while something waits, try it all the same.
   */
  async run(insisting = false): Promise<void> {
    this.#stopped = false;
    if (!navigator.onLine && !insisting) {
      this.#later(pauseOffline);
      return;
    }
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    clearTimeout(this.#timer);
    // Only one page of a browser sends at a time.
    try {
      await navigator.locks.request(`nenep-field-${this.store.accountId}`, () => this.#all());
    } catch {
      // A try that cannot be written down on the device is not made.
      this.#end("unwritten");
    } finally {
      this.#running = false;
    }
  }

  #say(sending: Sending): void {
    if (!this.#stopped) this.tell(sending);
  }

  #end(outcome: Sending): void {
    this.#say(outcome);
    if (passing.includes(outcome))
      this.#later(Math.max(pauseAfterFailure, (this.resumesAt ?? 0) - Date.now()));
  }

  async #all(): Promise<void> {
    let outcome: Sending = "idle";
    do {
      this.#again = false;
      outcome = await this.#queue();
    } while (this.#again);
    this.#end(outcome);
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.run(true), pause);
  }

  /** Without room or a picture that this browser reads, reading goes on without it: sending does not wait for it. */
  async #keepCopy({ visitId, body }: Item, picture: ArrayBuffer): Promise<void> {
    if (body.kind !== "photo") return;
    try {
      const small = await smaller(new Blob([picture], { type: "image/jpeg" }));
      if (small) await this.store.keepCopy(visitId, body.sha256, small);
    } catch {
      // It is still to be had from the site.
    }
  }

  async #queue(): Promise<Sending> {
    const { accountId } = this.store;
    while (!this.#stopped) {
      const next = nextToSend(await this.store.items());
      // Nothing is so much as tried where somebody else has signed in, or this person out.
      if (next && !this.isTheirs()) return "another";
      // By which clock it was made is known before it goes.
      const stands = next?.made && this.store.mayHaveBeenSet() ? await askTime(accountId) : null;
      if (stands !== null) await this.store.measured(stands);
      const item = next && (await this.store.attempt(next.id));
      if (!item) return "idle";
      this.#say("sending");
      const picture = await this.store.picture(item.id);
      const { reply, offset } = await deliver(accountId, item, picture, this.elsewhere);
      if (reply.kind === "done" && picture) await this.#keepCopy(item, picture);
      await this.store.settle(item, reply);
      if (offset !== null) await this.store.measured(offset);
      if (reply.kind === "signed-out" || reply.kind === "another") return reply.kind;
      this.resumesAt = reply.kind === "unreachable" ? (reply.until ?? null) : null;
      if (reply.kind === "unreachable") return reply.why ?? reply.kind;
    }
    return "idle";
  }
}
