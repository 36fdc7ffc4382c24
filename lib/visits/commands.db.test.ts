import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import { finaliseVisit } from "@/lib/visits/commands";
import { foreseeMinutes } from "@/lib/visits/final/queries";
import { saveGroup } from "@/lib/visits/recording/commands";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { absent } from "@/lib/visits/minutes/types";
import type { Outcome } from "@/lib/checklists/types";
import type { PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import {
  answerAll,
  inspector,
  loadedVisit,
  createMate,
  createVisit,
  versionsOf,
  written,
} from "@/tests/support/database/visit";

const section = (visitId: string, version: number, outcome: Outcome, note = "") => ({
  visitId,
  groupCode: "D",
  version,
  answers: { "D.1": { outcome, note } },
});

/** What the check page of this moment would send. */
const checked = async (visitId: string) => ({
  visitId,
  conclusion: "",
  seen: await versionsOf(visitId),
  representative: absent,
});

const posting = {
  questionCode: "D.2",
  severity: "minor" as const,
  evidence: "Niêm yết bản chính sách ký năm 2012",
  reference: "Bảng tin tầng 1, ngày 15/3/2016",
  requirement: "TCVN ISO 9001:2008, 5.3.b",
  scope: "Trụ sở chính",
  dueOn: "2018-01-30" as PlainDate,
};

const codeOf = (result: Result<unknown>): unknown => (result.ok ? "done" : result.problems[0]?.code);

describe("saving a section", () => {
  it("writes answers, version and history together, and gives a receipt", async () => {
    const visit = await createVisit();
    const saved = await saveGroup(await inspector(), section(visit, 0, "partly", "Bản sao chưa ký"));
    expect(saved.ok && saved.value.number).toMatch(/^\d{6,}$/);
    const { answers, sections } = await loadedVisit(visit);
    expect(answers["D.1"]).toEqual({ outcome: "partly", note: "Bản sao chưa ký" });
    expect(sections["D"]?.version).toBe(1);
  });

  it("refuses a stale version with what stands there, and writes nothing", async () => {
    const visit = await createVisit();
    await saveGroup(await inspector(), section(visit, 0, "conforming", "của người kia"));
    const before = await written(visit);
    const stale = await saveGroup(await inspector(), section(visit, 0, "not_conforming", "của tôi"));
    expect(stale).toMatchObject({
      ok: false,
      conflict: { current: { version: "1", "outcome.D.1": "conforming", "note.D.1": "của người kia" } },
    });
    expect(await written(visit)).toBe(before);
  });

  it("lets one of two who save at the same moment win", async () => {
    const visit = await createVisit();
    const viewer = await inspector();
    const both = await Promise.all([
      saveGroup(viewer, section(visit, 0, "conforming")),
      saveGroup(viewer, section(visit, 0, "partly")),
    ]);
    expect(both.map((each) => each.ok).sort()).toEqual([false, true]);
    expect((await loadedVisit(visit)).sections["D"]?.version).toBe(1);
  });

  it.each([
    ["somebody of another team", () => createVisit("2017-12-31", "leader"), "not-in-team"],
    ["a visit that does not exist", () => Promise.resolve(randomUUID()), "not-in-team"],
    ["an id that is none", () => Promise.resolve("x'--"), "not-in-team"],
  ] as const)("refuses %s", async (_who, create, code) => {
    expect(codeOf(await saveGroup(await inspector(), section(await create(), 0, "conforming")))).toBe(code);
  });

  it("refuses a question that is not asked on this visit", async () => {
    const visit = await createVisit();
    const input = {
      ...section(visit, 0, "conforming"),
      answers: { "D.6": { outcome: "conforming" as const, note: "" } },
    };
    expect(codeOf(await saveGroup(await inspector(), input))).toBe("unknown-input");
  });

  it.each(["leader", "officer", "head", "admin"])("is not for the %s", async (name) => {
    const visit = await createVisit();
    const before = await written(visit);
    expect(codeOf(await saveGroup(await viewerNamed(name), section(visit, 0, "conforming")))).toBe(
      "not-yours",
    );
    expect(await written(visit)).toBe(before);
  });
});

describe("making the minutes final", () => {
  it("refuses while questions are left", async () => {
    const visit = await createVisit();
    const before = await written(visit);
    expect(codeOf(await finaliseVisit(await inspector(), { ...(await checked(visit)), findings: [] }))).toBe(
      "questions-left",
    );
    expect(await written(visit)).toBe(before);
  });

  it("asks the form who was there: at least one, and the others are named as absent", async () => {
    const visit = await createVisit();
    const mate = await createMate(visit);
    await answerAll(visit);
    const viewer = await inspector();
    const input = { ...(await checked(visit)), findings: [posting] };
    expect(codeOf(await finaliseVisit(viewer, { ...input, present: [] }))).toBe("nobody-present");
    expect(codeOf(await finaliseVisit(viewer, { ...input, present: [viewer.personId ?? ""] }))).toBe("done");
    const [first] = await listMinutes(viewer, visit);
    expect(
      first?.signed.attendance?.map(({ personId, duty, present }) => ({ personId, duty, present })),
    ).toEqual([
      { personId: viewer.personId, duty: "leader", present: true },
      { personId: mate.personId, duty: "member", present: false },
    ]);
  });

  it.each([
    ["nothing written of it", [], "finding-evidence"],
    [
      "only that it is wanting",
      [{ ...posting, evidence: "Chưa đầy đủ", reference: "" }],
      "finding-reference",
    ],
    ["its requirement taken out", [{ ...posting, requirement: "" }], "finding-requirement"],
    ["no scope", [{ ...posting, scope: "" }], "finding-scope"],
    ["a day that is past", [{ ...posting, dueOn: "2017-12-30" as PlainDate }], "date-too-early"],
  ])("refuses a shortcoming with %s", async (_what, findings, code) => {
    const visit = await createVisit();
    await answerAll(visit);
    const before = await written(visit);
    expect(codeOf(await finaliseVisit(await inspector(), { ...(await checked(visit)), findings }))).toBe(
      code,
    );
    expect(await written(visit)).toBe(before);
  });

  it("freezes score, findings and basis once: twice at the same moment gives one result, and nothing changes after", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const viewer = await inspector();
    const input = { ...(await checked(visit)), conclusion: "Đề nghị khắc phục", findings: [posting] };
    const both = await Promise.all([finaliseVisit(viewer, input), finaliseVisit(viewer, input)]);
    expect(both.map(codeOf).sort()).toEqual(["done", "visit-final"]);
    const { result, findings, state } = await loadedVisit(visit);
    expect(state).toBe("final");
    expect(result).toMatchObject({ scoreHundredths: 9833, gradeTitle: "Tốt", cappedBy: [], maintains: true });
    expect(findings).toMatchObject([
      { ...posting, requirement: "TCVN ISO 9001:2008, 5.3.b", dueOn: "2018-01-30" },
    ]);
    const before = await written(visit);
    expect(codeOf(await saveGroup(viewer, section(visit, 1, "partly")))).toBe("visit-final");
    await expect(rowsOf("update answer set note = 'khác' where visit_id = $1", [visit])).rejects.toThrow(
      /is final/,
    );
    expect(await written(visit)).toBe(before);
  });
});

describe("the text read before minutes are made final", () => {
  const ready = async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const input = { ...(await checked(visit)), conclusion: "Đề nghị khắc phục", findings: [posting] };
    return { visit, viewer: await inspector(), input };
  };

  it("is the very text that is sealed, and reading writes nothing", async () => {
    const { visit, viewer, input } = await ready();
    const before = await written(visit);
    const read = await foreseeMinutes(viewer, input);
    expect(await written(visit)).toBe(before);
    if (!read.ok) throw new Error("could not be read");
    const { words, fingerprint, apart } = read.value;
    expect(apart).toEqual([]);
    expect(JSON.stringify(words.body)).toContain("Đề nghị khắc phục");
    expect(codeOf(await finaliseVisit(viewer, { ...input, shown: fingerprint }))).toBe("done");
    const [first] = await listMinutes(viewer, visit);
    expect(first).toMatchObject({ fingerprint, signed: { words } });
  });

  it("says at which question a note differs from its finding", async () => {
    const { visit, viewer, input } = await ready();
    await rowsOf("update answer set note = 'Bảng tin tầ' where visit_id = $1 and question_code = 'D.2'", [
      visit,
    ]);
    const read = await foreseeMinutes(viewer, input);
    expect(read.ok && read.value.apart).toEqual([{ code: "D.2", note: "Bảng tin tầ" }]);
  });

  it("says what is in the way, like making them final", async () => {
    const { viewer, input } = await ready();
    expect(codeOf(await foreseeMinutes(viewer, { ...input, findings: [] }))).toBe("finding-evidence");
    const stale = { ...input, seen: { ...input.seen, D: 9 } };
    expect(codeOf(await foreseeMinutes(viewer, stale))).toBe("answers-changed");
    expect(codeOf(await foreseeMinutes(await viewerNamed("officer"), input))).toBe("not-in-team");
  });

  it.each([
    ["a name of the team", "update person set full_name = full_name || ' A' where id = $1"],
    ["the duty of a member", "update team_member set duty = 'deputy' where person_id = $1 and visit_id = $2"],
  ])("is refused to be sealed where %s has changed since, and nothing is written", async (_what, sql) => {
    const { visit, viewer, input } = await ready();
    const mate = await createMate(visit);
    const present = [viewer.personId ?? "", mate.personId ?? ""];
    const read = await foreseeMinutes(viewer, { ...input, present });
    await rowsOf(sql, sql.includes("$2") ? [mate.personId, visit] : [mate.personId]);
    const before = await written(visit);
    const shown = read.ok ? read.value.fingerprint : "";
    expect(codeOf(await finaliseVisit(viewer, { ...input, present, shown }))).toBe("shown-changed");
    expect(await written(visit)).toBe(before);
  });
});

it("refuses what was changed after it was shown, and says which section", async () => {
  const visit = await createVisit();
  await answerAll(visit);
  const seen = await checked(visit);
  const again = {
    ...section(visit, 1, "partly", "Bản lưu chưa ký"),
    answers: { "D.1": { outcome: "partly" as const, note: "" } },
  };
  await saveGroup(await inspector(), again);
  const before = await written(visit);
  const stale = await finaliseVisit(await inspector(), { ...seen, findings: [posting] });
  expect(stale).toMatchObject({
    ok: false,
    problems: [{ code: "answers-changed", values: { groups: "D" } }],
  });
  expect(await written(visit)).toBe(before);
});

it("takes the same answers, saved by somebody faster, as saved", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const first = await saveGroup(viewer, section(visit, 0, "conforming"));
  const second = await saveGroup(viewer, section(visit, 0, "conforming"));
  expect(second).toEqual(first);
});

it("never puts somebody into the team that audits the agency they serve in", async () => {
  const visit = await createVisit();
  const serving =
    "select $1, person_id, 'member' from appointment a join agency g on g.id = a.agency_id where g.code = 'snv' and valid_to is null limit 1";
  await expect(
    rowsOf(`insert into team_member (visit_id, person_id, duty) ${serving}`, [visit]),
  ).rejects.toThrow(/serves in the audited agency/);
});
