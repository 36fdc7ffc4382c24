import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  bucketOf,
  daysOverdue,
  declaredSince,
  declaringKind,
  hasOwnForm,
  mayLapse,
  milestoneProblem,
  nextMilestone,
  nextStep,
  recordableMilestones,
  stageOn,
} from "@/lib/adoption/rules";
import { milestoneKinds, stages, type Milestone, type MilestoneKind } from "@/lib/adoption/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { chain, step } from "@/tests/support/milestones";
const toNewEdition = [
  { editionId: "2008", deadlineOn: plainDate("30/06/2021"), knownFrom: plainDate("21/02/2018") },
];

describe("the stage follows from the milestones", () => {
  it.each([
    ["28/02/2015", "not_started", "not_started"],
    ["01/03/2015", "building", "in_progress"],
    ["01/06/2015", "applying", "in_progress"],
    ["01/07/2015", "applying", "in_progress"],
    ["01/12/2015", "internally_audited", "in_progress"],
    ["15/01/2016", "confirmed", "in_progress"],
    ["01/02/2016", "declared", "declared"],
    ["31/12/2017", "declared", "declared"],
    ["30/06/2021", "declared", "declared"],
    ["01/07/2021", "redeclaration_due", "declared"],
  ])("on %s: %s, counted as %s", (day, stage, bucket) => {
    const found = stageOn(chain, plainDate(day), toNewEdition);
    expect([found, bucketOf(found)]).toEqual([stage, bucket]);
  });

  it("counts a lapsed system by itself, never as not started, and one that ceased not at all", () => {
    expect(bucketOf(stageOn([...chain, step("lapsed", "01/01/2017")], plainDate("02/01/2017")))).toBe(
      "lapsed",
    );
    expect(bucketOf(stageOn([...chain, step("ceased", "01/01/2017")], plainDate("02/01/2017")))).toBe(
      "ceased",
    );
  });
});

describe("a step that was cancelled", () => {
  const without = (kind: MilestoneKind, of = chain) => of.filter((each) => each.kind !== kind);
  const at = plainDate("31/12/2017");
  it.each<[string, Milestone[], string, MilestoneKind]>([
    ["takes back all that rests on it", without("built", chain.slice(0, 5)), "building", "built"],
    ["the first one too", without("planned"), "not_started", "planned"],
    ["and what was declared upon it", without("internally_audited"), "applying", "internally_audited"],
    ["where nothing need rest on it, nothing changes", without("applied"), "declared", "redeclared"],
    [
      "a declaration that was made again stands without the first",
      without("declared", [...chain, step("redeclared", "01/02/2017")]),
      "declared",
      "redeclared",
    ],
    [
      "a lapse gives back the system, whatever began after it",
      [...chain, step("planned", "01/03/2017")],
      "declared",
      "redeclared",
    ],
  ])("%s", (_promise, milestones, stage, next) => {
    expect(stageOn(milestones, at)).toBe(stage);
    const newest = { kind: next, occurredOn: at };
    const waits = milestoneProblem(milestones, newest, at);
    expect(waits === null || waits.code === "date-too-late").toBe(true);
  });

  it("entered anew at its day brings back all that rests on it", () => {
    for (const kind of ["planned", "built", "internally_audited", "effectiveness_confirmed"] as const) {
      const wrong = chain.find((each) => each.kind === kind);
      const anew = wrong && { kind, occurredOn: wrong.occurredOn };
      expect(anew && milestoneProblem(without(kind), anew, at)).toBeNull();
      expect(stageOn([...without(kind), wrong ?? step(kind, "01/01/2015")], at)).toBe("declared");
    }
  });

  it("on one day with others is taken in the order of the chain, whenever it was recorded", () => {
    const day = "01/03/2015";
    const kinds = ["internally_audited", "effectiveness_confirmed", "planned", "built"] as const;
    expect(
      stageOn(
        kinds.map((kind) => step(kind, day)),
        at,
      ),
    ).toBe("confirmed");
  });
});

describe("the next step", () => {
  const on = plainDate("31/03/2018");
  it.each([
    ["not_started", null, { kind: "planned", on: null }],
    ["building", null, { kind: "built", on: null }],
    ["building", { kind: "built", on }, { kind: "built", on }],
    ["applying", { kind: "applied", on }, { kind: "applied", on }],
    ["applying", { kind: "built", on }, { kind: "internally_audited", on: null }],
    ["confirmed", { kind: "internally_audited", on }, { kind: "declared", on: null }],
    ["building", { kind: "declared", on }, { kind: "declared", on }],
    ["declared", { kind: "declared", on }, null],
    ["redeclaration_due", null, { kind: "redeclared", on: null }],
    ["ceased", null, null],
  ] as const)("of an agency that is %s, with the plan %o, is %o", (stage, target, expected) => {
    expect(nextStep(stage, target)).toEqual(expected);
  });

  it("is never one that the chain would refuse as already taken", () => {
    for (const stage of stages) expect(nextStep(stage, null)?.kind ?? null).toBe(nextMilestone(stage));
  });
});

describe("days overdue", () => {
  const standing = {
    obligation: "mandatory_by_province",
    bucket: "not_started",
    dueOn: plainDate("31/12/2016"),
  } as const;
  it.each([
    ["31/12/2017", 365],
    ["01/01/2017", 1],
    ["31/12/2016", null],
  ])("on %s: %s", (day, days) => {
    expect(daysOverdue(standing, plainDate(day))).toBe(days);
  });
  it("are nobody's who is not obliged, has declared or has no deadline", () => {
    const day = plainDate("31/12/2017");
    expect(daysOverdue({ ...standing, obligation: "encouraged" }, day)).toBeNull();
    expect(daysOverdue({ ...standing, obligation: "exempt" }, day)).toBeNull();
    expect(daysOverdue({ ...standing, bucket: "declared" }, day)).toBeNull();
    expect(daysOverdue({ ...standing, bucket: "ceased" }, day)).toBeNull();
    expect(daysOverdue({ ...standing, dueOn: null }, day)).toBeNull();
  });
});

describe("since when a system is declared", () => {
  const standing = { bucket: "declared" } as const;
  const again = step("redeclared", "01/02/2017");
  const renewed = chain.map(({ kind }) => step(kind, "01/06/2017"));
  it.each([
    ["its first declaration, whatever was declared anew", [...chain, again], "2016-02-01"],
    ["the first one left, where that was cancelled", [...chain.slice(0, 5), again], "2017-02-01"],
    ["never, without any", chain.slice(0, 5), null],
    [
      "the declaration that stands, not one on a step that was cancelled",
      [...chain.slice(1), step("declared", "01/01/2010")],
      null,
    ],
    ["the one after a lapse", [...chain, step("lapsed", "01/03/2016"), ...renewed], "2017-06-01"],
  ])("%s", (_promise, milestones, since) => {
    expect(declaredSince({ standing, milestones })).toBe(since);
  });
});

describe("recording a milestone", () => {
  const today = plainDate("31/12/2017");
  it.each<[string, Milestone[], MilestoneKind, string, string | null]>([
    ["a plan comes first", [], "planned", "01/03/2015", null],
    ["nothing is built without a plan", [], "built", "01/03/2015", "milestone-order"],
    ["an audit follows application", chain.slice(0, 2), "internally_audited", "01/12/2015", null],
    [
      "no declaring before the head has confirmed",
      chain.slice(0, 4),
      "declared",
      "01/12/2016",
      "milestone-order",
    ],
    ["declared once, declared again", chain, "redeclared", "01/12/2016", null],
    ["not before the last one", chain, "redeclared", "31/01/2016", "date-before"],
    ["not in the future", chain, "redeclared", "01/01/2018", "date-in-future"],
    ["the end may come at any time", chain.slice(0, 1), "ceased", "01/01/2017", null],
    [
      "after the end nothing comes",
      [step("ceased", "01/01/2017")],
      "planned",
      "02/01/2017",
      "milestone-order",
    ],
  ])("%s", (_promise, existing, kind, on, expected) => {
    expect(milestoneProblem(existing, { kind, occurredOn: plainDate(on) }, today)?.code ?? null).toBe(
      expected,
    );
  });

  it.each<[string, Milestone[], MilestoneKind, string, string | null]>([
    ["a step that was cancelled", chain.filter(({ kind }) => kind !== "built"), "built", "01/06/2015", null],
    [
      "at a day before the one it follows",
      chain.filter(({ kind }) => kind !== "built"),
      "built",
      "01/02/2015",
      "date-before",
    ],
    [
      "at a day after the one that follows it",
      chain.filter(({ kind }) => kind !== "built"),
      "built",
      "01/02/2016",
      "date-too-late",
    ],
    ["a step that stands", chain, "planned", "01/02/2015", "date-before"],
    [
      "a declaration before one made again",
      [...chain.slice(0, 5), step("redeclared", "01/02/2017")],
      "declared",
      "01/02/2016",
      null,
    ],
    [
      "one of several made again",
      [...chain, step("redeclared", "01/02/2017")],
      "redeclared",
      "01/08/2016",
      null,
    ],
    [
      "a lapse before the new beginning",
      [...chain, step("planned", "01/02/2017")],
      "lapsed",
      "01/08/2016",
      null,
    ],
    [
      "a lapse while the chain goes on",
      [...chain, step("redeclared", "01/02/2017")],
      "lapsed",
      "01/08/2016",
      "date-before",
    ],
    ["an end before later steps", chain, "ceased", "01/08/2015", "date-before"],
  ])("between others, entered anew: %s", (_promise, existing, kind, on, expected) => {
    expect(milestoneProblem(existing, { kind, occurredOn: plainDate(on) }, today)?.code ?? null).toBe(
      expected,
    );
  });

  it("offers a step that was cancelled again, and never one that has a form of its own", () => {
    expect(recordableMilestones(chain)).toEqual([]);
    expect(recordableMilestones(chain, ["built", "built", "lapsed", "declared"])).toEqual(["built"]);
    expect([mayLapse(chain), mayLapse(chain.slice(0, 5)), mayLapse([])]).toEqual([true, false, false]);
  });

  it("offers exactly what it would accept", () => {
    fc.assert(
      fc.property(fc.nat(chain.length), (length) => {
        const existing = chain.slice(0, length);
        for (const kind of milestoneKinds.filter((each) => !hasOwnForm(each))) {
          const accepted = milestoneProblem(existing, { kind, occurredOn: today }, today) === null;
          expect(recordableMilestones(existing).includes(kind)).toBe(accepted);
        }
        const accepted = (["declared", "redeclared"] as const).find(
          (kind) => milestoneProblem(existing, { kind, occurredOn: today }, today) === null,
        );
        expect(declaringKind(existing)).toBe(accepted ?? null);
      }),
    );
  });

  it("knows what comes next at every stage but the last", () => {
    expect(stages.filter((stage) => nextMilestone(stage) === null)).toEqual(["declared", "ceased"]);
  });
});
