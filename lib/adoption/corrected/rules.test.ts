import { expect, it } from "vitest";

import { correctedOn, type Withdrawn } from "@/lib/adoption/corrected/rules";
import type { AgencyFacts, Milestone } from "@/lib/adoption/types";
import { plainDate } from "@/lib/kernel/plain-date";

const step = (kind: Milestone["kind"], on: string): Milestone => ({
  ...{ kind, occurredOn: plainDate(on), editionId: "2008", declarationId: null },
});
const withdrawn = (kind: Milestone["kind"], on: string, cancelled: string): Withdrawn => ({
  ...step(kind, on),
  cancelledOn: plainDate(cancelled),
});
const since = { validFrom: plainDate("20/06/2006"), validTo: null };
/** Everything that a declaration rests on. */
const before = [
  step("planned", "01/03/2013"),
  step("built", "01/06/2013"),
  step("applied", "01/07/2013"),
  step("internally_audited", "01/10/2013"),
  step("effectiveness_confirmed", "01/12/2013"),
];
const facts = (...milestones: Milestone[]): AgencyFacts => ({
  names: [{ ...since, name: "UBND huyện Lý Sơn", abbreviation: "Lý Sơn" }],
  kinds: [{ ...since, kind: "district" }],
  parents: [],
  obligations: [{ ...since, obligation: "mandatory_by_prime_minister" }],
  milestones: [...before, ...milestones],
});
const framework = { deadlines: [], transitions: [] };
const wrong = withdrawn("declared", "04/09/2014", "20/12/2017");

it.each([
  ["a declaration that was cancelled later", facts(), [wrong], "31/12/2016", "2017-12-20"],
  ["a day before what was cancelled", facts(), [wrong], "31/12/2013", null],
  ["the day on which it was cancelled: nobody had read it without", facts(), [wrong], "20/12/2017", null],
  ["one made anew at its right day", facts(step("declared", "05/09/2014")), [wrong], "31/12/2016", null],
  [
    "the day between the wrong one and the right one",
    facts(step("declared", "05/09/2015")),
    [wrong],
    "31/12/2014",
    "2017-12-20",
  ],
  [
    "a step that changes no figure",
    facts(),
    [withdrawn("built", "04/09/2014", "20/12/2017")],
    "31/12/2016",
    null,
  ],
  [
    "a lapse that never was",
    facts(step("declared", "04/09/2014")),
    [withdrawn("lapsed", "30/12/2016", "02/01/2017")],
    "31/12/2016",
    "2017-01-02",
  ],
  [
    "the last of two",
    facts(),
    [wrong, withdrawn("redeclared", "04/09/2015", "21/12/2017")],
    "31/12/2016",
    "2017-12-21",
  ],
] as const)("corrected: %s", (_which, of, cancelled, day, on) => {
  expect(correctedOn(of, cancelled, framework, plainDate(day))).toBe(on);
});
