import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { recorded } from "@/lib/offline/rules";
import { Device, made, noted, Server, sheetBody, type Network } from "@/tests/support/devices/queue";
import { attempted, exported, settled } from "@/lib/offline/sending/rules";
import type { Item } from "@/lib/offline/types";

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
