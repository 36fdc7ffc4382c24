import { describe, expect, it } from "vitest";

import { lacksOffice, matrix, may, mayFor, scopeOf, type Action } from "@/lib/identity/matrix";
import type { Office, Role } from "@/lib/identity/types";

const actions = Object.keys(matrix) as Action[];
const asking = (role: Role, holds: Office["holds"]) => ({
  role,
  agencyId: "a",
  office: { holds, head: null, vacantSince: null },
});
const ofHeads = actions.filter((action) => matrix[action].head !== "none");
const kept = (holds: Office["holds"]) =>
  ofHeads.filter((action) => mayFor(asking("head", holds), action, "a"));

describe("an account of a head", () => {
  it("may do all that a head may while its person heads the agency", () => {
    expect(kept("head")).toEqual(ofHeads);
  });

  it("reads, and does nothing, while its person holds no office", () => {
    expect(kept(null).filter((action) => !/\.(read|list|self|visit)$/.test(action))).toEqual([]);
    expect(kept(null)).toContain("documents.read");
    for (const action of ofHeads) expect(may(asking("head", null), action)).toBe(true);
  });

  it("of a deputy decides on documents, and neither signs the policy nor lets the system lapse", () => {
    const beyond = ofHeads.filter((action) => !kept("deputy_head").includes(action));
    expect(beyond).toEqual(["adoption.lapse", "policies.sign"]);
  });

  it("may do nothing elsewhere", () => {
    for (const action of ofHeads.filter((each) => matrix[each].head === "own"))
      expect(mayFor(asking("head", "head"), action, "b")).toBe(false);
  });
});

it("an office asks nothing of any other role", () => {
  for (const role of ["leader", "inspector", "officer", "admin"] as const)
    for (const action of actions) {
      expect(scopeOf(asking(role, null), action)).toBe(matrix[action][role]);
      expect(lacksOffice(asking(role, null), action)).toBe(false);
    }
});
