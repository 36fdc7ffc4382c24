import { expect, it } from "vitest";

import { countHeld, stranded } from "@/lib/accounts/handover/rules";
import type { Held, HeldKind } from "@/lib/accounts/handover/types";
import type { Role } from "@/lib/identity/types";

const held = (kind: HeldKind, agencyId = "here"): Held => ({
  ...{ kind, agencyId, id: kind, agencyName: "Lý Sơn", detail: "", name: "", day: null },
});
const all: HeldKind[] = [
  ...(["visit", "group", "follow_up", "post", "draft", "responsible", "typed", "head", "desk"] as const),
];
const ofVisits = ["visit", "group", "follow_up"];
const ofAgency = ["post", "draft", "responsible", "typed", "head", "desk"];

it.each([
  ["inspector", null, false, ofAgency],
  ["leader", null, false, all],
  ["admin", null, false, all],
  ["officer", "here", false, ofVisits],
  ["head", "here", false, ofVisits],
  ["officer", "elsewhere", false, all],
  ["inspector", null, true, all],
  ["officer", "here", true, all],
] as [Role, string | null, boolean, string[]][])(
  "a %s of %s, locked %s, can no longer do what is held of these kinds",
  (role, agencyId, disabled, expected) => {
    const things = all.map((kind) => held(kind));
    expect(stranded(things, { role, agencyId, disabled }).map(({ kind }) => kind)).toEqual(expected);
  },
);

it("counts the things that are held, and not that nobody else works there", () => {
  expect(countHeld([held("post"), held("desk")])).toBe(1);
  expect(countHeld([held("desk")])).toBe(0);
});
