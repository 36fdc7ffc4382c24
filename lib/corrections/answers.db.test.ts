import { beforeAll, describe, expect, it } from "vitest";

import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import type { AnswerForm } from "@/lib/findings/answers/schema";
import { acceptBlock, claimBlock } from "@/lib/findings/blocks/commands";
import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { findFinding } from "@/lib/findings/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { findDuties } from "@/lib/reminders/queries";
import {
  agencyOf,
  begin,
  cancel,
  head,
  last,
  leader,
  officer,
  own,
  reason,
  refuses,
  today,
} from "@/tests/support/database/corrections";
import { createViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

beforeAll(begin);

describe("an answer to a finding", () => {
  const answer = (findingId: string, version: number): AnswerForm => ({
    ...{ findingId, version, evidence: [], responsible: "Nguyễn Văn An", doneBy: plainDate("28/12/2017") },
    cause: "Bản ký năm 2016 chỉ lưu ở Văn phòng",
    correction: "Đã thay bản niêm yết ở bảng tin tầng 1",
    correctiveAction: "Văn phòng chụp ảnh nơi niêm yết mỗi khi ký lại",
  });
  const stands = async (findingId: string) => (await findFinding(officer, findingId))?.stage;
  const turns = async (findingId: string) => (await findFollowUp(officer, findingId))?.turns ?? -1;
  const waits = async (findingId: string) =>
    (await listWaiting(await viewerNamed("inspector"))).some(({ id }) => id === findingId);
  const demanded = async (findingId: string) =>
    (
      await findDuties(officer, { id: own.agencyId, code: own.agencyCode }, "officer", today, "vi")
    ).tasks.some((task) => JSON.stringify(task).includes(findingId));

  async function createFinding(): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(
      `with v as (insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
         select a.id, p.id, 'on_site', '2017-10-12', 'qn-2017', '2008', false from agency a, programme p
         where a.code = 'ubnd-duc-pho' and p.year = 2017 returning id, agency_id),
       t as (insert into team_member (visit_id, person_id, duty) select v.id, c.person_id, 'leader' from v, account c where c.name = 'inspector')
       insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on, due_on)
       select agency_id, id, 'D.2', 'minor', 'policy_posting', 'Bảng tin niêm yết bản cũ', '2008', '5.3', 'Trụ sở', '2017-10-12', '2017-11-11'
       from v returning id`,
    );
    return row?.id ?? "";
  }

  it("given wrongly is cancelled: the finding waits for the agency again, the inspector for nothing, and it stays readable", async () => {
    const findingId = await createFinding();
    expect(await answerFinding(officer, answer(findingId, 0))).toMatchObject({ ok: true });
    expect([await stands(findingId), await waits(findingId), await demanded(findingId)]).toEqual([
      "answered",
      true,
      false,
    ]);
    const id = await last("finding_answer", own.agencyId, `finding_id = '${findingId}'`, "answered_at");
    expect(await cancel(officer, "answer", id)).toMatchObject({ ok: true });
    expect([await stands(findingId), await waits(findingId), await demanded(findingId)]).toEqual([
      "open",
      false,
      true,
    ]);
    const followUp = await findFollowUp(officer, findingId);
    expect(followUp?.answers).toEqual([]);
    expect(followUp?.cancelledAnswers).toMatchObject([
      {
        number: 1,
        correction: "Đã thay bản niêm yết ở bảng tin tầng 1",
        cancelled: { by: officer.name, reason },
      },
    ]);
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where action = 'finding-answer-cancelled' and entity_id = $1",
      [findingId],
    );
    expect(JSON.parse(entry?.content ?? "{}")).toEqual({ answerNumber: 1, answeredOn: today, reason });
    await refuses(() => cancel(officer, "answer", id), "cancelled-before");

    // A form that an inspector opened on the wrong answer does not judge the right one.
    expect(await answerFinding(officer, answer(findingId, await turns(findingId)))).toMatchObject({
      ok: true,
    });
    const inspector = await viewerNamed("inspector");
    const stale = await returnAnswer(inspector, { findingId, version: 1, reason });
    expect(stale).toMatchObject({ ok: false, problems: [{ code: "read-changed" }] });
    expect((await findFollowUp(officer, findingId))?.answers.map(({ number }) => number)).toEqual([2]);
  });

  it("of yesterday or of a colleague is for the head or the leader; neither inspector nor another agency cancels one", async () => {
    const findingId = await createFinding();
    await answerFinding(head, answer(findingId, 0));
    const id = await last("finding_answer", own.agencyId, `finding_id = '${findingId}'`, "answered_at");
    await refuses(() => cancel(officer, "answer", id), "cancel-others");
    for (const name of ["inspector", "admin"])
      await refuses(async () => cancel(await viewerNamed(name), "answer", id), "not-yours");
    await refuses(async () => cancel(head, "answer", id, await agencyOf("ubnd-mo-duc")), "not-yours");
    expect(await cancel(leader, "answer", id)).toMatchObject({ ok: true });
    expect(await stands(findingId)).toBe("open");
  });

  it("and a claim of a higher level in the way alike: the finding waits for the agency again, and claims again", async () => {
    const findingId = await createFinding();
    const claim = async () => ({
      ...{
        findingId,
        version: await turns(findingId),
        blockingBody: "UBND tỉnh",
        since: plainDate("01/12/2017"),
      },
      ...{ reference: "Công văn số 12/UBND-VX", explanation: "Chưa bố trí trụ sở để niêm yết" },
    });
    expect(await claimBlock(officer, await claim())).toMatchObject({ ok: true });
    expect(await stands(findingId)).toBe("claimed");
    const id = await last("finding_claim", own.agencyId, `finding_id = '${findingId}'`, "stated_at");
    const colleague = await createViewer("officer", "ubnd-duc-pho");
    await refuses(() => cancel(colleague, "claim", id), "cancel-others");
    // The account of whoever said so may be locked: the head cancels it all the same.
    expect(await cancel(head, "claim", id)).toMatchObject({ ok: true });
    expect(await stands(findingId)).toBe("open");
    const inspector = await viewerNamed("inspector");
    expect((await listWaiting(inspector)).map((each) => each.id)).not.toContain(findingId);
    expect((await listCorrections(officer, own.agencyId, ["claim"])).cancelled).toMatchObject([
      { id, about: findingId, name: "UBND tỉnh", reason, by: head.name },
    ]);
    expect((await findFollowUp(officer, findingId))?.claims).toEqual([]);
    const stale = await acceptBlock(inspector, { findingId, version: 1 });
    expect(stale).toMatchObject({ ok: false });
    expect(await claimBlock(officer, await claim())).toMatchObject({ ok: true });
    const again = await last("finding_claim", own.agencyId, `finding_id = '${findingId}'`, "stated_at");
    expect(await acceptBlock(inspector, { findingId, version: await turns(findingId) })).toMatchObject({
      ok: true,
    });
    await refuses(() => cancel(head, "claim", again), "claim-judged");
    await expect(
      rowsOf(
        "update finding_claim set cancellation_id = (select id from cancellation where agency_id = $1 limit 1) where id = $2",
        [own.agencyId, again],
      ),
    ).rejects.toMatchObject({ code: "NN001" });
  });

  it("that an inspector has judged is not taken back, in the application or past it", async () => {
    const findingId = await createFinding();
    await answerFinding(officer, answer(findingId, 0));
    const id = await last("finding_answer", own.agencyId, `finding_id = '${findingId}'`, "answered_at");
    const inspector = await viewerNamed("inspector");
    expect(await returnAnswer(inspector, { findingId, version: 1, reason })).toMatchObject({ ok: true });
    await refuses(() => cancel(head, "answer", id), "answer-judged");
    expect(await findCancellable(head, own.agencyId, "answer", id)).toMatchObject({
      past: { code: "answer-judged" },
    });
    const [act] = await rowsOf<{ id: string }>("select id from cancellation where agency_id = $1 limit 1", [
      own.agencyId,
    ]);
    await expect(
      rowsOf("update finding_answer set cancellation_id = $1 where id = $2", [act?.id, id]),
    ).rejects.toThrow(/has been judged/);
  });
});
