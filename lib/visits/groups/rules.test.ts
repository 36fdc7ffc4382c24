import { describe, expect, it } from "vitest";

import {
  arrivalSaid,
  colleagueAt,
  handsAt,
  handsSaid,
  handsText,
  holderOf,
  timeSaid,
} from "@/lib/visits/groups/rules";
import { groupsForm } from "@/lib/visits/groups/schema";
import type { GroupHands, Hand, Taker } from "@/lib/visits/groups/types";

const now = new Date("2017-12-31T05:00:00Z");
const hand = (mine: boolean, at = "2017-12-31T02:40:00.000Z"): Hand => ({
  ...{ mine, at },
  name: mine ? "Nguyễn Thị A" : "Trần Văn B",
});
const taker = (mine: boolean, at?: string): Taker => ({ ...hand(mine, at), personId: mine ? "a" : "b" });
const hands = (recorded: Hand | null, ...takers: Taker[]): GroupHands => ({ recorded, takers });

it.each([
  ["today", "2017-12-31T02:40:00.000Z", "09:40"],
  ["after midnight in Vietnam, on the day before in Greenwich", "2017-12-30T17:05:00.000Z", "00:05"],
  ["yesterday", "2017-12-30T16:59:00.000Z", "30/12/2017 23:59"],
])("a time of %s is said shortly, with its day where it is another", (_when, at, said) => {
  expect(timeSaid(at, now)).toBe(said);
});

it.each([
  ["at once", "2017-12-31T02:40:00.000Z", "2017-12-31T02:49:00.000Z", null],
  ["not at all yet", "2017-12-31T02:40:00.000Z", undefined, null],
  ["a quarter of an hour later", "2017-12-31T02:40:00.000Z", "2017-12-31T02:55:00.000Z", "09:55"],
  ["before it claims to be made", "2017-12-31T02:40:00.000Z", "2017-12-31T02:20:00.000Z", "09:20"],
  ["after midnight", "2017-12-30T16:58:00.000Z", "2017-12-30T17:02:00.000Z", "00:02"],
  ["two days later", "2017-12-28T02:40:00.000Z", "2017-12-30T02:40:00.000Z", "30/12/2017 09:40"],
])(
  "says when something arrived where that is another moment than it claims: %s",
  (_when, at, received, said) => {
    expect(arrivalSaid(at, received, now)).toBe(said);
  },
);

it("says in one sentence when it was recorded, how the clock stood, and when it arrived", () => {
  const recorded = {
    ...hand(true, "2017-12-29T00:50:00.000Z"),
    clockFast: 900,
    receivedAt: "2017-12-31T00:27:00.000Z",
  };
  const say = (key: string, values: object): string => `${key} ${Object.values(values).join(" ")}`;
  expect(handsText(hands(recorded), now, say)).toEqual([
    "hands.ownRecorded Nguyễn Thị A  29/12/2017 07:50 (clockFast spanMinutes 15, hands.received 07:27)",
  ]);
});

it.each<[string, GroupHands, string[], string | null, string]>([
  ["nobody", hands(null), [], null, ""],
  ["oneself recorded", hands(hand(true)), ["ownRecorded"], null, ""],
  ["a colleague recorded", hands(hand(false)), ["recorded"], "Trần Văn B", ""],
  [
    "a colleague recorded what oneself sent",
    hands({ ...hand(false), sender: "Nguyễn Thị A" }),
    ["brought"],
    "Trần Văn B",
    "",
  ],
  ["oneself recorded what a colleague sent", hands({ ...hand(true), sender: "B" }), ["ownBrought"], null, ""],
  ["a colleague took it", hands(null, taker(false)), ["taken"], "Trần Văn B", "b"],
  [
    "oneself took what a colleague recorded",
    hands(hand(false), taker(true)),
    ["recorded", "ownTaken"],
    null,
    "a",
  ],
  [
    "a colleague took what oneself recorded",
    hands(hand(true), taker(false)),
    ["ownRecorded", "taken"],
    "Trần Văn B",
    "b",
  ],
  [
    "both took it, oneself last",
    hands(null, taker(true), taker(false)),
    ["ownTaken", "taken"],
    null,
    "several",
  ],
  [
    "both took it, the colleague last",
    hands(null, taker(false), taker(true)),
    ["taken", "ownTaken"],
    "Trần Văn B",
    "several",
  ],
])("who is at a group: %s", (_who, at, keys, colleague, holder) => {
  expect(handsSaid(at, now).map(({ key }) => key)).toEqual(keys);
  expect(colleagueAt(at)).toBe(colleague);
  expect(holderOf(at)).toBe(holder);
});

it("says nothing of a visit that was taken along before", () => {
  expect(handsAt(undefined, "D")).toEqual(hands(null));
  expect(handsAt({ C: hands(hand(true)) }, "D")).toEqual(hands(null));
});

describe("the form that gives groups", () => {
  const [visitId, a, b] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
  const read = (form: Record<string, unknown>) => groupsForm.safeParse({ visitId, ...form });

  it("gives only what was chosen anew", () => {
    const form = {
      ...{ "was.A": "", "holder.A": "", "was.B": "", "holder.B": a, "was.C": a, "holder.C": b },
      ...{ "was.D": a, "holder.D": "", "was.E": "several", "holder.E": "several" },
      ...{ "was.F": "several", "holder.F": b },
    };
    expect(read(form).data?.given).toEqual([
      { groupCode: "B", personId: a },
      { groupCode: "C", personId: b },
      { groupCode: "D", personId: null },
      { groupCode: "F", personId: b },
    ]);
  });

  it.each([
    ["somebody who is nobody", { "holder.A": "ai đó" }],
    ["a file", { "holder.A": new Blob() }],
    ["several where there are none", { "was.A": "", "holder.A": "several" }],
  ])("refuses %s, at the group", (_what, form) => {
    expect(read(form).error?.issues).toMatchObject([{ message: "not-a-choice", path: ["holder.A"] }]);
  });
});
