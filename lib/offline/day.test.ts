// Real stores on a real (if faked) IndexedDB, a server that follows the site's rules, and a network that does as it likes.
import "fake-indexeddb/auto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { absent } from "@/lib/audits/minutes/types";
import type { FieldPack } from "@/lib/audits/field/types";
import type { AnswerText } from "@/lib/audits/types";
import { tools } from "@/lib/offline/handover/hand";
import { contestedIn, isOpen, isSealed, nextToSend } from "@/lib/offline/rules";
import { FieldStore, SealedError } from "@/lib/offline/store";
import type { Choice, Held, Item, ItemReceipt, Reply, SheetAnswers } from "@/lib/offline/types";

const visitId = "visit";
const codes = ["C.1", "C.2", "C.3"] as const;
type Code = (typeof codes)[number];

/** The site as far as a device meets it: one clause group of one visit, versions, what it keeps beside, and the seal. */
class Site {
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
    const known = this.#receipts.get(item.id);
    if (known) return { kind: "done", receipt: known, version: this.version };
    if (item.body.kind === "minutes" && "text" in item.body) return this.#seal(item, item.body.text);
    if (item.body.kind !== "sheet") throw new Error("not sent here");
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

  /** What was signed stands; whatever it displaces is kept. */
  #seal(item: Item, text: string): Reply {
    if (this.sealed !== null && this.sealed !== text)
      return { kind: "kept", receipt: this.#receipt(), problem: "Biên bản đã chốt" };
    this.kept.push({ ...this.answers });
    this.sealed = text;
    this.answers = { ...this.answers, ...(JSON.parse(text) as SheetAnswers) };
    return this.#done(item);
  }

  #write(answers: SheetAnswers): void {
    this.answers = { ...this.answers, ...answers };
    this.version += 1;
    for (const { note } of Object.values(this.answers)) this.shown.add(note);
  }

  #done(item: Item): Reply {
    const receipt = this.#receipt();
    this.#receipts.set(item.id, receipt);
    return { kind: "done", receipt, version: this.version };
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

const networks = ["whole", "request lost", "answer lost", "page of a hotel"] as const;
type Network = (typeof networks)[number];

let devices = 0;

/** One person's phone. What they typed and saw saved is `written`; what they chose against is given up knowingly. */
class Phone {
  readonly store = new FieldStore(`account-${(devices += 1)}`);
  readonly written = new Map<Code, string>();
  readonly givenUp = new Set<string>();
  /** Words of the other that were written over here, knowingly: they were on the screen. */
  readonly replaced = new Set<string>();
  #made = 0;

  constructor(
    readonly name: string,
    readonly site: Site,
  ) {}

  async begin(): Promise<void> {
    const { answers, version } = this.site;
    const visit = {
      id: visitId,
      answers: { ...answers },
      sections: version > 0 ? { C: { version, savedAt: new Date(0) } } : {},
      checklist: {
        groups: [{ code: "C", title: "", points: 1 }],
        questions: codes.map((code) => ({ code, groupCode: "C" })),
      },
      openBefore: [],
      rechecks: {},
      photos: {},
      handKey: "00".repeat(32),
    };
    const pack = { accountId: this.store.accountId, visits: [visit], exportKey: { keyId: "k" } };
    await this.store.take({ ...pack, name: this.name, madeAt: "" } as unknown as FieldPack, 0);
  }

  async record(code: Code, fullDisk: boolean): Promise<void> {
    const note = `${this.name}${(this.#made += 1)}`;
    const before = sheetIn(await this.store.held()).answers[code]?.note;
    const undo = fullDisk ? failingPuts() : () => undefined;
    try {
      await this.store.record(visitId, "C", code, { outcome: "partly", note });
      this.written.set(code, note);
      if (before !== undefined) this.replaced.add(before);
    } catch (error) {
      if (!fullDisk && !(error instanceof SealedError)) throw error;
    } finally {
      undo();
    }
  }

  /** One delivery; a kill may come before the reply is written down. */
  async send(network: Network, killed: boolean): Promise<void> {
    const next = nextToSend((await this.store.held()).items);
    const item = next && (await this.store.attempt(next.id));
    if (!item) return;
    const reply: Reply =
      network === "whole" || network === "answer lost"
        ? this.site.receive(this.store.accountId, item)
        : { kind: "unreachable" };
    if (killed) return;
    await this.store.settle(item, network === "whole" ? reply : { kind: "unreachable" });
  }

  async choose(choice: Choice, which: number): Promise<void> {
    const held = await this.store.held();
    const item = held.items.find(({ standing }) => standing.state === "conflict");
    if (!item) return;
    const open = contestedIn(item, sheetIn(held));
    const code = open[which % open.length];
    if (code === undefined) return;
    const mine = item.body.kind === "sheet" ? item.body.answers[code]?.note : undefined;
    if (choice === "theirs" && mine !== undefined) this.givenUp.add(mine);
    await this.store.choose(item.id, code, choice);
  }

  /** Hands everything over to the other, who takes it in whole or not at all. */
  async handOver(to: Phone, fullDisk: boolean): Promise<void> {
    const file = await fileOf(this);
    const undo = fullDisk ? failingPuts() : () => undefined;
    try {
      if (file) expect(await takeIn(to, file)).not.toMatch(/altered|foreign|key|edition|another/);
    } catch (error) {
      if (!fullDisk && !(error instanceof SealedError)) throw error;
    } finally {
      undo();
    }
  }

  /** Decides about one thing that the two phones say differently. */
  async decide(choice: Choice, which: number): Promise<void> {
    const held = await this.store.held();
    const open = held.handovers[0]?.open ?? [];
    const about = open[which % open.length];
    if (!about) return;
    const mine = sheetIn(held).answers[about.code]?.note;
    try {
      await this.store.decide(visitId, about, choice);
      if (choice === "theirs" && mine !== undefined) this.givenUp.add(mine);
    } catch (error) {
      if (!(error instanceof SealedError)) throw error;
    }
  }

  async seal(): Promise<void> {
    const held = await this.store.held();
    if (isSealed(held.items, visitId)) return;
    const text = JSON.stringify(sheetIn(held).answers);
    const draft = { visitId, findings: [], conclusion: "", representative: absent };
    await this.store.finish(visitId, { kind: "minutes", text, fingerprint: "" }, draft);
  }
}

const atVisit = async ({ store }: Phone) => {
  const { pack } = await store.held();
  const [visit] = pack?.visits ?? [];
  if (!pack || !visit) throw new Error("nothing was taken along");
  return { pack, visit };
};

async function fileOf(phone: Phone): Promise<Blob | null> {
  const { pack, visit } = await atVisit(phone);
  try {
    return (await tools.handOver(phone.store, pack, visit, new Date(0)))?.file ?? null;
  } catch (error) {
    if (error instanceof SealedError) return null;
    throw error;
  }
}

async function takeIn(phone: Phone, file: Blob): Promise<string> {
  const { pack, visit } = await atVisit(phone);
  const came = await tools.takeIn(phone.store, pack, visit, file);
  return typeof came === "string" ? came : "taken";
}

const sheetIn = ({ sheets }: Held) => sheets[0] ?? { visitId, groupCode: "C", version: 0, answers: {} };

/** No room: every write of a browser's database fails until it is undone. */
function failingPuts(): () => void {
  const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put");
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  return () => {
    if (put) Object.defineProperty(IDBObjectStore.prototype, "put", put);
  };
}

type Step = {
  phone: 0 | 1;
  act: "record" | "send" | "choose" | "seal" | "lock" | "refresh" | "hand over" | "decide";
  code: Code;
  network: Network;
  killed: boolean;
  fullDisk: boolean;
  choice: Choice;
  which: number;
};

const steps = fc.array(
  fc.record<Step>({
    phone: fc.constantFrom<0 | 1>(0, 1),
    act: fc.constantFrom(
      "record",
      "record",
      "record",
      "send",
      "send",
      "send",
      "choose",
      "choose",
      "seal",
      "lock",
      "refresh",
      "hand over",
      "hand over",
      "decide",
    ),
    code: fc.constantFrom(...codes),
    network: fc.constantFrom(...networks, "whole", "whole"),
    killed: fc.boolean(),
    fullDisk: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    choice: fc.constantFrom<Choice>("mine", "theirs"),
    which: fc.nat(2),
  }),
  { minLength: 4, maxLength: 30 },
);

async function act(phone: Phone, other: Phone, site: Site, step: Step): Promise<void> {
  switch (step.act) {
    case "record":
      return phone.record(step.code, step.fullDisk);
    case "send":
      return phone.send(step.network, step.killed);
    case "choose":
      return phone.choose(step.choice, step.which);
    case "seal":
      return phone.name === "a" ? phone.seal() : undefined;
    case "lock":
      site.lock(phone.store.accountId);
      return undefined;
    case "refresh":
      return phone.begin();
    case "hand over":
      return phone.handOver(other, step.fullDisk);
    case "decide":
      return phone.decide(step.choice, step.which);
  }
}

/** Plays the steps; then everybody is let in, the network is whole, and each decides what is left, until nothing moves. */
async function play(all: readonly Step[]): Promise<{ site: Site; phones: readonly [Phone, Phone] }> {
  const site = new Site();
  const phones = [new Phone("a", site), new Phone("b", site)] as const;
  for (const phone of phones) await phone.begin();
  for (const step of all) {
    await act(phones[step.phone], phones[step.phone === 0 ? 1 : 0], site, step);
  }
  for (const { store } of phones) site.unlock(store.accountId);
  for (let round = 0; round < 12; round += 1)
    for (const phone of phones) {
      await phone.choose("mine", round);
      await phone.send("whole", false);
    }
  return { site, phones };
}

const isKept = ({ kept }: Site, note: string): boolean =>
  kept.some((answers) => Object.values(answers).some((answer) => answer.note === note));

/** What a phone showed as saved and the site has nowhere: neither standing, nor shown once, nor kept, nor given up knowingly. */
async function lost(site: Site, phone: Phone, other: Phone): Promise<string[]> {
  const open = (await phone.store.held()).items.filter(isOpen);
  return [...phone.written.values()].filter(
    (note) =>
      !Object.values(site.answers).some((answer) => answer.note === note) &&
      !site.shown.has(note) &&
      !isKept(site, note) &&
      !phone.givenUp.has(note) &&
      !other.givenUp.has(note) &&
      !other.replaced.has(note) &&
      !open.some(
        ({ body }) => body.kind === "sheet" && Object.values(body.answers).some((each) => each.note === note),
      ),
  );
}

/** More runs where somebody asks for them: DAY_RUNS=2000. */
const numRuns = Number(process.env["DAY_RUNS"] ?? 30);

test("two phones, any network, full disks, locks, choices and a seal: nothing that was shown as saved is lost, and what was signed stands", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { site, phones } = await play(all);
      const [a, b] = phones;
      for (const phone of phones) {
        expect(await lost(site, phone, phone === a ? b : a)).toEqual([]);
        const { items } = await phone.store.held();
        expect(items.filter(isOpen).map(({ standing }) => standing.state)).toEqual([]);
      }
      if (site.sealed !== null) expect(site.answers).toMatchObject(JSON.parse(site.sealed) as SheetAnswers);
      for (const { store } of phones) {
        store.close();
        indexedDB.deleteDatabase(`nenep-field-${store.accountId}`);
      }
    }),
    { numRuns },
  );
}, 600_000);
