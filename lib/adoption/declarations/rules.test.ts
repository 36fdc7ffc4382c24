import { describe, expect, it } from "vitest";

import {
  declarationKind,
  declarationKinds,
  declarationProblem,
  missingChannels,
  stepsBefore,
} from "@/lib/adoption/declarations/rules";
import type { Scope } from "@/lib/adoption/declarations/types";
import type { DeclarationKind, Milestone, MilestoneKind } from "@/lib/adoption/types";
import { plainDate } from "@/lib/kernel/plain-date";

const scope = (editionId: string, procedures: number, units: number): Scope => ({
  editionId,
  procedures: [procedures, 300],
  units: [units, 13],
});

describe("what a declaration is, from the one before it", () => {
  const stands = scope("2008", 230, 12);
  it.each<[DeclarationKind, string, Scope, Scope | null, boolean]>([
    ["first", "there was none", stands, null, false],
    ["redeclaration", "the same once more", stands, stands, false],
    ["extension", "more procedures", scope("2008", 231, 12), stands, false],
    ["extension", "more units", scope("2008", 230, 13), stands, false],
    ["reduction", "fewer procedures", scope("2008", 229, 12), stands, false],
    ["reduction", "fewer units", scope("2008", 230, 11), stands, false],
    ["redeclaration", "more of one, fewer of the other: adjusted", scope("2008", 240, 11), stands, false],
    ["transition", "another edition, whatever the numbers", scope("2015", 240, 13), stands, false],
    ["redeclaration", "after a lapse nothing stands to be extended", scope("2015", 240, 13), stands, true],
  ])("%s: %s", (kind, _why, now, before, lapsed) => {
    expect(declarationKind(now, before, lapsed)).toBe(kind);
  });

  it("never says first of a second one, and follows what was cancelled", () => {
    const dated = (on: string, of: Scope) => ({ ...of, declaredOn: plainDate(on) });
    const three = [
      dated("01/02/2014", scope("2008", 200, 12)),
      dated("01/02/2016", scope("2008", 230, 12)),
      dated("01/02/2017", scope("2015", 230, 12)),
    ];
    expect(declarationKinds(three, [])).toEqual(["first", "extension", "transition"]);
    expect(declarationKinds(three.slice(1), [])).toEqual(["first", "transition"]);
    expect(declarationKinds(three, [plainDate("31/12/2015")])).toEqual([
      "first",
      "redeclaration",
      "transition",
    ]);
  });
});

const step = (kind: MilestoneKind, on: string): Milestone => ({
  ...{ kind, occurredOn: plainDate(on), editionId: "2008" },
  declarationId: null,
});

describe("the steps before a declaration", () => {
  const chain = [step("planned", "01/01/2016"), step("built", "01/03/2016")];

  it("are told in their order, with what is missing", () => {
    expect(stepsBefore(chain).map(({ kind, on }) => [kind, on])).toEqual([
      ["planned", "2016-01-01"],
      ["built", "2016-03-01"],
      ["internally_audited", null],
      ["effectiveness_confirmed", null],
    ]);
  });

  it("begin anew after a lapse", () => {
    const whole = [
      ...chain,
      step("internally_audited", "01/04/2016"),
      step("effectiveness_confirmed", "01/05/2016"),
      step("declared", "01/06/2016"),
    ];
    const lapsed = [...whole, step("lapsed", "01/06/2017")];
    expect(stepsBefore(lapsed).every(({ on }) => on === null)).toBe(true);
  });

  it("stand in the way while one is missing, and an edition that was left never comes back", () => {
    const days = { officeOn: null, websiteOn: null, leadAgencyOn: null };
    const typed = { ...days, declaredOn: plainDate("20/12/2017"), editionId: "2008" };
    const today = plainDate("31/12/2017");
    expect(declarationProblem(typed, chain, null, today)).toMatchObject({
      code: "declare-order",
      values: { missing: "internally_audited" },
    });
    const ready = [
      ...chain,
      step("internally_audited", "01/04/2016"),
      step("effectiveness_confirmed", "01/05/2016"),
    ];
    expect(declarationProblem(typed, ready, null, today)).toBeNull();
    const unbuilt = ready.filter(({ kind }) => kind !== "built");
    expect(declarationProblem(typed, unbuilt, null, today)).toMatchObject({
      code: "declare-order",
      values: { missing: "built" },
    });
    const declared = [...ready, step("declared", "01/06/2016")];
    expect(declarationProblem(typed, declared, scope("2015", 1, 1), today)).toMatchObject({
      code: "edition-left",
      field: "editionId",
    });
    expect(declarationProblem(typed, declared, scope("2008", 1, 1), today)).toBeNull();
  });
});

it("says where a declaration was not made known yet, in the order of the law", () => {
  expect(missingChannels([])).toEqual(["office", "website", "lead_agency"]);
  expect(missingChannels(["website"])).toEqual(["office", "lead_agency"]);
});
