// Real stores on a real (if faked) IndexedDB, a server that follows the site's rules, and a network that does as it likes.
import "fake-indexeddb/auto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { absent } from "@/lib/visits/minutes/types";
import { dayOnDevice } from "@/lib/fieldwork/pack/rules";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import type { AnswerText } from "@/lib/checklists/types";
import { dayInVietnam, type PlainDate } from "@/lib/kernel/plain-date";
import { tools } from "@/lib/offline/handover/hand";
import { contestedIn } from "@/lib/offline/conflict/rules";
import { isOpen, isSealed, nextToSend } from "@/lib/offline/rules";
import { FieldStore, SealedError } from "@/lib/offline/store";
import type { Choice, Held, Item, ItemReceipt, Reply, SheetAnswers } from "@/lib/offline/types";

const visitId = "visit";
const codes = ["C.1", "C.2", "C.3"] as const;
type Code = (typeof codes)[number];

const hour = 3_600_000;

/** What people sign: what was answered, and on which day. */
type Signed = { answers: SheetAnswers; signedOn: PlainDate };

/** The site as far as a device meets it: one clause group of one visit, versions, what it keeps beside, and the seal. */
class Site {
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

const networks = ["whole", "request lost", "answer lost", "page of a hotel"] as const;
type Network = (typeof networks)[number];

let accounts = 0;

/** A device: its clock may be wrong, and whoever hears of the site from it learns by how much. */
class Device {
  fast = 0;
  /** How often its clock has been set. */
  sets = 0;

  constructor(readonly site: Site) {}

  get now(): number {
    return this.site.time + this.fast;
  }
}

/** One account on a device. What they typed and saw saved is `written`; what they chose against is given up knowingly. */
class Phone {
  readonly store = new FieldStore(`account-${(accounts += 1)}`);
  /** The day on which people signed here, where the clock of the device could be known to be right. */
  signedOn: { said: PlainDate; was: PlainDate } | null = null;
  readonly written = new Map<Code, string>();
  readonly givenUp = new Set<string>();
  /** Words of the other that were written over here, knowingly: they were on the screen. */
  readonly replaced = new Set<string>();
  #made = 0;
  #setsHeard = 0;

  constructor(
    readonly name: string,
    readonly site: Site,
    readonly device: Device,
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
    const { time } = this.site;
    const made = { madeAt: new Date(time).toISOString(), today: dayInVietnam(new Date(time)) };
    const pack = { accountId: this.store.accountId, visits: [visit], exportKey: { keyId: "k" }, ...made };
    await this.store.take({ ...pack, name: this.name } as unknown as FieldPack, -this.device.fast);
    this.#setsHeard = this.device.sets;
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
    if (network === "whole") await this.#heard();
    await this.store.settle(item, network === "whole" ? reply : { kind: "unreachable" });
  }

  async #heard(): Promise<void> {
    await this.store.measured(-this.device.fast);
    this.#setsHeard = this.device.sets;
  }

  /** Puts away what the site will never have. */
  async putAway(): Promise<void> {
    const { items } = await this.store.held();
    const refused = items.find(({ standing }) => standing.state === "refused");
    if (refused) await this.store.putAway(refused.id);
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
    if (!held.pack) return;
    const signedOn = dayOnDevice(held.pack, new Date(this.device.now));
    if (this.#setsHeard === this.device.sets)
      this.signedOn = { said: signedOn, was: dayInVietnam(new Date(this.site.time)) };
    const text = JSON.stringify({ answers: sheetIn(held).answers, signedOn } satisfies Signed);
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

const acts = [
  ...["record", "record", "record", "send", "send", "send", "choose", "choose", "seal", "lock", "refresh"],
  ...["hand over", "hand over", "decide", "hours", "clock", "refusal", "put away"],
] as const;

type Step = {
  phone: 0 | 1 | 2;
  act: (typeof acts)[number];
  hours: number;
  code: Code;
  network: Network;
  killed: boolean;
  fullDisk: boolean;
  choice: Choice;
  which: number;
};

const steps = fc.array(
  fc.record<Step>({
    phone: fc.constantFrom<0 | 1 | 2>(0, 0, 1, 1, 2),
    act: fc.constantFrom(...acts),
    hours: fc.integer({ min: -40, max: 40 }),
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
    case "hours":
      site.time += Math.abs(step.hours) * hour;
      return undefined;
    case "clock":
      phone.device.fast += step.hours * hour;
      phone.device.sets += 1;
      return undefined;
    case "refusal":
      site.refusing = true;
      return undefined;
    case "put away":
      return phone.putAway();
  }
}

/** Plays the steps; then everybody is let in, the network is whole, and each decides what is left, until nothing moves. */
async function play(all: readonly Step[]): Promise<{ site: Site; phones: readonly Phone[] }> {
  const site = new Site();
  const [device, another] = [new Device(site), new Device(site)];
  // The third is a colleague who signs in on the first one's device.
  const phones = [
    new Phone("a", site, device),
    new Phone("b", site, another),
    new Phone("c", site, device),
  ] as const;
  for (const phone of phones) await phone.begin();
  for (const step of all) {
    await act(phones[step.phone], phones[step.phone === 1 ? 0 : 1], site, step);
  }
  for (const { store } of phones) site.unlock(store.accountId);
  site.refusing = false;
  for (let round = 0; round < 12; round += 1)
    for (const phone of phones) {
      await phone.putAway();
      await phone.choose("mine", round);
      await phone.send("whole", false);
    }
  return { site, phones };
}

const isKept = ({ kept }: Site, note: string): boolean =>
  kept.some((answers) => Object.values(answers).some((answer) => answer.note === note));

/** What a phone showed as saved and the site has nowhere: neither standing, nor shown once, nor kept, nor given up knowingly. */
async function lost(site: Site, phone: Phone, others: readonly Phone[]): Promise<string[]> {
  const open = (await phone.store.held()).items.filter(isOpen);
  return [...phone.written.values()].filter(
    (note) =>
      !Object.values(site.answers).some((answer) => answer.note === note) &&
      !site.shown.has(note) &&
      !isKept(site, note) &&
      !phone.givenUp.has(note) &&
      !others.some(({ givenUp, replaced }) => givenUp.has(note) || replaced.has(note)) &&
      !open.some(
        ({ body }) => body.kind === "sheet" && Object.values(body.answers).some((each) => each.note === note),
      ),
  );
}

/** More runs where somebody asks for them: DAY_RUNS=2000. */
const numRuns = Number(process.env["DAY_RUNS"] ?? 30);

test("two phones, three accounts, any network, day and clock, full disks, locks, refusals, choices and a seal: nothing that was shown as saved is lost, and what was signed stands, by the day on which it was signed", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { site, phones } = await play(all);
      for (const phone of phones) {
        const others = phones.filter((each) => each !== phone);
        expect(await lost(site, phone, others)).toEqual([]);
        const { items } = await phone.store.held();
        expect(items.filter(isOpen).map(({ standing }) => standing.state)).toEqual([]);
        if (phone.signedOn) expect(phone.signedOn.said).toBe(phone.signedOn.was);
      }
      if (site.sealed !== null)
        expect(site.answers).toMatchObject((JSON.parse(site.sealed) as Signed).answers);
      for (const { store } of phones) {
        store.close();
        indexedDB.deleteDatabase(`nenep-field-${store.accountId}`);
      }
    }),
    { numRuns },
  );
}, 600_000);
