import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { allows, isAgencysTurn, isInspectorsTurn, stageOf } from "@/lib/findings/turns/rules";
import { acts, stages, type Act, type FindingCounts, type Stage } from "@/lib/findings/turns/types";
import { severities } from "@/lib/findings/types";

const begun: FindingCounts = {
  ...{ answers: 0, returns: 0, claims: 0, refusals: 0, stops: 0, ended: 0 },
  corrected: false,
  closed: false,
};

/** What an act writes. */
const after = (course: FindingCounts, act: Act): FindingCounts => {
  switch (act) {
    case "answer":
      return { ...course, answers: course.answers + 1 };
    case "return":
      return { ...course, returns: course.returns + 1 };
    case "verify":
      return { ...course, closed: true };
    case "claim":
      return { ...course, claims: course.claims + 1 };
    case "accept":
      return { ...course, stops: course.stops + 1 };
    case "refuse":
      return { ...course, refusals: course.refusals + 1 };
    case "unblock":
      return { ...course, ended: course.ended + 1 };
  }
};

const run = (sequence: readonly Act[]): Stage => stageOf(sequence.reduce(after, begun));

describe("where a finding stands", () => {
  it.each([
    [[], "open"],
    [["answer"], "answered"],
    [["answer", "return"], "returned"],
    [["answer", "return", "answer"], "answered"],
    [["answer", "return", "answer", "verify"], "closed"],
    [["claim"], "claimed"],
    [["claim", "refuse"], "open"],
    [["claim", "accept"], "blocked"],
    [["claim", "accept", "unblock"], "open"],
    [["answer", "return", "claim", "accept", "unblock"], "returned"],
    [["claim", "accept", "unblock", "claim"], "claimed"],
    [["claim", "accept", "unblock", "claim", "accept"], "blocked"],
  ] satisfies [Act[], Stage][])("after %j: %s", (sequence, stage) => {
    expect(run(sequence)).toBe(stage);
  });
});

it("waits for an inspector alone once a later visit has seen it corrected, whatever came before, until it is closed", () => {
  for (const sequence of [
    [],
    ["answer"],
    ["answer", "return"],
    ["claim"],
    ["claim", "accept"],
  ] satisfies Act[][]) {
    const course = { ...sequence.reduce(after, begun), corrected: true };
    expect(stageOf(course)).toBe("corrected");
    expect(stageOf({ ...course, closed: true })).toBe("closed");
  }
  expect([isAgencysTurn("corrected"), isInspectorsTurn("corrected")]).toEqual([false, true]);
});

it("lets follow at each stage what the table says, and nothing else", () => {
  const minor = Object.fromEntries(
    stages.map((stage) => [stage, acts.filter((act) => allows(stage, act, "minor"))]),
  );
  expect(minor).toEqual({
    open: ["answer", "claim"],
    returned: ["answer", "claim"],
    claimed: ["accept", "refuse"],
    blocked: ["unblock"],
    answered: ["return", "verify"],
    corrected: ["verify"],
    closed: [],
  });
});

it("closes unanswered only what asks for no answer", () => {
  const closable = severities.filter((severity) => allows("open", "verify", severity));
  expect(closable).toEqual(["observation"]);
  expect(allows("blocked", "verify", "observation")).toBe(false);
});

it("keeps its counts in order whatever is allowed to follow, and ends in nothing but a closure", () => {
  const severity = fc.constantFrom(...severities);
  fc.assert(
    fc.property(severity, fc.array(fc.constantFrom(...acts), { maxLength: 30 }), (grade, wanted) => {
      let course = begun;
      for (const act of wanted) {
        const stage = stageOf(course);
        if (!allows(stage, act, grade)) continue;
        course = after(course, act);
        expect(stageOf(course)).not.toBe(stage);
      }
      const { answers, returns, claims, refusals, stops, ended } = course;
      expect(answers - returns).toBeGreaterThanOrEqual(0);
      expect(answers - returns).toBeLessThanOrEqual(1);
      expect([0, 1]).toContain(claims - refusals - stops);
      expect([0, 1]).toContain(stops - ended);
      expect(acts.some((act) => allows(stageOf(course), act, grade))).toBe(!course.closed);
    }),
  );
});
