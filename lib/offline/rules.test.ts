import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { insisted } from "@/lib/offline/conflict/rules";
import {
  attempted,
  confirmed,
  doubtfulNotes,
  exported,
  nextToSend,
  recorded,
  refreshed,
  settled,
  standingOf,
} from "@/lib/offline/rules";
import type { Body, Item, Reply, Sheet } from "@/lib/offline/types";

const sheetBody = (note: string): Body => ({
  kind: "sheet",
  groupCode: "D",
  answers: { "D.1": { outcome: "conforming", note } },
});
const made = (seq: number, body: Body, visitId = "v") => ({
  id: `${visitId}-${seq}`,
  seq,
  visitId,
  body,
  recordedAt: "2017-12-31T02:00:00Z",
});
const answered = (item: Item, reply: Reply): Item => settled([item], item, reply).put[0] ?? item;
const noted = (item: Item | undefined): string =>
  item?.body.kind === "sheet" ? (item.body.answers["D.1"]?.note ?? "") : "";

describe("the queue", () => {
  it("puts newer text into an item that was never tried, and behind one that was", () => {
    const first = recorded([], made(1, sheetBody("a"))).put;
    expect(recorded([first], made(2, sheetBody("b"))).put).toMatchObject({ id: "v-1", body: sheetBody("b") });
    const tried = attempted(first, undefined);
    expect(recorded([tried], made(2, sheetBody("b"))).put).toMatchObject({ id: "v-2", tries: 0 });
  });

  it("replaces what was refused by what the person has mended", () => {
    const refused = answered(attempted(recorded([], made(1, sheetBody("a"))).put, undefined), {
      kind: "refused",
      problem: "quá dài",
    });
    expect(recorded([refused], made(2, sheetBody("b")))).toMatchObject({ put: { id: "v-2" }, drop: "v-1" });
  });

  it("sends minutes after everything else of their visit, and nothing past an open item of the same subject", () => {
    const minutes: Body = {
      kind: "minutes",
      conclusion: "",
      findings: [],
      representative: { opinion: "absent", name: "", title: "", statement: "", signature: { kind: "none" } },
      fingerprint: "",
    };
    const last = recorded([], made(1, minutes)).put;
    const sheet = recorded([], made(2, sheetBody("a"))).put;
    expect(nextToSend([last, sheet])?.id).toBe("v-2");
    const stuck = answered(sheet, { kind: "refused", problem: "x" });
    expect(nextToSend([last, stuck])).toBeNull();
    expect(nextToSend([last, stuck, recorded([], made(3, sheetBody("a"), "w")).put])?.visitId).toBe("w");
  });

  it("sends a caption after its photograph, never past it, and past any other", () => {
    const picture = (sha256: string): Body => ({
      kind: "photo",
      questionCode: "D.2",
      sha256,
      fileName: "a.jpg",
    });
    const caption: Body = { kind: "caption", questionCode: "D.2", sha256: "x", caption: "Bảng tin" };
    const said = recorded([], made(2, caption)).put;
    const tried = attempted(recorded([], made(1, picture("x"))).put, undefined);
    expect(nextToSend([said, tried])?.id).toBe("v-1");
    const stuck = answered(tried, { kind: "refused", problem: "x" });
    expect(nextToSend([said, stuck])).toBeNull();
    const other = answered(recorded([], made(1, picture("y"))).put, { kind: "refused", problem: "x" });
    expect(nextToSend([said, other])?.id).toBe("v-2");
    expect(recorded([said], made(3, { ...caption, caption: "Bảng" })).put).toMatchObject({ id: "v-2" });
  });

  it("sends a picture, its taking back and the same picture anew in their order, whatever is stuck", () => {
    const of = { questionCode: "D.2", sha256: "x" };
    const picture: Body = { kind: "photo", ...of, fileName: "a.jpg" };
    const taken = attempted(recorded([], made(1, picture)).put, undefined);
    const said = recorded([], made(2, { kind: "caption", ...of, caption: "Bảng" })).put;
    const back = recorded([], made(3, { kind: "removal", ...of })).put;
    const anew = recorded([], made(4, picture)).put;
    expect(nextToSend([anew, back, said, taken])?.id).toBe("v-1");
    expect(nextToSend([anew, back, said])?.id).toBe("v-2");
    expect(nextToSend([anew, back, answered(said, { kind: "refused", problem: "x" })])?.id).toBe("v-3");
    expect(nextToSend([anew])?.id).toBe("v-4");
  });

  it("doubts a note that outlives the answer it was written under, until it is another note or another answer", () => {
    const said = (outcome: "conforming" | "partly", note: string) => ({ "D.1": { outcome, note } });
    const before = { answers: said("partly", "Chưa niêm yết") };
    expect(doubtfulNotes(before, said("conforming", "Chưa niêm yết"))).toEqual(["D.1"]);
    expect(doubtfulNotes(before, said("conforming", "Đã niêm yết"))).toEqual([]);
    expect(doubtfulNotes({ answers: said("partly", "") }, said("conforming", ""))).toEqual([]);
    const since = { answers: said("conforming", "Chưa niêm yết"), doubtful: ["D.1"] };
    expect(doubtfulNotes(since, said("conforming", "Chưa niêm yết"))).toEqual(["D.1"]);
    expect(doubtfulNotes({ answers: since.answers }, said("conforming", "Chưa niêm yết"))).toEqual([]);
    expect(doubtfulNotes(since, said("partly", "Chưa niêm yết"))).toEqual([]);
  });

  it("lets no pack that was made before the last receipt take a sheet back", () => {
    const at = (version: number, note: string): Sheet => ({
      visitId: "v",
      groupCode: "D",
      version,
      answers: { "D.1": { outcome: "conforming", note } },
    });
    expect(refreshed(at(3, "mới"), at(2, "cũ"), false)).toEqual(at(3, "mới"));
    expect(refreshed(at(2, "cũ"), at(3, "của người kia"), false)).toEqual(at(3, "của người kia"));
    expect(refreshed(at(2, "chưa gửi"), at(3, "của người kia"), true)).toEqual(at(2, "chưa gửi"));
    expect(refreshed(undefined, at(1, "mang theo"), false)).toEqual(at(1, "mang theo"));
  });

  it("counts what waits, what needs a person and what has its receipt", () => {
    const waiting = recorded([], made(1, sheetBody("a"))).put;
    const receipt = { number: "1", time: "", fingerprint: "" };
    const sent = answered(waiting, { kind: "done", receipt, version: 1 });
    const stuck = answered(waiting, { kind: "refused", problem: "x" });
    expect(standingOf([waiting, sent, stuck])).toEqual({ waiting: 1, photos: 0, stuck: 1, sent: 1, kept: 0 });
  });
});

/** The server as lib/visits/delivery is proved to be: an id is received once; a stale version is refused, and kept. */
class Server {
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

type Network = "whole" | "request lost" | "answer lost";

/** A device that may be killed at any moment: between two methods only what is stored here is left. */
class Device {
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

type Step = { device: 0 | 1; act: "record" | "send" | "insist"; network: Network; killed: boolean };

const steps = fc.array(
  fc.record<Step>({
    device: fc.constantFrom<0 | 1>(0, 1),
    act: fc.constantFrom("record", "send", "send", "insist"),
    network: fc.constantFrom("whole", "request lost", "answer lost"),
    killed: fc.boolean(),
  }),
  { minLength: 5, maxLength: 60 },
);

/** Plays the steps, then lets the network be whole until nothing moves any more. */
function play(
  all: readonly Step[],
  settle: typeof settled,
): { server: Server; devices: Device[]; lost: string[] } {
  const server = new Server();
  const devices = [new Device("a", settle), new Device("b", settle)];
  const written = new Set<string>();
  all.forEach(({ device: which, act, network, killed }, n) => {
    const device = devices[which];
    if (!device) return;
    if (act === "insist") device.insist(server);
    else if (act === "send") device.send(server, network, killed);
    else {
      device.record(`${device.name}${n}`);
      written.add(`${device.name}${n}`);
    }
  });
  const last = devices.map((device) => [...written].filter((note) => note.startsWith(device.name)).at(-1));
  for (let round = 0; round < 200; round += 1)
    for (const device of devices) device.send(server, "whole", false);
  const reached = (note: string | undefined): boolean =>
    note === undefined ||
    server.history.includes(note) ||
    server.kept.includes(note) ||
    devices.some((device) =>
      device.items.some((item) => item.standing.state === "conflict" && noted(item) === note),
    );
  return { server, devices, lost: last.filter((note) => !reached(note)).map(String) };
}

test("two devices, a server and a network that loses anything: nothing is lost, nothing is there twice, every sent item has its receipt", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { server, devices, lost } = play(all, settled);
      expect(lost).toEqual([]);
      expect(new Set(server.history).size).toBe(server.history.length);
      for (const item of devices.flatMap((device) => device.items)) {
        expect(item.standing.state).not.toBe("waiting");
        if (item.standing.state === "sent")
          expect(server.received.get(item.id)?.number).toBe(item.standing.receipt.number);
      }
    }),
    { numRuns: 2000 },
  );
});

test("a device that forgets before the receipt is found out", () => {
  const receipt = { number: "", time: "", fingerprint: "" };
  const forgetful: typeof settled = (items, item, reply) =>
    reply.kind === "unreachable"
      ? { put: [{ ...item, standing: { state: "sent", receipt } }], drop: [] }
      : settled(items, item, reply);
  const found = fc.check(
    fc.property(steps, (all) => play(all, forgetful).lost.length === 0),
    { numRuns: 2000 },
  );
  expect(found.failed).toBe(true);
});

describe("what goes into a file", () => {
  const held = (seq: number, note: string, more: Partial<Item> = {}): Item => ({
    ...recorded([], made(seq, sheetBody(note))).put,
    ...more,
  });
  const minutes: Item = {
    ...held(1, ""),
    id: "v-m",
    subject: "minutes",
    body: {
      kind: "minutes",
      conclusion: "",
      findings: [],
      representative: { opinion: "absent", statement: "", name: "", title: "", signature: { kind: "none" } },
      fingerprint: "f",
    },
  };
  const receipt = { number: "1", time: "", fingerprint: "" };

  it("is everything without a receipt, minutes last", () => {
    const sent = held(2, "b", { standing: { state: "sent", receipt } });
    const stuck = held(3, "c", { standing: { state: "refused", problem: "p" }, version: 4, tries: 1 });
    const going = exported([minutes, sent, stuck], () => 0);
    expect(going.map(({ id }) => id)).toEqual(["v-3", "v-m"]);
    expect(going[0]).toEqual(stuck);
  });

  it("is tried by that: newer text becomes an item behind it", () => {
    const [going] = exported([held(1, "a")], () => 3);
    expect(going).toMatchObject({ tries: 1, version: 3, standing: { state: "waiting" } });
    expect(recorded(going ? [going] : [], made(2, sheetBody("b"))).put.id).toBe("v-2");
  });

  it("says of a sheet behind another the version which that one will leave", () => {
    const tried = attempted(held(1, "a"), undefined);
    expect(exported([tried, held(2, "b")], () => 7).map(({ version }) => version)).toEqual([0, 1]);
    expect(exported([held(1, "a"), held(2, "b")], () => 7).map(({ version }) => version)).toEqual([7, 8]);
  });

  it("is made anew where the server never took what it was foretold from", () => {
    const [first, second] = exported([held(1, "a"), held(2, "b")], () => 0);
    if (!first || !second) throw new Error("nothing exported");
    const { put, drop } = settled([first, second], first, { kind: "refused", problem: "p" });
    expect(drop).toEqual([first.id]);
    expect(put).toMatchObject([{ id: second.id, version: null }]);
  });
});
