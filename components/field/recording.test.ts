import { describe, expect, it } from "vitest";

import { phrasesFor, withPhrase } from "@/components/field/phrases";
import { conforming, restOf, takenBack } from "@/components/field/rest";
import { findQuestions } from "@/components/field/search";
import { answersOf, nextUnanswered, togetherOf, unansweredOf } from "@/components/field/sheets";
import type { PackedVisit } from "@/lib/fieldwork/pack/types";
import type { Question } from "@/lib/checklists/types";
import type { VisitFinding } from "@/lib/visits/types";
import type { Held, SheetAnswers } from "@/lib/offline/types";

const question = (code: string, text: string, gate = false): Question => ({
  code,
  groupCode: code.slice(0, 1),
  text,
  evidence: "Ảnh",
  basis: "TT26",
  topic: "direction",
  editions: ["2008"],
  clauses: {},
  legalDocumentId: null,
  subordinates: false,
  gate,
  maintenance: false,
});

const nothing = { outcome: "conforming", note: "" } as const;

const visit: PackedVisit = {
  ...{ id: "v", agencyId: "a", agencyCode: "snv", agencyName: "Sở Nội vụ", mode: "on_site" },
  ...{
    scope: { editionId: "2008", subordinates: false },
    designation: "TCVN ISO 9001:2008",
    state: "planned",
  },
  plannedOn: "2017-12-31" as PackedVisit["plannedOn"],
  ...{
    team: [],
    mine: true,
    answers: {},
    photos: {},
    sections: {},
    rechecks: {},
    findings: [],
    result: null,
  },
  ...{ facts: [], documents: [] },
  checklist: {
    ...{ id: "c", title: "", grades: [] },
    groups: ["C", "D"].map((code) => ({ code, title: code, points: 10 })),
    questions: [
      question("C.1", "Có quyết định công bố không?", true),
      question("C.2", "Bản công bố có niêm yết không?"),
      question("D.1", "Chính sách do thủ trưởng ký?"),
      question("D.2", "Chính sách được niêm yết công khai?"),
      question("D.3", "Công chức hiểu chính sách?"),
      question("D.4", "Có mục tiêu chất lượng năm?"),
      question("D.5", "Mục tiêu được theo dõi?"),
    ],
  },
  previous: {
    "D.1": nothing,
    "D.2": { outcome: "not_conforming", note: "Bảng tin tầng 1 niêm yết bản ký năm 2012; chưa thay" },
    "D.4": { outcome: "not_applicable", note: "" },
  },
  openBefore: [{ questionCode: "C.2" } as VisitFinding],
};

const heldWith = (answers: SheetAnswers): Held => ({
  ...{ pack: null, rechecks: [], items: [], drafts: [], photos: [], handovers: [], unread: [] },
  sheets: ["C", "D"].map((groupCode) => ({
    visitId: "v",
    groupCode,
    version: 0,
    answers: Object.fromEntries(Object.entries(answers).filter(([code]) => code.startsWith(groupCode))),
  })),
});

const rest = (groupCode: string, answers: SheetAnswers, held = heldWith(answers)) =>
  restOf(visit, held, groupCode, answers);

describe("the rest of a group, answered together", () => {
  it("is what has no answer and asks for no look of its own", () => {
    expect(rest("D", { "D.1": { outcome: "partly", note: "" } }).codes).toEqual(["D.3", "D.5"]);
  });

  it("leaves out, and names, what did not conform or apply last time, conditions of the grade and open findings", () => {
    expect(rest("D", {}).leftOut).toEqual([
      { code: "D.2", reason: "before" },
      { code: "D.4", reason: "before" },
    ]);
    expect(rest("C", {}).leftOut).toEqual([
      { code: "C.1", reason: "gate" },
      { code: "C.2", reason: "open" },
    ]);
  });

  it("leaves out what a note or a photograph is there for already", () => {
    const photographed: Held = {
      ...heldWith({}),
      photos: [{ id: "p", visitId: "v", questionCode: "D.5", sha256: "", fileName: "" }],
    };
    expect(rest("D", { "D.3": { outcome: "not_checked", note: "xem lại" } }, photographed)).toMatchObject({
      codes: ["D.1"],
      leftOut: [
        { code: "D.2", reason: "before" },
        { code: "D.3", reason: "said" },
        { code: "D.4", reason: "before" },
        { code: "D.5", reason: "said" },
      ],
    });
  });

  it("never touches what is answered, and is taken back exactly", () => {
    const before: SheetAnswers = { "D.1": { outcome: "not_conforming", note: "" } };
    const { codes } = rest("D", before);
    const after = { ...before, ...conforming(codes) };
    expect(after["D.1"]).toEqual(before["D.1"]);
    expect(rest("D", { ...after, ...takenBack(codes, after) }).codes).toEqual(codes);
  });

  it("stays where it has been changed since", () => {
    const answers: SheetAnswers = {
      "D.1": nothing,
      "D.3": { outcome: "conforming", note: "hỏi 3 người" },
      "D.5": { outcome: "partly", note: "" },
    };
    expect(Object.keys(takenBack(["D.1", "D.3", "D.5"], answers))).toEqual(["D.1"]);
  });
});

describe("the next question without an answer", () => {
  it("is sought from a group on, and round to the first", () => {
    const all = conforming(["C.2", "D.1", "D.2", "D.3", "D.5"]);
    expect(nextUnanswered(visit, heldWith(all), "D")).toBe("D.4");
    expect(nextUnanswered(visit, heldWith({ ...all, "D.4": nothing }), "D")).toBe("C.1");
    expect(nextUnanswered(visit, heldWith({ ...all, "D.4": nothing, "C.1": nothing }), "D")).toBeNull();
  });

  it("counts a question that was taken back as without an answer", () => {
    expect(
      unansweredOf(visit, heldWith({ "C.1": nothing, "C.2": { outcome: "not_checked", note: "" } }), "C"),
    ).toEqual(["C.2"]);
  });
});

describe("search", () => {
  const found = (text: string, answers: SheetAnswers = {}): string[] =>
    findQuestions(visit, answers, text).map(({ code }) => code);

  it.each([
    ["muc tieu", ["D.4", "D.5"]],
    ["MỤC TIÊU NĂM", ["D.4"]],
    ["d.2", ["D.2"]],
    ["bang tin", ["D.2"]],
    ["  ", []],
    ["không đâu có", []],
  ])("finds %s without case and diacritics, in questions and in last time's words", (text, codes) => {
    expect(found(text)).toEqual(codes);
  });

  it("finds what was written today", () => {
    expect(found("so theo doi", { "D.5": { outcome: "partly", note: "Sổ theo dõi thiếu quý III" } })).toEqual(
      ["D.5"],
    );
  });
});

describe("phrases", () => {
  const said = (note: string) => ({ outcome: "partly", note }) as const;
  const held = heldWith({
    "C.1": said("Phòng Nội vụ, tầng 2. Chưa có bản ký"),
    "C.2": said("Chưa có bản ký; phòng nội vụ tầng 2"),
    "D.1": said("Chưa có bản ký"),
  });

  it("offers last time's words first, then what is said most often, each once", () => {
    expect(phrasesFor(visit, held, "D.2", "")).toEqual([
      "Bảng tin tầng 1 niêm yết bản ký năm 2012",
      "chưa thay",
      "Chưa có bản ký",
      "phòng nội vụ tầng 2",
    ]);
  });

  it("does not offer what is written already", () => {
    expect(phrasesFor(visit, held, "D.5", "chua co ban ky")).toEqual(["phòng nội vụ tầng 2"]);
  });

  it.each([
    ["", "bản ký"],
    ["Tầng 2", "Tầng 2; bản ký"],
    ["Tầng 2. ", "Tầng 2. bản ký"],
  ])("puts a phrase behind %j", (note, result) => {
    expect(withPhrase(note, "bản ký")).toBe(result);
  });
});

describe("a group that a colleague saved as well, before anything is decided", () => {
  const mine: SheetAnswers = { "D.1": { outcome: "conforming", note: "" } };
  const current = {
    ...{
      version: "2",
      "outcome.D.1": "partly",
      "note.D.1": "Chưa ký",
      "outcome.D.3": "conforming",
      "note.D.3": "",
    },
    ...{ "outcome.D.5": "not_conforming", "note.D.5": "Không theo dõi" },
  };
  const item = {
    ...{ id: "i", seq: 1, visitId: "v", subject: "sheet:D", recordedAt: "2017-12-31T02:00:00Z" },
    body: { kind: "sheet", groupCode: "D", answers: mine },
    standing: {
      state: "conflict",
      conflict: { current, savedBy: "Trần Văn B", savedAt: "", kept: "000001" },
    },
  };
  const held = { ...heldWith(mine), items: [item] } as unknown as Held;

  it("shows what only she answered as hers, and one's own where both did", () => {
    expect(answersOf(visit, held, "D")).toMatchObject({
      "D.1": mine["D.1"],
      "D.3": { outcome: "conforming" },
      "D.5": { outcome: "not_conforming", note: "Không theo dõi" },
    });
    expect(togetherOf("v", held, "D")).toMatchObject({ theirs: ["D.3", "D.5"], name: "Trần Văn B" });
    expect(togetherOf("v", held, "C")).toBeNull();
  });

  it("counts none of hers as left, and finds none of them conforming in passing", () => {
    expect(unansweredOf(visit, held, "D")).toEqual(["D.2", "D.4"]);
    const { codes, leftOut } = restOf(visit, held, "D", answersOf(visit, held, "D"));
    expect([...codes, ...leftOut.map(({ code }) => code)].sort()).toEqual(["D.2", "D.4"]);
  });
});
