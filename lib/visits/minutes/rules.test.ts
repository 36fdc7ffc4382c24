import { describe, expect, it } from "vitest";

import {
  attendanceOf,
  attendanceProblems,
  hoursProblems,
  minutesText,
  notesApart,
  representativeProblems,
  signatoryProblems,
  signerProblems,
  teamSignerName,
  teamTitle,
  thereAndAway,
} from "@/lib/visits/minutes/rules";
import {
  absent,
  type Attendance,
  type Member,
  type MinutesSheet,
  type Signatory,
} from "@/lib/visits/minutes/types";
import type { FindingDraft } from "@/lib/findings/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";

const sheet: MinutesSheet = {
  visitId: "v",
  answers: {},
  photos: {},
  rechecks: {},
  findings: [],
  conclusion: "",
  representative: absent,
};

const signatory: Signatory = { part: "leader", name: "Hà", title: "", signature: { kind: "typed" } };

it("reads as before where nobody else signed, so that old fingerprints hold", () => {
  expect(minutesText({ ...sheet, signatories: [] })).toBe(minutesText(sheet));
  expect(minutesText(sheet)).not.toContain("signatories");
});

it("says who else signed, and each change of it is another text", () => {
  const one = minutesText({ ...sheet, signatories: [signatory] });
  expect(one).toContain('"signatories":[{"name":"Hà","part":"leader"');
  for (const other of [{ name: "Hạ" }, { title: "x" }, { part: "second" as const }])
    expect(minutesText({ ...sheet, signatories: [{ ...signatory, ...other }] })).not.toBe(one);
});

it("asks for the name of who signs", () => {
  expect(signatoryProblems([signatory])).toEqual([]);
  expect(signatoryProblems([{ ...signatory, name: "" }])).toMatchObject([
    { code: "signatory-name", field: "signatory.leader" },
  ]);
});

const attendance: Attendance = [
  { personId: "p1", name: "Hà", duty: "leader", present: true },
  { personId: "p2", name: "An", duty: "member", present: false },
];

describe("who of the team was there", () => {
  it("is said in a text of a later form; where it was not asked the text is as before", () => {
    const said = minutesText({ ...sheet, attendance });
    expect(JSON.parse(minutesText(sheet))).toMatchObject({ form: "ne-nep-minutes-v1" });
    expect(minutesText(sheet)).not.toContain("attendance");
    expect(JSON.parse(said)).toMatchObject({ form: "ne-nep-minutes-v2", attendance });
    const other = attendance.map((each) => ({ ...each, present: true }));
    expect(minutesText({ ...sheet, attendance: other })).not.toBe(said);
  });

  it("is as the minutes say; of those that do not say it, the whole team", () => {
    const team = attendance.map(({ present: _present, ...member }) => member);
    expect(thereAndAway(team, attendance)).toMatchObject({
      there: [{ name: "Hà" }],
      away: [{ name: "An", duty: "member" }],
    });
    expect(thereAndAway(team, undefined)).toEqual({ there: team, away: [] });
    expect(thereAndAway([], attendance).there, "a team that changed since").toHaveLength(1);
  });

  it("is somebody", () => {
    expect(attendanceProblems(attendance)).toEqual([]);
    expect(attendanceProblems(undefined), "not asked").toEqual([]);
    expect(attendanceProblems(attendance.map((each) => ({ ...each, present: false })))).toMatchObject([
      { code: "nobody-present", field: "present" },
    ]);
  });
});

it("takes dissent that says why at a finding alone", () => {
  const dissent = { ...absent, opinion: "dissents" as const, name: "Bình" };
  const finding: FindingDraft = {
    questionCode: "D.2",
    severity: "minor",
    evidence: "",
    scope: "",
    dueOn: null,
  };
  expect(representativeProblems(dissent, [finding])).toMatchObject([{ code: "dissent-why" }]);
  expect(representativeProblems(dissent, [{ ...finding, statement: "Đã thay ngày 20/12" }])).toEqual([]);
});

describe("who signs for the team", () => {
  const team: Member[] = [
    { personId: "p1", name: "Hà", duty: "leader" },
    { personId: "p2", name: "An", duty: "deputy" },
    { personId: "p3", name: "Oanh", duty: "secretary" },
    { personId: "p4", name: "Bình", duty: "member" },
  ];
  const signing = (away: readonly string[], chosen?: string) => {
    const all = attendanceOf(team, ({ personId }) => !away.includes(personId), chosen);
    const there = all.filter(({ present }) => present);
    return {
      title: teamTitle(there).join("/"),
      name: teamSignerName(there),
      left: signerProblems(all).length,
    };
  };

  it("is its leader, the deputy for a leader who is away, or a member chosen in the team's name", () => {
    expect(signing([])).toEqual({ title: "TRƯỞNG ĐOÀN", name: "Hà", left: 0 });
    expect(signing([], "p4")).toEqual({ title: "TRƯỞNG ĐOÀN", name: "Hà", left: 0 });
    expect(signing(["p1"])).toEqual({ title: "KT. TRƯỞNG ĐOÀN/PHÓ TRƯỞNG ĐOÀN", name: "An", left: 0 });
    expect(signing(["p1"], "p4")).toEqual({ title: "TM. ĐOÀN KIỂM TRA/THÀNH VIÊN", name: "Bình", left: 0 });
    expect(signing(["p1", "p2"], "p3")).toEqual({ title: "TM. ĐOÀN KIỂM TRA/THƯ KÝ", name: "Oanh", left: 0 });
  });

  it("is asked where nobody follows, or where who was chosen is away too", () => {
    expect(signing(["p1", "p2"])).toMatchObject({ name: null, left: 1 });
    expect(signing(["p1", "p4"], "p4")).toMatchObject({ left: 1 });
    const before = team.map((each) => ({ ...each, present: each.duty !== "leader" }));
    expect(teamTitle(before.filter(({ present }) => present))).toEqual(["TRƯỞNG ĐOÀN"]);
  });
});

describe("when the work was done", () => {
  const [first, next] = [plainDate("02/01/2018"), plainDate("03/01/2018")];
  const times = { startedAt: "22:10" as PlainTime, endedAt: "00:15" as PlainTime };

  it("goes past midnight where the end has its day, and not before", () => {
    expect(hoursProblems({ ...times, startedOn: first, endedOn: next }, next)).toEqual([]);
    for (const hours of [
      times,
      { ...times, startedOn: first },
      { ...times, startedOn: first, endedOn: first },
    ])
      expect(hoursProblems(hours, next)).toMatchObject([{ code: "end-before-start", field: "endedAt" }]);
    expect(hoursProblems({ ...times, startedOn: next, endedOn: first }, next)).toMatchObject([
      { code: "date-too-early", field: "endedOn" },
    ]);
  });

  it("has a day, which is not after that of signing", () => {
    const open = { startedAt: null, endedAt: null };
    expect(hoursProblems({ ...open, startedOn: null }, next)).toMatchObject([{ field: "startedOn" }]);
    expect(hoursProblems({ ...open, startedOn: next }, first)).toMatchObject([{ code: "after-signing" }]);
    expect(hoursProblems({ ...open, startedOn: first, endedOn: next }, first)).toMatchObject([
      { code: "after-signing", field: "endedOn" },
    ]);
  });

  it("is said in what is sealed, and minutes of before it was asked read as before", () => {
    expect(minutesText({ ...sheet, hours: { startedAt: null, endedAt: null } })).toBe(minutesText(sheet));
    const said = minutesText({ ...sheet, hours: { ...times, startedOn: first, endedOn: null } });
    expect(JSON.parse(said)).toMatchObject({ hours: { ...times, startedOn: "2018-01-02" } });
    expect(said).not.toContain("endedOn");
  });
});

it.each([
  ["Chỉ có bản cũ", "Chỉ có bản cũ", false],
  [" Chỉ có bản cũ\r\n", "Chỉ có bản cũ", false],
  ["", "Chỉ có bản cũ", false],
  ["Bản ký năm 2021", "Bản ký năm 2012, thiếu dấu", true],
  ["Bảng tin tầ", "Bảng tin tầng 1 chỉ có bản cũ", true],
])(
  "a note that says something else than the evidence of its finding is seen: %j, %j",
  (note, evidence, apart) => {
    const finding = { questionCode: "D.2", severity: "minor" as const, evidence, scope: "", dueOn: null };
    const answers = {
      "D.2": { outcome: "partly" as const, note },
      "D.3": { outcome: "partly" as const, note: "khác" },
    };
    expect(notesApart({ answers, findings: [finding] })).toEqual(apart ? [{ code: "D.2", note }] : []);
  },
);
