import { expect } from "vitest";

import { dayOnDevice } from "@/lib/fieldwork/pack/rules";
import type { FieldPack } from "@/lib/fieldwork/pack/types";
import { dayInVietnam, type PlainDate } from "@/lib/kernel/plain-date";
import { contestedIn } from "@/lib/offline/conflict/rules";
import { tools } from "@/lib/offline/handover/hand";
import { isSealed } from "@/lib/offline/rules";
import { nextToSend } from "@/lib/offline/sending/rules";
import { FieldStore, SealedError } from "@/lib/offline/store";
import type { Choice, Held, Reply } from "@/lib/offline/types";
import { absent } from "@/lib/visits/minutes/types";
import {
  codes,
  visitId,
  type Code,
  type Device,
  type Network,
  type Signed,
  type Site,
} from "@/tests/support/devices/site";

let accounts = 0;

/** One account on a device. What they typed and saw saved is `written`; what they chose against is given up knowingly. */
export class Phone {
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
