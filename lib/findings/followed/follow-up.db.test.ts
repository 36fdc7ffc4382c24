import { describe, expect, it } from "vitest";

import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import type { AnswerForm } from "@/lib/findings/answers/schema";
import { acceptBlock, claimBlock, refuseBlock, unblock } from "@/lib/findings/blocks/commands";
import { closeFinding } from "@/lib/findings/commands";
import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { findFinding, listFindings } from "@/lib/findings/queries";
import { writeMessage } from "@/lib/findings/thread/commands";
import type { Receipt } from "@/lib/journal/types";
import { addDays, plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const raisedOn = plainDate("12/10/2017");
const dueOn = plainDate("11/11/2017");
const agencyCode = "ubnd-duc-pho";

/** A finding of Đức Phổ that nobody has answered, from a visit of the inspector's team. */
async function plant(severity = "minor"): Promise<string> {
  const [visit] = await rowsOf<{ id: string }>(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', $1, 'qn-2017', '2008', false from agency a, programme p where a.code = $2 and p.year = 2017 returning id`,
    [raisedOn, agencyCode],
  );
  await rowsOf(
    "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = 'inspector'",
    [visit?.id],
  );
  const [finding] = await rowsOf<{ id: string }>(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on, due_on)
     select v.agency_id, v.id, 'D.2', $2::severity, 'policy_posting', 'Bảng tin tầng 1 niêm yết bản ký năm 2012', '2008', '5.3', 'Trụ sở', $3, $4
     from visit v where v.id = $1 returning id`,
    [visit?.id, severity, raisedOn, dueOn],
  );
  return finding?.id ?? "";
}

const photo = () => new File([new Uint8Array(noticePicture())], "Bảng tin.png", { type: "image/png" });

const answerTo = (findingId: string, version: number, more: Partial<AnswerForm> = {}): AnswerForm => ({
  ...{ findingId, version },
  cause: "Bản ký năm 2016 chỉ lưu ở Văn phòng, chưa thay trên bảng tin",
  correction: "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017",
  correctiveAction: "Văn phòng chụp ảnh nơi niêm yết mỗi khi ký lại chính sách",
  responsible: "Nguyễn Văn An, Chánh Văn phòng",
  doneBy: plainDate("28/12/2017"),
  evidence: [],
  ...more,
});
const reason = "Ảnh chưa thấy ngày ký; gửi ảnh chụp rõ chữ ký và ngày niêm yết";
const verified = (findingId: string, version: number, closedOn = today) => ({
  ...{ findingId, version, closedOn },
  note: "Đã xem ảnh niêm yết ngày 30/12/2017 tại Bộ phận một cửa",
  evidence: null,
});
const claimed = (findingId: string, version: number, since: PlainDate) => ({
  ...{ findingId, version, since },
  blockingBody: "UBND tỉnh Quảng Ngãi",
  reference: "Công văn số 1123/UBND-KT ngày 06/11/2017",
  explanation: "Danh mục thủ tục hành chính cấp huyện chưa được UBND tỉnh công bố",
});

const codeOf = (result: Result<Receipt>): unknown => (result.ok ? "done" : result.problems[0]?.code);
const officer = () => viewerNamed("officer");
const inspector = () => viewerNamed("inspector");
const stageOf = async (id: string) => (await findFinding(await officer(), id))?.stage;
const written = async (findingId: string) =>
  rowsOf(
    `select (select count(*) from finding_answer where finding_id = $1) as answers, (select count(*) from finding_return where finding_id = $1) as returns,
      (select count(*) from finding_claim where finding_id = $1) as claims, (select count(*) from finding_stop where finding_id = $1) as stops,
      (select count(*) from finding_closure where finding_id = $1) as closures, (select count(*) from finding_message where finding_id = $1) as messages,
      (select count(*) from journal_entry) as entries, (select count(*) from attachment) as files`,
    [findingId],
  );

/** Refused with this code, and nothing written. */
async function refusedWith(
  code: string,
  findingId: string,
  act: () => Promise<Result<Receipt>>,
): Promise<void> {
  const before = await written(findingId);
  expect(codeOf(await act())).toBe(code);
  expect(await written(findingId)).toEqual(before);
}

describe("a finding followed to its end", () => {
  it("is answered with a photo, sent back, answered again and verified; nothing is overwritten", async () => {
    const id = await plant();
    const [agency, team] = [await officer(), await inspector()];
    expect(codeOf(await answerFinding(agency, answerTo(id, 0, { evidence: [photo(), photo()] })))).toBe(
      "done",
    );
    expect(await stageOf(id)).toBe("answered");
    expect(codeOf(await returnAnswer(team, { findingId: id, version: 1, reason }))).toBe("done");
    expect(await stageOf(id)).toBe("returned");
    const second = { cause: "Văn phòng không có danh mục các nơi niêm yết chính sách" };
    expect(codeOf(await answerFinding(agency, answerTo(id, 2, second)))).toBe("done");
    expect(codeOf(await closeFinding(team, verified(id, 3)))).toBe("done");
    expect(await stageOf(id)).toBe("closed");
    const followed = await findFollowUp(agency, id);
    expect(followed?.turns).toBe(3);
    expect(followed?.answers).toMatchObject([
      { number: 1, files: [{ name: "Bảng tin.png" }, { name: "Bảng tin.png" }], back: { reason, on: today } },
      { number: 2, cause: second.cause, files: [], back: null },
    ]);
    const actions = await rowsOf<{ action: string }>(
      "select action from journal_entry where entity_id = $1 order by id",
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      ...["finding-answered", "finding-returned", "finding-answered", "finding-closed"],
    ]);
  });

  it("waits for whose turn it is", async () => {
    const id = await plant();
    const [agency, team] = [await officer(), await inspector()];
    await refusedWith("finding-turn", id, () => closeFinding(team, verified(id, 0)));
    await refusedWith("finding-turn", id, () => returnAnswer(team, { findingId: id, version: 0, reason }));
    await answerFinding(agency, answerTo(id, 0));
    await refusedWith("finding-turn", id, () => answerFinding(agency, answerTo(id, 1)));
    await refusedWith("finding-turn", id, () => claimBlock(agency, claimed(id, 1, raisedOn)));
    await closeFinding(team, verified(id, 1));
    await refusedWith("already-done", id, () => answerFinding(agency, answerTo(id, 1)));
    await refusedWith("already-done", id, () => closeFinding(team, verified(id, 1)));
  });

  it("lets an inspector close an observation that asks for no answer", async () => {
    expect(codeOf(await closeFinding(await inspector(), verified(await plant("observation"), 0)))).toBe(
      "done",
    );
  });

  it("is verified after it was answered, and not ahead of time", async () => {
    const id = await plant();
    const team = await inspector();
    await answerFinding(await officer(), answerTo(id, 0));
    await refusedWith("date-before", id, () => closeFinding(team, verified(id, 1, addDays(today, -1))));
    await refusedWith("date-in-future", id, () => closeFinding(team, verified(id, 1, addDays(today, 1))));
  });

  it("refuses a save from a form that did not know of the last turn, and says who took it", async () => {
    const id = await plant();
    const team = await inspector();
    await answerFinding(await officer(), answerTo(id, 0));
    await returnAnswer(team, { findingId: id, version: 1, reason });
    const before = await written(id);
    const stale = await answerFinding(await viewerNamed("head"), answerTo(id, 0));
    expect(stale).toMatchObject({ problems: [{ code: "read-changed", values: { name: team.name } }] });
    expect(stale).not.toHaveProperty("conflict");
    expect(await written(id)).toEqual(before);
  });

  it("takes one of two answers that come at the same moment", async () => {
    const id = await plant();
    const agency = await officer();
    const both = await Promise.all([0, 0].map((version) => answerFinding(agency, answerTo(id, version))));
    expect(both.map(codeOf).sort()).toEqual(["done", "finding-turn"]);
  });

  it.each([
    ["part-repeated", { cause: "Đã khắc phục đầy đủ", correction: "Đã khắc phục đầy đủ." }],
    ["date-before", { doneBy: plainDate("11/10/2017") }],
    ["file-type", { evidence: [new File(["#!/bin/sh"], "anh.png")] }],
  ] satisfies [string, Partial<AnswerForm>][])("refuses an answer: %s", async (code, more) => {
    const id = await plant();
    const agency = await officer();
    await refusedWith(code, id, () => answerFinding(agency, answerTo(id, 0, more)));
  });

  it("is judged by nobody of the same agency, in the command and in the database", async () => {
    const id = await plant();
    await answerFinding(await officer(), answerTo(id, 0));
    const own = "from account c, agency a where c.name = 'inspector' and a.code = $1";
    await rowsOf(
      `insert into appointment (person_id, agency_id, post, title, valid_from) select c.person_id, a.id, 'deputy_head', 'Phó', '2017-12-01' ${own}`,
      [agencyCode],
    );
    const team = await inspector();
    await refusedWith("own-agency", id, () => closeFinding(team, verified(id, 1)));
    await refusedWith("own-agency", id, () => returnAnswer(team, { findingId: id, version: 1, reason }));
    await expect(
      rowsOf(
        `insert into finding_closure (finding_id, agency_id, closed_on, closed_by, note) select $2, a.id, '2017-12-31', c.id, 'x' ${own}`,
        [agencyCode, id],
      ),
    ).rejects.toThrow(/same agency/);
    await rowsOf("delete from appointment where title = 'Phó'");
    expect(codeOf(await closeFinding(team, verified(id, 1)))).toBe("done");
  });
});

describe("what a higher level blocks", () => {
  const since = plainDate("06/11/2017");

  it("stops the agency's clock and runs the blocker's; when it ends, the day moves by what was blocked", async () => {
    const id = await plant();
    const [agency, team] = [await officer(), await inspector()];
    expect((await findFinding(agency, id))?.overdueDays).toBe(50);
    expect(codeOf(await claimBlock(agency, claimed(id, 0, since)))).toBe("done");
    expect(await stageOf(id)).toBe("claimed");
    expect((await findFinding(agency, id))?.overdueDays).toBe(50);
    expect(codeOf(await acceptBlock(team, { findingId: id, version: 1 }))).toBe("done");
    expect(await findFinding(agency, id)).toMatchObject({
      ...{ stage: "blocked", overdueDays: 0, blockedDays: 55, dueOn: "2018-01-05" },
      blocker: { body: "UBND tỉnh Quảng Ngãi", since },
    });
    const ended = { findingId: id, version: 2, endsOn: plainDate("20/12/2017"), endNote: "QĐ số 15" };
    expect(codeOf(await unblock(agency, ended))).toBe("done");
    expect(await findFinding(agency, id)).toMatchObject({
      ...{ stage: "open", overdueDays: 6, blockedDays: 44, dueOn: "2017-12-25", blocker: null },
    });
    await refusedWith("date-before", id, () => claimBlock(agency, claimed(id, 3, plainDate("19/12/2017"))));
    expect(codeOf(await claimBlock(agency, claimed(id, 3, plainDate("20/12/2017"))))).toBe("done");
  });

  it("counts on when the inspector refuses, who says why", async () => {
    const id = await plant();
    await claimBlock(await officer(), claimed(id, 0, since));
    const team = await inspector();
    expect(codeOf(await refuseBlock(team, { findingId: id, version: 1, reason }))).toBe("done");
    expect(await findFinding(team, id)).toMatchObject({ stage: "open", overdueDays: 50, blockedDays: 0 });
  });

  it("is found by its clock in the lists, late or blocked and never both", async () => {
    const [late, waiting] = [await plant(), await plant()];
    const [agency, team] = [await officer(), await inspector()];
    await claimBlock(agency, claimed(waiting, 0, since));
    await acceptBlock(team, { findingId: waiting, version: 1 });
    const filter = { year: 2017, topic: null, severity: null, agencyCode, openOnly: true, page: 1 };
    const idsOf = async (clock: "late" | "blocked") =>
      (await listFindings(team, { ...filter, clock })).lines.map((line) => line.id);
    const [lateOnes, blockedOnes] = [await idsOf("late"), await idsOf("blocked")];
    expect([lateOnes.includes(late), lateOnes.includes(waiting)]).toEqual([true, false]);
    expect([blockedOnes.includes(late), blockedOnes.includes(waiting)]).toEqual([false, true]);
  });

  it.each([
    ["date-before", plainDate("11/10/2017")],
    ["date-in-future", plainDate("01/01/2018")],
  ])("cannot begin before the finding or ahead of time: %s", async (code, from) => {
    const id = await plant();
    const agency = await officer();
    await refusedWith(code, id, () => claimBlock(agency, claimed(id, 0, from)));
  });

  it("overlaps nothing, and ends once", async () => {
    const id = await plant();
    const spans = [
      ["2017-10-20", "2017-10-25"],
      ["2017-11-06", "2017-11-06"],
      ["2017-11-06", "2017-12-20"],
      ["2017-12-24", null],
    ] as const;
    const insert = `with c as (insert into finding_claim (finding_id, agency_id, number, blocking_body, reference, explanation, since, stated_on)
        select id, agency_id, $2, 'UBND tỉnh', 'Tờ trình', 'Chờ', $3, $3 from finding where id = $1 returning id, finding_id, agency_id, since)
      insert into finding_stop (claim_id, finding_id, agency_id, starts_on, ends_on, end_note, accepted_on)
        select id, finding_id, agency_id, since, $4::date, case when $4::date is null then null else 'Đã công bố' end, since from c`;
    for (const [index, [from, to]] of spans.entries()) await rowsOf(insert, [id, index + 1, from, to]);
    await expect(rowsOf(insert, [id, 9, "2017-12-19", "2017-12-21"])).rejects.toThrow(/no_overlap/);
    await expect(rowsOf(insert, [id, 9, "2017-12-30", null])).rejects.toThrow(/no_overlap/);
    await expect(
      rowsOf(
        "update finding_stop set ends_on = '2017-10-30' where finding_id = $1 and ends_on = '2017-10-25'",
        [id],
      ),
    ).rejects.toThrow(/has ended/);
  });
});

describe("questions and replies", () => {
  const write = async (account: string, findingId: string, purpose: "question" | "reply", file = false) =>
    codeOf(
      await writeMessage(await viewerNamed(account), {
        ...{ findingId, purpose, text: "Bảng tin tạm ở cửa Bộ phận một cửa có được tính không?" },
        attachment: file ? photo() : null,
      }),
    );
  const owes = async (id: string) => (await findFinding(await inspector(), id))?.owesReply;

  it("stand in order with their files, and tell who owes the next word", async () => {
    const id = await plant();
    expect(await write("officer", id, "question", true)).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: true });
    expect((await listWaiting(await inspector())).filter((each) => each.id === id)).toMatchObject([
      { stage: "open", owesReply: true },
    ]);
    expect(await write("inspector", id, "reply")).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: false });
    expect(await write("inspector", id, "question")).toBe("done");
    expect(await owes(id)).toEqual({ agency: true, lead: false });
    expect(await write("head", id, "reply")).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: false });
    expect((await findFollowUp(await officer(), id))?.messages).toMatchObject([
      { number: 1, side: "agency", asks: true, file: { name: "Bảng tin.png" } },
      { number: 2, side: "lead", asks: false, file: null },
      { number: 3, side: "lead", asks: true },
      { number: 4, side: "agency", asks: false },
    ]);
  });

  it("are numbered one after another, however many come at once", async () => {
    const id = await plant();
    const all = await Promise.all(
      ["officer", "inspector", "head"].map((name) => write(name, id, "question")),
    );
    expect(all).toEqual(["done", "done", "done"]);
    const numbers = await rowsOf<{ number: number }>(
      "select number from finding_message where finding_id = $1 order by 1",
      [id],
    );
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("are owed by nobody once the finding is closed, and nobody is asked on it any more", async () => {
    const id = await plant("observation");
    expect(await write("officer", id, "question")).toBe("done");
    expect(codeOf(await closeFinding(await inspector(), verified(id, 0)))).toBe("done");
    expect(await owes(id)).toEqual({ agency: false, lead: false });
    expect((await listWaiting(await inspector())).some((each) => each.id === id)).toBe(false);
    expect(await write("inspector", id, "question")).toBe("finding-closed");
    expect(await write("inspector", id, "reply")).toBe("done");
  });
});

it.each(["finding_answer", "finding_return", "finding_claim", "finding_claim_refusal", "finding_message"])(
  "%s stays as it was written, whoever asks",
  async (table) => {
    await expect(rowsOf(`update ${table} set agency_id = agency_id`)).rejects.toThrow(/append-only/);
    await expect(rowsOf(`delete from ${table}`)).rejects.toThrow(/append-only/);
  },
);
