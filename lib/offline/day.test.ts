// Real stores on a real (if faked) IndexedDB, a server that follows the site's rules, and a network that does as it likes.
import "fake-indexeddb/auto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { isOpen } from "@/lib/offline/rules";
import type { Choice } from "@/lib/offline/types";
import { Phone } from "@/tests/support/devices/phone";
import {
  codes,
  Device,
  hour,
  networks,
  Site,
  type Code,
  type Network,
  type Signed,
} from "@/tests/support/devices/site";

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
