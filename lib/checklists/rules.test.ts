import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { questionsLeft, requirementAsked, scoreOf, scoreVisit } from "@/lib/checklists/rules";
import { outcomes, type Answers, type Basis, type Checklist, type Outcome } from "@/lib/checklists/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { lawsNamed, requirementText } from "@/lib/legal/rules";
import { questions } from "@/prisma/seed/data/checklist";
import { laws as seeded } from "@/prisma/seed/data/legal";

const grades = [
  { code: "good", title: "Tốt", minHundredths: 9000 },
  { code: "fair", title: "Khá", minHundredths: 8000 },
  { code: "average", title: "Trung bình", minHundredths: 6500 },
  { code: "weak", title: "Yếu", minHundredths: 0 },
];

const question = (code: string, more: Partial<Checklist["questions"][number]> = {}) => ({
  code,
  groupCode: code.slice(0, 1),
  text: "",
  evidence: "",
  basis: "",
  topic: "direction" as const,
  legalDocumentId: null,
  editions: ["2008", "2015"],
  clauses: {},
  subordinates: false,
  gate: false,
  maintenance: false,
  ...more,
});

const checklist: Checklist = {
  id: "test",
  title: "",
  grades,
  groups: [
    { code: "A", title: "", points: 60 },
    { code: "F", title: "", points: 30 },
    { code: "L", title: "", points: 10 },
  ],
  questions: [
    question("A.1", { gate: true, maintenance: true }),
    question("A.2"),
    question("A.3", { editions: ["2015"] }),
    question("F.1"),
    question("F.2"),
    question("L.4", { subordinates: true }),
  ],
};
const visit = { editionId: "2008", subordinates: false };

const answered = (marks: Record<string, Outcome>): Answers =>
  Object.fromEntries(Object.entries(marks).map(([code, outcome]) => [code, { outcome, note: "x" }]));

describe("which questions are asked", () => {
  it("asks those of the visit's edition, and of subordinates only where there are some", () => {
    expect(questionsLeft(checklist, visit, {})).toEqual(["A.1", "A.2", "F.1", "F.2"]);
    expect(questionsLeft(checklist, { editionId: "2015", subordinates: true }, {})).toHaveLength(6);
  });

  it("counts a question not yet checked as left", () => {
    expect(
      questionsLeft(
        checklist,
        visit,
        answered({ "A.1": "conforming", "A.2": "not_checked", "F.1": "not_applicable" }),
      ),
    ).toEqual(["A.2", "F.2"]);
  });
});

describe("the score", () => {
  it("is null, not zero, where nothing was checked", () => {
    expect(scoreVisit(checklist, visit, {})).toMatchObject({
      scoreHundredths: null,
      gradeCode: null,
      maintains: false,
    });
  });

  it("shares out what does not apply: inside a group, and a whole group over the others", () => {
    const score = scoreVisit(
      checklist,
      visit,
      answered({ "A.1": "conforming", "A.2": "not_applicable", "F.1": "conforming", "F.2": "partly" }),
    );
    expect(score.groupScores.map((group) => group.scoreHundredths)).toEqual([6000, 2250, null]);
    expect(score.scoreHundredths).toBe(9166);
    expect(score.gradeCode).toBe("good");
  });

  it("falls to the lowest grade by a gate, whatever the sum, and says which", () => {
    const score = scoreVisit(
      checklist,
      visit,
      answered({ "A.1": "not_conforming", "A.2": "conforming", "F.1": "conforming", "F.2": "conforming" }),
    );
    expect(score).toMatchObject({ gradeCode: "weak", cappedBy: ["A.1"], maintains: false, failing: ["A.1"] });
  });

  it("keeps up as required only with half of the procedures in order", () => {
    const marks = (f: Outcome): Answers =>
      answered({ "A.1": "conforming", "A.2": "conforming", "F.1": f, "F.2": "not_conforming" });
    expect(scoreVisit(checklist, visit, marks("conforming")).maintains).toBe(true);
    expect(scoreVisit(checklist, visit, marks("partly")).failing).toEqual(["F"]);
  });
});

const basisOfOne = (questions: number, bound: number): Basis => ({
  checklistId: "x",
  editionId: "2008",
  subordinates: false,
  groups: [{ code: "A", points: 100 }],
  questions: Array.from({ length: questions }, (_, index) => ({
    code: `A.${index}`,
    groupCode: "A",
    gate: false,
    maintenance: false,
  })),
  grades: [
    { code: "above", minHundredths: bound },
    { code: "below", minHundredths: 0 },
  ],
});

describe("bounds of grades", () => {
  it.each([
    [10, 9, 9000, 9000, "above"],
    [9, 8, 8889, 8888, "below"],
    [9, 8, 8888, 8888, "above"],
    [3, 2, 6667, 6666, "below"],
  ])("%i questions, %i conforming, bound %i: %i, %s", (questions, conforming, bound, shown, grade) => {
    const marks = Object.fromEntries(
      Array.from(
        { length: questions },
        (_, i) => [`A.${i}`, i < conforming ? "conforming" : "not_conforming"] as const,
      ),
    );
    expect(scoreOf(basisOfOne(questions, bound), answered(marks))).toMatchObject({
      scoreHundredths: shown,
      gradeCode: grade,
    });
  });

  const marks = fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 40 });
  const toAnswers = (list: readonly Outcome[]): Answers =>
    answered(Object.fromEntries(list.map((outcome, i) => [`A.${i}`, outcome])));

  it("are never shown as reached when they were not", () => {
    fc.assert(
      fc.property(marks, fc.integer({ min: 1, max: 10_000 }), (list, bound) => {
        const { scoreHundredths, gradeCode } = scoreOf(basisOfOne(list.length, bound), toAnswers(list));
        return scoreHundredths === null || scoreHundredths >= bound === (gradeCode === "above");
      }),
    );
  });

  it("hold scores between 0 and 100, which never fall when an answer improves", () => {
    const better = { not_conforming: "partly", partly: "conforming" } as const;
    fc.assert(
      fc.property(marks, fc.nat(), (list, at) => {
        const index = at % list.length;
        const mark = list[index];
        const before = scoreOf(basisOfOne(list.length, 5000), toAnswers(list)).scoreHundredths;
        expect(before === null || (before >= 0 && before <= 10_000)).toBe(true);
        if (mark !== "not_conforming" && mark !== "partly") return;
        const after = scoreOf(
          basisOfOne(list.length, 5000),
          toAnswers(list.with(index, better[mark])),
        ).scoreHundredths;
        expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });
});

describe("the scores of groups", () => {
  const groups = [20, 7, 33, 15, 25].map((points, index) => ({ code: "ABCDE".charAt(index), points }));
  const basis = (sizes: readonly number[]): Basis => ({
    ...basisOfOne(0, 5000),
    groups,
    questions: groups.flatMap(({ code }, index) =>
      Array.from({ length: sizes[index] ?? 1 }, (_, n) => ({
        ...{ code: `${code}.${n}`, groupCode: code },
        ...{ gate: false, maintenance: false },
      })),
    ),
  });
  const scored = fc.constantFrom<Outcome>("conforming", "partly", "not_conforming");
  const visits = fc.tuple(...groups.map(() => fc.array(scored, { minLength: 1, maxLength: 9 })));

  it("add up to the whole score to the last hundredth, none a hundredth away from its own", () => {
    fc.assert(
      fc.property(visits, (lists) => {
        const marks = lists.flatMap((list, index) =>
          list.map((outcome, n) => [`${groups[index]?.code ?? ""}.${n}`, outcome] as const),
        );
        const { groupScores, scoreHundredths } = scoreOf(
          basis(lists.map(({ length }) => length)),
          answered(Object.fromEntries(marks)),
        );
        const rows = groupScores.map((group) => group.scoreHundredths ?? 0);
        expect(rows.reduce((sum, row) => sum + row, 0)).toBe(scoreHundredths);
        lists.forEach((list, index) => {
          const points = groups[index]?.points ?? 0;
          const halves = list.filter((mark) => mark === "partly").length;
          const got = 2 * list.filter((mark) => mark === "conforming").length + halves;
          expect(rows[index]).toBeLessThanOrEqual(points * 100);
          expect(Math.abs((rows[index] ?? 0) - (points * 50 * got) / list.length)).toBeLessThan(1);
        });
      }),
    );
  });

  it("give the hundredth that is left over to who lost most by cutting, not to each its own", () => {
    const thirds: Basis = { ...basis([3, 3, 3, 1, 1]) };
    const marks = answered({
      ...{ "A.0": "conforming", "A.1": "not_conforming", "A.2": "not_conforming" },
      ...{ "B.0": "conforming", "B.1": "conforming", "B.2": "not_conforming" },
      ...{ "C.0": "conforming", "C.1": "conforming", "C.2": "conforming" },
      ...{ "D.0": "conforming", "E.0": "conforming" },
    });
    const { groupScores, scoreHundredths } = scoreOf(thirds, marks);
    // 6,666… and 4,666… are 11,333…: cut apart they would be 11,32.
    expect(groupScores.map((group) => group.scoreHundredths)).toEqual([667, 466, 3300, 1500, 2500]);
    expect(scoreHundredths).toBe(8433);
  });
});

const laws = seeded.map((law) => ({ ...law, issuedOn: plainDate(law.issuedOn) }));

/** Every part of what a question asks by, as the field shows it, stands in what page and papers say. */
describe.each(["2008", "2015"])("a requirement of edition %s", (editionId) => {
  it.each(questions.filter(({ editions }) => editions.includes(editionId)))(
    "of $code ($basis) loses nothing",
    (question) => {
      const requirement = requirementAsked(question, {
        editionId,
        designation: `TCVN ISO 9001:${editionId}`,
      });
      const said = requirementText({ requirement, laws });
      expect(said.split("; ")).toHaveLength(requirement.split(/[;/]/u).length);
      expect(said).not.toMatch(/(?:QĐ|TT|CV)\d/u);
      for (const { number } of lawsNamed(requirement, laws)) expect(said).toContain(number);
      for (const [, article] of requirement.matchAll(/ Đ(\d+)/gu)) expect(said).toContain(`Điều ${article}`);
      for (const [, clause] of requirement.matchAll(/ k(\d+)/gu)) expect(said).toContain(`khoản ${clause}`);
    },
  );
});
