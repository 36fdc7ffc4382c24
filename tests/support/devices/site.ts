import type { AnswerText } from "@/lib/checklists/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Item, ItemReceipt, Reply, SheetAnswers } from "@/lib/offline/types";

export const visitId = "visit";
export const codes = ["C.1", "C.2", "C.3"] as const;
export type Code = (typeof codes)[number];

export const hour = 3_600_000;

/** What people sign: what was answered, and on which day. */
export type Signed = { answers: SheetAnswers; signedOn: PlainDate };

/** The site as far as a device meets it: one clause group of one visit, versions, what it keeps beside, and the seal. */
export class Site {
  /** The time that is right. Late in the evening, so that midnight is near. */
  time = Date.parse("2017-12-31T15:30:00Z");
  /** Does it refuse for good what comes next? */
  refusing = false;
  answers: Record<string, AnswerText> = {};
  version = 0;
  sealed: string | null = null;
  readonly kept: SheetAnswers[] = [];
  readonly shown = new Set<string>();
  readonly #receipts = new Map<string, ItemReceipt>();
  readonly #locked = new Set<string>();

  lock(account: string): void {
    this.#locked.add(account);
  }

  unlock(account: string): void {
    this.#locked.delete(account);
  }

  /** What it says to an item: always the same to the same. */
  receive(account: string, item: Item): Reply {
    if (this.#locked.has(account)) return { kind: "signed-out" };
    if (item.standing.state === "leaving") return this.#keep(item);
    const known = this.#receipts.get(item.id);
    if (known) return { kind: "done", receipt: known, version: this.version };
    if (item.body.kind === "minutes" && "text" in item.body) return this.#seal(item, item.body.text);
    if (item.body.kind !== "sheet") throw new Error("not sent here");
    if (this.refusing) {
      this.refusing = false;
      return { kind: "refused", problem: "Máy chủ không nhận" };
    }
    const { answers } = item.body;
    const same = Object.entries(answers).every(([code, { note }]) => this.answers[code]?.note === note);
    if (same) return this.#done(item);
    if (this.sealed !== null) {
      this.kept.push(answers);
      return { kind: "kept", receipt: this.#receipt(), problem: "Biên bản đã chốt" };
    }
    if (item.version !== this.version) {
      this.kept.push(answers);
      const current = { version: String(this.version), ...textsOf(this.answers) };
      return {
        kind: "conflict",
        conflict: { current, savedBy: "–", savedAt: "", kept: this.#receipt().number },
      };
    }
    this.#write(answers);
    return this.#done(item);
  }

  /** What it refused is kept as what it is, once somebody puts it away; whether the visit has minutes by then comes with the receipt. */
  #keep(item: Item): Reply {
    if (item.body.kind === "sheet") this.kept.push(item.body.answers);
    return this.#done(item, this.sealed === null ? 0 : 1);
  }

  /** What was signed stands; whatever it displaces is kept. */
  #seal(item: Item, text: string): Reply {
    if (this.sealed !== null && this.sealed !== text)
      return { kind: "kept", receipt: this.#receipt(), problem: "Biên bản đã chốt" };
    this.kept.push({ ...this.answers });
    this.sealed = text;
    this.answers = { ...this.answers, ...(JSON.parse(text) as Signed).answers };
    return this.#done(item);
  }

  #write(answers: SheetAnswers): void {
    this.answers = { ...this.answers, ...answers };
    this.version += 1;
    for (const { note } of Object.values(this.answers)) this.shown.add(note);
  }

  #done(item: Item, version = this.version): Reply {
    const receipt = this.#receipt();
    this.#receipts.set(item.id, receipt);
    return { kind: "done", receipt, version };
  }

  #receipt = (): ItemReceipt => ({ number: String(this.kept.length), time: "", fingerprint: "" });
}

const textsOf = (answers: SheetAnswers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([code, { outcome, note }]) => [
      [`outcome.${code}`, outcome],
      [`note.${code}`, note],
    ]),
  );

export const networks = ["whole", "request lost", "answer lost", "page of a hotel"] as const;
export type Network = (typeof networks)[number];

/** A device: its clock may be wrong, and whoever hears of the site from it learns by how much. */
export class Device {
  fast = 0;
  /** How often its clock has been set. */
  sets = 0;

  constructor(readonly site: Site) {}

  get now(): number {
    return this.site.time + this.fast;
  }
}
