import "fake-indexeddb/auto";

import { expect, it } from "vitest";

import type { FieldPack, PackedVisit } from "@/lib/fieldwork/pack/types";
import { groupMessage } from "@/lib/visits/groups/schema";
import type { GroupHands } from "@/lib/visits/groups/types";
import { sheetMessage } from "@/lib/visits/schema";
import { absent } from "@/lib/visits/minutes/types";
import { handsOf, recordersOf } from "@/lib/offline/hands";
import { takenIn } from "@/lib/offline/handover/rules";
import { messageOf } from "@/lib/offline/messages";
import { nextToSend } from "@/lib/offline/sending/rules";
import { FieldStore, SealedError } from "@/lib/offline/store";
import type { Item, ItemReceipt } from "@/lib/offline/types";

const visitId = "00000000-0000-4000-8000-000000000009";
const colleague = { name: "Trần Văn B", mine: false, at: "2017-12-31T02:40:00.000Z" };
const theirs: GroupHands = { recorded: colleague, takers: [{ ...colleague, personId: "b" }] };

let devices = 0;

/** A phone that has taken one visit along, at a moment, with what the site then knew of a group. */
async function phone(hands: GroupHands | undefined, offset = 0) {
  const store = new FieldStore(`hands-${(devices += 1)}`);
  const takeAlong = (now: GroupHands | undefined, madeAt: string) =>
    store.take(
      {
        ...{ accountId: store.accountId, name: "Nguyễn Thị A", madeAt },
        visits: [
          {
            ...{ id: visitId, answers: {}, sections: {}, openBefore: [], rechecks: {} },
            checklist: { groups: [{ code: "D", title: "", points: 1 }] },
            ...(now && { hands: { D: now } }),
          },
        ],
      } as unknown as FieldPack,
      offset,
    );
  await takeAlong(hands, "2017-12-31T03:00:00.000Z");
  const shown = async (): Promise<GroupHands> => {
    const held = await store.held();
    return handsOf(held.pack?.visits[0] as PackedVisit, held, "D");
  };
  const send = async (receipt: ItemReceipt): Promise<Item> => {
    const [waiting] = (await store.items()).filter(({ standing }) => standing.state === "waiting");
    const tried = waiting && (await store.attempt(waiting.id));
    if (!tried) throw new Error("nothing to send");
    await store.settle(tried, { kind: "done", receipt, version: 1 });
    return tried;
  };
  return { store, takeAlong, shown, send };
}

const receiptAt = (at: string): ItemReceipt => ({ number: "000001", time: "", fingerprint: "f", at });
const brief = ({ recorded, takers }: GroupHands): unknown => [
  recorded && [recorded.mine, recorded.at],
  takers.map(({ mine, at }) => [mine, at]),
];
const theirsBriefly = [false, colleague.at];

it("a pack of before says nothing of groups, and a group can be taken all the same", async () => {
  const { store, shown } = await phone(undefined);
  expect(brief(await shown())).toEqual([null, []]);
  await store.takeGroup(visitId, "D", true);
  const { takers } = await shown();
  expect(takers).toMatchObject([{ name: "Nguyễn Thị A", mine: true }]);
});

it("is taken without a network, before the colleague's who has it too, when this device claims, with how its clock stands", async () => {
  const { store, shown } = await phone(theirs, 3_600_000);
  const before = Date.now();
  await store.takeGroup(visitId, "D", true);
  const [own, other] = (await shown()).takers;
  expect([own?.mine, other?.name]).toEqual([true, "Trần Văn B"]);
  expect(Date.parse(own?.at ?? "") - before).toBeLessThan(60_000);
  expect(own?.clockFast).toBe(-3600);
});

it("taken and given back before it left is one item, which says the last", async () => {
  const { store, shown } = await phone({
    recorded: null,
    takers: [{ ...colleague, mine: true, personId: "a" }],
  });
  await store.takeGroup(visitId, "D", true);
  await store.takeGroup(visitId, "D", false);
  expect((await shown()).takers).toEqual([]);
  const items = await store.items();
  expect(items.map(({ subject }) => subject)).toEqual(["group:D"]);
  const { to, message } = messageOf(items[0] as Item);
  expect(to).toBe("groups");
  expect(groupMessage.parse(message)).toMatchObject({ visitId, groupCode: "D", mine: false });
});

it("what was sent after the pack was made is newer than it, until a pack knows better", async () => {
  const { store, takeAlong, shown, send } = await phone(theirs);
  await store.takeGroup(visitId, "D", true);
  await send(receiptAt("2017-12-31T03:00:01.000Z"));
  const [own, other] = (await shown()).takers;
  expect(own).toMatchObject({ mine: true, receivedAt: "2017-12-31T03:00:01.000Z" });
  expect(other).toMatchObject(colleague);
  await takeAlong(theirs, "2017-12-31T03:05:00.000Z");
  expect(brief(await shown()), "given to somebody else in the office").toEqual([
    theirsBriefly,
    [theirsBriefly],
  ]);
});

it("who recorded last is oneself from the first tap, and the colleague again once theirs was taken", async () => {
  const { store, shown, send } = await phone(theirs);
  await store.record(visitId, "D", "D.1", { outcome: "partly", note: "a" });
  const before = (await shown()).recorded;
  expect(before?.mine).toBe(true);
  await send(receiptAt("2017-12-31T03:10:00.000Z"));
  const after = { mine: true, at: before?.at, receivedAt: "2017-12-31T03:10:00.000Z" };
  expect((await shown()).recorded, "its moment stays the one claimed").toMatchObject(after);
  await store.record(visitId, "D", "D.1", { outcome: "partly", note: "b" });
  const [waiting] = (await store.items()).filter(({ standing }) => standing.state === "waiting");
  const tried = await store.attempt(waiting?.id ?? "");
  const current = { version: "2", "outcome.D.1": "conforming", "note.D.1": "c" };
  const conflict = { current, savedBy: "Trần Văn B", savedAt: "", kept: "000009" };
  await store.settle(tried as Item, { kind: "conflict", conflict });
  expect((await shown()).recorded, "a colleague was faster").toEqual(colleague);
  await store.choose(tried?.id ?? "", "D.1", "theirs");
  expect((await shown()).recorded).toEqual(colleague);
});

it("is nothing any more once the minutes are sealed", async () => {
  const { store } = await phone(theirs);
  const draft = { visitId, findings: [], conclusion: "", representative: absent };
  await store.finish(visitId, { kind: "minutes", text: "{}", fingerprint: "" }, draft);
  await expect(store.takeGroup(visitId, "D", true)).rejects.toThrow(SealedError);
});

it("minutes wait for a taking that is under way, and for none that was refused", async () => {
  const { store } = await phone(theirs);
  await store.takeGroup(visitId, "D", true);
  const draft = { visitId, findings: [], conclusion: "", representative: absent };
  await store.finish(visitId, { kind: "minutes", text: "{}", fingerprint: "" }, draft);
  expect(nextToSend(await store.items())?.subject).toBe("group:D");
  const tried = await store.attempt((await store.items())[0]?.id ?? "");
  await store.settle(tried as Item, { kind: "refused", problem: "x" });
  expect(nextToSend(await store.items())?.subject).toBe("minutes");
});

it("names who recorded what another phone handed over, sent or not, until oneself changes it", async () => {
  const { store, shown, send, takeAlong } = await phone(undefined);
  const answers = { "D.1": { outcome: "partly" as const, note: "Bản cũ" } };
  const handed = {
    ...{ phone: "b", turn: 1, name: "Lê Thị Mai", madeAt: "2017-12-31T03:10:00.000Z" },
    ...{ sheets: [{ groupCode: "D", version: 0, base: {}, answers }], rechecks: [], photos: [] },
  };
  const mine = { sheets: [{ groupCode: "D", version: 0, base: {}, answers: {} }], rechecks: [], photos: [] };
  const nothing = () => {
    throw new Error("no picture was handed over");
  };
  await store.takeIn(visitId, (_held, handover) => takenIn(mine, handed, handover), nothing);
  const told = async () => sheetMessage.parse(messageOf((await store.items()).at(-1) as Item).message).by;
  expect(await told()).toBe("Lê Thị Mai");
  const theirs = { name: "Lê Thị Mai", mine: false, at: handed.madeAt };
  expect((await shown()).recorded).toEqual(theirs);
  const at = "2017-12-31T03:20:00.000Z";
  await send(receiptAt(at));
  await takeAlong(
    { recorded: { name: "Nguyễn Thị A", mine: true, at }, takers: [] },
    "2017-12-31T03:30:00.000Z",
  );
  await store.record(visitId, "D", "D.1", answers["D.1"]);
  expect((await shown()).recorded, "said again, nothing is new").toEqual(theirs);
  expect(await told()).toBe("Lê Thị Mai");
  await store.record(visitId, "D", "D.2", { outcome: "conforming", note: "" });
  expect((await shown()).recorded).toMatchObject({ name: "Nguyễn Thị A", mine: true });
  expect(await told(), "oneself sends it, and recorded it").toBe("");
});

it("names the other of a group in which a person chose the other's answer", async () => {
  const { store } = await phone(undefined);
  const noted = (note: string) => ({ outcome: "partly" as const, note });
  const sheets = (answers: Record<string, ReturnType<typeof noted>>) => [
    { groupCode: "D", version: 1, base: { "D.3": noted("trước") }, answers },
  ];
  const handed = {
    ...{ phone: "b", turn: 1, name: "Lê Thị Mai", madeAt: "2017-12-31T03:10:00.000Z" },
    sheets: sheets({ "D.1": noted("của B"), "D.2": noted("của B"), "D.3": noted("trước") }),
    ...{ rechecks: [], photos: [] },
  };
  const mine = { sheets: sheets({ "D.1": noted("của A") }), rechecks: [], photos: [] };
  await store.record(visitId, "D", "D.1", noted("của A"));
  const nothing = () => {
    throw new Error("no picture was handed over");
  };
  await store.takeIn(visitId, (_held, handover) => takenIn(mine, handed, handover), nothing);
  const told = async () => sheetMessage.parse(messageOf((await store.items()).at(-1) as Item).message).by;
  expect(await told()).toBe("Nguyễn Thị A, Lê Thị Mai");
  const [about] = (await store.held()).handovers[0]?.open ?? [];
  if (!about) throw new Error("both wrote D.1");
  await store.decide(visitId, about, "theirs");
  expect(await told()).toBe("Lê Thị Mai");
});

it("names both where each phone had recorded something of a group that nobody had sent", async () => {
  const { store, shown } = await phone(undefined);
  const noted = (note: string) => ({ outcome: "partly" as const, note });
  await store.record(visitId, "D", "D.1", noted("của A"));
  const mine = {
    sheets: [{ groupCode: "D", version: 0, base: {}, answers: { "D.1": noted("của A") } }],
    ...{ rechecks: [], photos: [] },
  };
  const handed = {
    ...{ phone: "b", turn: 1, name: "Lê Thị Mai", madeAt: "2017-12-31T03:10:00.000Z" },
    sheets: [
      { groupCode: "D", version: 0, base: {}, answers: { "D.2": noted("của B") }, by: "Võ Minh, Lê Thị Mai" },
    ],
    ...{ rechecks: [], photos: [] },
  };
  const nothing = () => {
    throw new Error("no picture was handed over");
  };
  await store.takeIn(visitId, (_held, handover) => takenIn(mine, handed, handover), nothing);
  const { message } = messageOf((await store.items()).at(-1) as Item);
  expect(sheetMessage.parse(message).by).toBe("Nguyễn Thị A, Võ Minh, Lê Thị Mai");
  expect((await shown()).recorded).toMatchObject({
    name: "Nguyễn Thị A, Võ Minh, Lê Thị Mai",
    mine: false,
  });
});

it("keeps of minutes who recorded each group, as it stood at the seal, and nobody who only said that they would", async () => {
  const { store } = await phone({ recorded: null, takers: [{ ...colleague, personId: "b" }] });
  const known = async () => {
    const held = await store.held();
    return recordersOf(held.pack?.visits[0] as PackedVisit, held);
  };
  expect(await known()).toEqual({});
  await store.record(visitId, "D", "D.1", { outcome: "conforming", note: "" });
  expect(await known()).toMatchObject({
    D: { recorded: { name: "Nguyễn Thị A", mine: true }, takers: [] },
  });
});
