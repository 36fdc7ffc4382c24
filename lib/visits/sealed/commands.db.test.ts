import { randomUUID } from "node:crypto";

import { describe, expect, it, test } from "vitest";

import { receiveMinutes } from "@/lib/visits/commands";
import { listVisits } from "@/lib/visits/queries";
import { minutesMessage } from "@/lib/visits/sealed/schema";
import { putAway } from "@/lib/fieldwork/kept/commands";
import { listKept } from "@/lib/fieldwork/kept/queries";
import { sha256Hex } from "@/lib/platform/hash";
import { listMinutes } from "@/lib/visits/minutes/queries";
import { absent, type MinutesSheet } from "@/lib/visits/minutes/types";
import { receiveGroup, saveGroup } from "@/lib/visits/recording/commands";
import type { FindingDraft } from "@/lib/findings/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { mark } from "@/tests/support/database/deliveries";
import { sealedOf } from "@/tests/support/database/sealed";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";
import { answerAll, inspector, loadedVisit, createVisit, written } from "@/tests/support/database/visit";

/** Half an hour before midnight: the day of signing is the one before. */
const evening = () => mark("2017-12-30T16:30:00Z");

const dates = (visit: string) =>
  rowsOf<{ finalised: string; raised: string; due: string }>(
    `select r.finalised_on::text as finalised, f.raised_on::text as raised, f.due_on::text as due
     from visit_result r join finding f on f.visit_id = r.visit_id where r.visit_id = $1`,
    [visit],
  );

describe("minutes that were sealed on a device", () => {
  it("are dated by the day of signing however late they come, and are refused for no date that has passed since", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input } = await sealedOf(visit);
    expect(await receiveMinutes(await inspector(), input, evening())).toMatchObject({ ok: true });
    expect(await dates(visit)).toEqual([
      { finalised: "2017-12-30", raised: "2017-12-30", due: "2017-12-30" },
    ]);
  });

  it("say who was there and what the agency said of one finding, though it agreed or dissented with no word of the whole", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input: plain } = await sealedOf(visit);
    const attendance = [
      { personId: randomUUID(), name: "Lê Thị Mai", duty: "member" as const, present: false },
      { personId: randomUUID(), name: "Hà", duty: "leader" as const, present: true },
    ];
    const { input } = await sealedOf(visit, {
      attendance,
      findings: plain.findings.map((finding) => ({ ...finding, statement: "Đã thay ngày 20/12/2017" })),
      representative: { ...absent, opinion: "dissents", name: "Trần Thị Bình" },
    });
    expect(await receiveMinutes(await inspector(), input, evening())).toMatchObject({ ok: true });
    const [first] = await listMinutes(await inspector(), visit);
    expect(first?.signed.attendance).toEqual(attendance);
    expect((await loadedVisit(visit)).findings).toMatchObject([{ statement: "Đã thay ngày 20/12/2017" }]);
  });

  it("are never dated after the day on which they came", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const due = {
      questionCode: "D.2",
      severity: "minor",
      evidence: "Bảng tin niêm yết bản cũ năm 2012",
      scope: "Trụ sở chính",
      dueOn: plainDate("2018-01-29"),
    } as const;
    const { input } = await sealedOf(visit, {
      signedOn: plainDate("2018-01-01"),
      findings: [due],
    });
    await receiveMinutes(await inspector(), input, evening());
    expect((await dates(visit))[0]?.finalised).toBe("2017-12-31");
  });

  it("are received as they claim to be signed, however far ahead a clock ran: found on the day they came, due as they say", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const signedOn = plainDate("2018-06-05");
    const { input } = await sealedOf(visit, {
      ...{ signedOn, findings: [due], hours: { startedAt: null, endedAt: null, startedOn: signedOn } },
    });
    expect(await receiveMinutes(await inspector(), input, evening())).toMatchObject({ ok: true });
    expect(await dates(visit)).toEqual([
      { finalised: "2017-12-31", raised: "2017-12-31", due: "2999-12-31" },
    ]);
    const [line] = (
      await listVisits(
        await inspector(),
        { year: 2017, agencyCode: "snv", team: true, asOf: plainDate("2017-12-31") },
        "vi",
      )
    ).filter(({ id }) => id === visit);
    expect(line).toMatchObject({ state: "final", begunOn: signedOn, receivedOn: "2017-12-31", findings: 1 });
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where entity_id = $1 and action = 'visit-finalised'",
      [visit],
    );
    expect(JSON.parse(entry?.content ?? "")).toMatchObject({ signedOn, arrivedOn: "2017-12-31" });
  });

  const due: FindingDraft = {
    ...{ questionCode: "D.2", severity: "minor", evidence: "Bảng tin niêm yết bản cũ năm 2012" },
    ...{ scope: "Trụ sở chính", dueOn: plainDate("2999-12-31") },
  };
  it.each<[string, Partial<MinutesSheet>, string]>([
    ["bear a day before the programme", { signedOn: plainDate("1900-01-01") }, "signed-too-early"],
    ["find without saying what", { findings: [{ ...due, evidence: "" }] }, "finding-evidence"],
    ["find without saying how far", { findings: [{ ...due, scope: "" }] }, "finding-scope"],
    ["set no day for what has to be mended", { findings: [{ ...due, dueOn: null }] }, "required"],
    [
      "name nobody of the team as present",
      { attendance: [{ personId: randomUUID(), name: "Hà", duty: "leader", present: false }] },
      "nobody-present",
    ],
    [
      "carry a signature of nobody",
      { signatories: [{ part: "second", name: "", title: "", signature: { kind: "typed" } }] },
      "signatory-name",
    ],
  ])("are refused where they %s, and nothing is written", async (_what, changes, code) => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input } = await sealedOf(visit, changes);
    const done = await receiveMinutes(await inspector(), input, evening());
    expect(!done.ok && done.problems.map((each) => each.code)).toContain(code);
    expect(await dates(visit)).toEqual([]);
  });

  it("stand as they were signed, and what a colleague saved otherwise meanwhile is kept in the history", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input, text } = await sealedOf(visit);
    const version = (await loadedVisit(visit)).sections["C"]?.version ?? 0;
    const answers = { "C.1": { outcome: "not_conforming" as const, note: "của người kia" } };
    await saveGroup(await inspector(), { visitId: visit, groupCode: "C", version, answers });
    expect(await receiveMinutes(await inspector(), input, evening())).toMatchObject({ ok: true });
    expect((await loadedVisit(visit)).answers["C.1"]).toEqual({ outcome: "conforming", note: "" });
    const [minutes] = await listMinutes(await inspector(), visit);
    expect(minutes?.fingerprint).toBe(sha256Hex(text));
    const [last] = await rowsOf<{ content: string }>(
      "select content from journal_entry where entity_id = $1 and action = 'section-saved' order by id desc limit 1",
      [visit],
    );
    expect(last?.content).toContain("của người kia");
  });

  it("bring along what never reached the server by itself", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input, fingerprint } = await sealedOf(visit);
    const bare = await createVisit();
    const text = input.sealed?.text.replace(visit, bare) ?? "";
    const message = minutesMessage.parse({
      format: 1,
      visitId: bare,
      recordedAt: "2017-12-30T16:30:00Z",
      text,
      fingerprint: sha256Hex(text),
    });
    expect(fingerprint).not.toBe(message.fingerprint);
    const done = await receiveMinutes(await inspector(), message, evening());
    expect(done).toMatchObject({ ok: true });
    expect((await loadedVisit(bare)).answers).toEqual((await loadedVisit(visit)).answers);
  });

  it("are refused where the text is not the one of the fingerprint, and nothing is written", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input } = await sealedOf(visit);
    const before = await written(visit);
    const other = { ...input, fingerprint: "0".repeat(64) };
    expect(await receiveMinutes(await inspector(), other, evening())).toMatchObject({
      problems: [{ code: "minutes-differ" }],
    });
    expect(await written(visit)).toBe(before);
  });

  it.each([
    ["a question is not answered", { answers: {} }, "questions-left"],
    ["a shortcoming has no finding", { findings: [] }, "finding-evidence"],
    ["a question is not asked", { answers: { "Z.9": { outcome: "conforming", note: "" } } }, "unknown-input"],
  ] as const)("are refused where %s", async (_what, more, code) => {
    const visit = await createVisit();
    await answerAll(visit);
    const before = await written(visit);
    const { input } = await sealedOf(visit, more);
    expect(await receiveMinutes(await inspector(), input, evening())).toMatchObject({
      problems: [{ code }],
    });
    expect(await written(visit)).toBe(before);
  });

  it("have one receipt, whoever of the team sends the same", async () => {
    const visit = await createVisit();
    await answerAll(visit);
    const { input } = await sealedOf(visit);
    const first = await receiveMinutes(await inspector(), input, evening());
    expect(await receiveMinutes(await inspector(), input, evening())).toEqual(first);
  });
});

test("what is put away is kept word for word, once, and read beside the visit", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const item = evening();
  const message = {
    format: 1 as const,
    visitId: visit,
    recordedAt: item.recordedAt,
    to: "sheets" as const,
    message: { note: "nguyên văn" },
    problem: "Câu này không hỏi",
  };
  const first = await putAway(viewer, message, item);
  expect(await putAway(viewer, message, item)).toEqual(first);
  expect(await listKept(viewer, visit)).toMatchObject([{ why: "away", text: "nguyên văn" }]);
  expect(await putAway(await viewerNamed("leader"), message, item)).toMatchObject({ ok: false });
});

test("other words put away under one id are kept as well, under a receipt of their own", async () => {
  const visit = await createVisit();
  const viewer = await inspector();
  const item = evening();
  const message = (note: string) => ({
    ...{ format: 1 as const, visitId: visit, recordedAt: item.recordedAt, to: "sheets" as const },
    ...{ message: { note }, problem: "" },
  });
  const [first, second] = [
    await putAway(viewer, message("một"), item),
    await putAway(viewer, message("hai"), item),
  ];
  expect(first.ok && second.ok && first.value.number !== second.value.number).toBe(true);
  expect(await putAway(viewer, message("hai"), item)).toEqual(second);
  expect((await listKept(viewer, visit)).map(({ text }) => text)).toEqual(["một", "hai"]);
});

test("a visit may be recorded before its day", async () => {
  const visit = await createVisit("2018-06-01");
  const input = {
    visitId: visit,
    groupCode: "C",
    version: 0,
    answers: { "C.1": { outcome: "partly" as const, note: "x" } },
  };
  expect(await receiveGroup(await inspector(), input, evening())).toMatchObject({ ok: true });
});

test("two findings of one question are refused as what they are, from a device of any edition", async () => {
  const visit = await createVisit();
  await answerAll(visit);
  const { input } = await sealedOf(visit);
  const [one] = input.findings;
  if (!one) throw new Error("no finding");
  const twice = await sealedOf(visit, { findings: [one, { ...one, evidence: "Bảng tin tầng 2" }] });
  const before = await written(visit);
  const told = { ok: false, problems: [{ code: "finding-twice", values: { code: "D.2" } }] };
  expect(await receiveMinutes(await inspector(), twice.input, evening())).toMatchObject(told);
  const parts = { ...twice.input, sealed: undefined };
  expect(await receiveMinutes(await inspector(), parts, evening())).toMatchObject(told);
  expect(await written(visit)).toBe(before);
});
