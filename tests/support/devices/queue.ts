import { insisted } from "@/lib/offline/conflict/rules";
import { recorded } from "@/lib/offline/rules";
import { attempted, confirmed, nextToSend, settled } from "@/lib/offline/sending/rules";

import type { Body, Item, Reply, Sheet } from "@/lib/offline/types";

export const sheetBody = (note: string): Body => ({
  kind: "sheet",
  groupCode: "D",
  answers: { "D.1": { outcome: "conforming", note } },
});
export const made = (seq: number, body: Body, visitId = "v") => ({
  id: `${visitId}-${seq}`,
  seq,
  visitId,
  body,
  recordedAt: "2017-12-31T02:00:00Z",
});
export const noted = (item: Item | undefined): string =>
  item?.body.kind === "sheet" ? (item.body.answers["D.1"]?.note ?? "") : "";

/** The server as lib/visits/delivery is proved to be: an id is received once; a stale version is refused, and kept. */
export class Server {
  version = 0;
  note = "";
  history: string[] = [];
  readonly received = new Map<string, { note: string; version: number; number: string }>();
  readonly kept: string[] = [];

  receive(item: Item): Reply {
    const note = noted(item);
    const known = this.received.get(item.id);
    if (known && known.note === note) return this.done(known);
    if (known || item.version !== this.version) {
      this.kept.push(note);
      const current = { version: String(this.version) };
      return { kind: "conflict", conflict: { current, savedBy: "", savedAt: "", kept: "k" } };
    }
    this.version += 1;
    this.note = note;
    this.history.push(note);
    const entry = { note, version: this.version, number: String(this.received.size + 1) };
    this.received.set(item.id, entry);
    return this.done(entry);
  }

  private done({ number, version }: { number: string; version: number }): Reply {
    return { kind: "done", version, receipt: { number, time: "", fingerprint: number } };
  }
}

/** A device that may be killed at any moment: between two methods only what is stored here is left. */
export class Device {
  items: Item[] = [];
  sheet: Sheet = { visitId: "v", groupCode: "D", version: 0, answers: {} };
  #made = 0;

  constructor(
    readonly name: string,
    readonly settle: typeof settled = settled,
  ) {}

  record(note: string): void {
    this.#made += 1;
    const body = sheetBody(note);
    const { put, drop } = recorded(this.items, {
      ...made(this.#made, body),
      id: `${this.name}-${this.#made}`,
    });
    this.items = [...this.items.filter((item) => item.id !== put.id && item.id !== drop), put];
  }

  /** One delivery over a network that may lose either way; a kill may come before the reply is written down. */
  send(server: Server, network: Network, killed: boolean): void {
    const next = nextToSend(this.items);
    if (!next) return;
    const tried = attempted(next, this.sheet.version);
    this.put(tried);
    const reply = network === "request lost" ? ({ kind: "unreachable" } as const) : server.receive(tried);
    if (killed) return;
    const heard = network === "whole" ? reply : ({ kind: "unreachable" } as const);
    const { put, drop } = this.settle(this.items, tried, heard);
    this.items = this.items.filter((item) => !drop.includes(item.id));
    for (const each of put) this.put(each);
    this.sheet = { ...this.sheet, version: confirmed(tried, heard) ?? this.sheet.version };
  }

  insist(server: Server): void {
    const item = this.items.find((each) => each.standing.state === "conflict");
    if (!item) return;
    this.sheet = { ...this.sheet, version: server.version };
    this.#made += 1;
    this.items = [
      ...this.items.filter((each) => each.id !== item.id),
      insisted(item, `${this.name}-i${this.#made}`),
    ];
  }

  private put(item: Item): void {
    this.items = [...this.items.filter((each) => each.id !== item.id), item];
  }
}

export type Network = "whole" | "request lost" | "answer lost";
