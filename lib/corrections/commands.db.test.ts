import { beforeAll, describe, expect, it } from "vitest";

import { recordMilestone } from "@/lib/adoption/commands";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import { recordLapse } from "@/lib/adoption/lapses/commands";
import { findAdoption, listRecordable, listStandings } from "@/lib/adoption/queries";
import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import type { MilestoneForm } from "@/lib/adoption/schema";
import { snapshotOn } from "@/lib/adoption/rules";
import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import { recordReview } from "@/lib/self-reviews/commands";
import { listReviews } from "@/lib/self-reviews/queries";
import { cancelEntry } from "@/lib/corrections/commands";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import type { EntryKind } from "@/lib/corrections/types";
import { findDashboard } from "@/lib/dashboard/queries";
import { answerFinding, returnAnswer } from "@/lib/findings/answers/commands";
import type { AnswerForm } from "@/lib/findings/answers/schema";
import { acceptBlock, claimBlock } from "@/lib/findings/blocks/commands";
import { findFollowUp, listWaiting } from "@/lib/findings/followed/queries";
import { findFinding } from "@/lib/findings/queries";
import { addScan } from "@/lib/files/scans/commands";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { postPolicy, removePosting, saveObjective, savePolicy } from "@/lib/policies/commands";
import { findPolicy } from "@/lib/policies/queries";
import { createDocument, saveDraft } from "@/lib/procedures/commands";
import type { NewDocumentForm } from "@/lib/procedures/schema";
import { findDocument } from "@/lib/procedures/queries";
import { findDuties } from "@/lib/reminders/queries";
import { noticePicture } from "@/prisma/seed/picture";
import { plantViewer, rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const reason = "Nhập nhầm, đúng ra là cơ quan khác";
let officer: Viewer;
let head: Viewer;
let leader: Viewer;
let own: { agencyId: string; agencyCode: string };

const agencyOf = async (code: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select id from agency where code = $1", [code]))[0]?.id ?? "";

beforeAll(async () => {
  [officer, head, leader] = [
    await viewerNamed("officer"),
    await viewerNamed("head"),
    await viewerNamed("leader"),
  ];
  own = { agencyId: await agencyOf("ubnd-duc-pho"), agencyCode: "ubnd-duc-pho" };
});

const cancel = (viewer: Viewer, of: EntryKind, id: string, agencyId = own.agencyId) =>
  cancelEntry(viewer, { agencyId, agencyCode: own.agencyCode, of, id, about: id, reason });

const written = () =>
  rowsOf(`select (select count(*) from cancellation) as cancellations, (select count(*) from journal_entry) as entries,
    (select md5(string_agg(m::text, ',' order by m::text)) from milestone m) as milestones,
    (select md5(string_agg(s::text, ',' order by s::text)) from agency_standing s) as standings`);

async function refuses(act: () => ReturnType<typeof cancelEntry>, code: string): Promise<void> {
  const before = await written();
  expect(await act()).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await written()).toEqual(before);
}

const last = async (
  table: string,
  agencyId = own.agencyId,
  where = "true",
  newest = "recorded_at",
): Promise<string> =>
  (
    await rowsOf<{ id: string }>(
      `select id from ${table} where agency_id = $1 and cancellation_id is null and ${where} order by ${newest} desc nulls last, id limit 1`,
      [agencyId],
    )
  )[0]?.id ?? "";

const figures = async () => {
  const everybody = {
    on: today,
    query: "",
    kind: null,
    obligation: null,
    overdue: false,
    topic: null,
    page: 1,
  };
  const count = async (bucket: "declared" | null) =>
    (await listStandings(leader, { ...everybody, bucket })).total;
  return `${await count("declared")}/${await count(null)}`;
};

/** The standing that is stored, and the one that follows from the facts. */
const standings = (agencyId: string) =>
  asViewer(systemViewer("test"), async (tx) => {
    const facts = (await loadFacts(tx, [agencyId])).get(agencyId);
    const due = facts && snapshotOn(facts, await loadFramework(tx), today);
    const [stored] = await tx.$queryRaw<{ stage: string; declarationId: string | null }[]>`
      select stage::text as stage, declaration_id::text as "declarationId" from agency_standing
      where agency_id = ${agencyId}::uuid and valid_from <= ${today}::date and valid_to > ${today}::date`;
    return { stored, due: due && { stage: due.stage, declarationId: due.declarationId } };
  });

describe("a lapse that one careless form recorded", () => {
  it("is cancelled: 35/46 becomes 36/46 again, said first, kept with its reason, and never deleted", async () => {
    const before = await figures();
    await recordLapse(head, { ...own, lapsedOn: today, evidence: "nhầm" });
    expect([before, await figures()]).toEqual(["36/46", "35/46"]);
    const id = await last("milestone");
    expect((await findCancellable(leader, own.agencyId, "milestone", id))?.consequences?.figures).toEqual({
      before: { declared: 35, total: 46 },
      after: { declared: 36, total: 46 },
    });
    expect(await cancel(head, "milestone", id)).toMatchObject({ ok: true });
    expect(await figures()).toBe("36/46");
    const { stored, due } = await standings(own.agencyId);
    expect(stored).toEqual(due);
    const { milestones, standing } = await findAdoption(head, own.agencyId, today);
    expect([milestones.some((each) => each.id === id), standing?.stage]).toEqual([false, "declared"]);
    expect((await listCorrections(officer, own.agencyId, ["milestone"])).cancelled).toMatchObject([
      { id, name: "lapsed", on: today, reason, by: head.name },
    ]);
    const [entry] = await rowsOf<{ content: string }>(
      "select content from journal_entry where action = 'milestone-cancelled' and chain_id = $1",
      [own.agencyId],
    );
    expect(JSON.parse(entry?.content ?? "{}")).toEqual({ kind: "lapsed", occurredOn: "2017-12-31", reason });
    await refuses(() => cancel(head, "milestone", id), "cancelled-before");
    expect(await findCancellable(leader, own.agencyId, "milestone", id)).toMatchObject({
      past: {
        code: "cancelled-before",
        values: { at: expect.stringMatching(/^\d{2}\/\d{2}\/\d{4}/) as string },
      },
      consequences: null,
    });
  });
});

describe("a declaration", () => {
  const declaration = (more: Partial<DeclarationForm> = {}): DeclarationForm => ({
    ...{ agencyId: own.agencyId, code: own.agencyCode, decisionNumber: "812/QĐ-UBND" },
    ...{ number: "98/CB-UBND", declaredOn: plainDate("20/12/2017"), editionId: "2015" },
    ...{ proceduresCovered: 29, proceduresTotal: 299, unitsCovered: 12, unitsTotal: 13 },
    ...{ officeOn: null, websiteOn: null, leadAgencyOn: null, scan: null },
    ...more,
  });

  it("is cancelled with its milestone; the one before it stands again, and the right one is entered anew", async () => {
    const standing = (await standings(own.agencyId)).stored?.declarationId;
    await recordDeclaration(officer, declaration());
    const wrong = await last("declaration");
    expect((await standings(own.agencyId)).stored?.declarationId).toBe(wrong);
    await refuses(
      async () =>
        cancel(officer, "milestone", await last("milestone", own.agencyId, "declaration_id is not null")),
      "not-yours",
    );
    expect(await cancel(officer, "declaration", wrong)).toMatchObject({ ok: true });
    const back = await standings(own.agencyId);
    expect([back.stored?.declarationId, back.stored]).toEqual([standing, back.due]);
    const shown = (await findAdoption(officer, own.agencyId, today)).declarations;
    expect(shown.map(({ id, superseded }) => [id, superseded])[0]).toEqual([standing, false]);

    expect(await recordDeclaration(officer, declaration({ proceduresCovered: 290 }))).toMatchObject({
      ok: true,
    });
    const right = await last("declaration");
    expect((await standings(own.agencyId)).stored?.declarationId).toBe(right);
    const [first, second] = (await findAdoption(officer, own.agencyId, today)).declarations;
    expect([first?.procedures, first?.superseded, second?.superseded]).toEqual([[290, 299], false, true]);
  });

  it("says before it is cancelled which one stands then, and which past figures change", async () => {
    const [{ agencyId: elsewhere } = { agencyId: "" }] = await rowsOf<{ agencyId: string }>(
      `select d.agency_id as "agencyId" from declaration d join agency_standing s on s.agency_id = d.agency_id
       where s.valid_to > '2017-12-31' and s.obligation = 'mandatory_by_prime_minister' and d.agency_id <> $1 and d.declared_on < '2016-01-01'
       order by d.declared_on, d.id limit 1`,
      [own.agencyId],
    );
    const id = await last("declaration", elsewhere, "supersedes_id is null", "declared_on");
    const found = await findCancellable(leader, elsewhere, "declaration", id);
    const [row] = await rowsOf<{ on: string; more: number }>(
      `select declared_on::text as "on", (select count(*)::int from declaration where agency_id = $1) as more from declaration where id = $2`,
      [elsewhere, id],
    );
    expect(found?.consequences?.past.map(({ on }) => on)).toContain(`${(row?.on ?? "").slice(0, 4)}-12-31`);
    const [first] = found?.consequences?.past ?? [];
    expect([first?.after.declared, first?.after.total]).toEqual([
      (first?.before.declared ?? 0) - 1,
      first?.before.total,
    ]);
    expect(found?.consequences?.standing?.before?.id === id).toBe(row?.more === 1);
    const years = async () =>
      ((await findDashboard(leader, today))?.years ?? []).map(({ on, declared, correctedOn }) => ({
        on,
        declared,
        correctedOn,
      }));
    expect((await years()).every(({ correctedOn }) => correctedOn === null)).toBe(true);
    expect(await cancel(leader, "declaration", id, elsewhere)).toMatchObject({ ok: true });
    const changed = found?.consequences?.past ?? [];
    const corrected = (await years()).filter(({ correctedOn }) => correctedOn !== null);
    expect(corrected.map(({ on, declared }) => [on, declared])).toEqual(
      changed.map(({ on, after }) => [on, after.declared]),
    );
  });

  it("in the middle is corrected without touching the one after it", async () => {
    const agencyId = own.agencyId;
    const first = await last("declaration", agencyId, "supersedes_id is null");
    const [row] = await rowsOf<{ on: string; number: string; edition: string }>(
      'select declared_on::text as "on", number, edition_id as edition from declaration where id = $1',
      [first],
    );
    const before = await standings(agencyId);
    expect(await cancel(head, "declaration", first)).toMatchObject({ ok: true });
    expect((await standings(agencyId)).stored).toEqual(before.stored);
    const again = declaration({
      ...{ number: row?.number ?? "", editionId: row?.edition === "2015" ? "2015" : "2008" },
      declaredOn: plainDate((row?.on ?? "").split("-").reverse().join("/")),
    });
    expect(await recordDeclaration(officer, again)).toMatchObject({ ok: true });
    expect((await standings(agencyId)).stored).toEqual(before.stored);
    expect((await findAdoption(officer, agencyId, today)).declarations.at(-1)).toMatchObject({
      number: row?.number,
    });
  });
});

describe("a milestone", () => {
  it("in the middle of the chain is cancelled and entered anew at its right day", async () => {
    const built = await last("milestone", own.agencyId, "kind = 'built'");
    const [row] = await rowsOf<{ eve: string }>(
      "select to_char(occurred_on - 1, 'DD/MM/YYYY') as eve from milestone where id = $1",
      [built],
    );
    expect(await cancel(leader, "milestone", built)).toMatchObject({ ok: true });
    expect(await listRecordable(officer, own.agencyId)).toContain("built");
    const form: MilestoneForm = {
      ...{
        agencyId: own.agencyId,
        code: own.agencyCode,
        kind: "built",
        occurredOn: plainDate(row?.eve ?? ""),
      },
      ...{ editionId: "2008", evidence: "Quyết định số 12/QĐ-UBND", scan: null },
    };
    expect(await recordMilestone(officer, form)).toMatchObject({ ok: true });
    expect((await standings(own.agencyId)).stored?.stage).toBe("declared");
  });
});

type Recording = (viewer: Viewer) => Promise<{ ok: boolean }>;

const records: [EntryKind, string, Recording, () => Promise<readonly string[]>][] = [
  [
    "review",
    "agency_review",
    (viewer) =>
      recordReview(viewer, {
        ...own,
        ...{ kind: "management_review", startedOn: today, endedOn: today, minutes: null },
        ...{ participants: "Chủ tịch", scope: "Toàn cơ quan", findings: "Không" },
      }),
    async () => (await listReviews(officer, own.agencyId, today)).map(({ id }) => id),
  ],
  [
    "posting",
    "policy_posting",
    (viewer) => postPolicy(viewer, { ...own, place: "Nhầm chỗ", postedOn: today, photo: null }),
    async () => (await findPolicy(officer, own.agencyId, today)).current?.postings.map(({ id }) => id) ?? [],
  ],
  [
    "objective",
    "quality_objective",
    (viewer) =>
      saveObjective(viewer, {
        ...{ ...own, objectiveId: "", version: 0, text: "Nhầm", measure: "Tỷ lệ", target: "9%", result: "" },
      }),
    async () => (await findPolicy(officer, own.agencyId, today)).objectives.map(({ id }) => id),
  ],
];

/** What stays readable of each once it is cancelled, beside its name. */
const whole: Partial<Record<EntryKind, string>> = {
  review: "Chủ tịch / Toàn cơ quan / Không",
  posting: "",
  objective: "Tỷ lệ / 9%",
};

describe.each(records)("a %s", (of, table, recordOne, shown) => {
  it("that was entered wrongly counts nowhere once it is cancelled, and the same is entered anew", async () => {
    expect(await recordOne(officer)).toMatchObject({ ok: true });
    const id = await last(table);
    expect(await shown()).toContain(id);
    expect((await listCorrections(officer, own.agencyId, [of])).cancellable).toEqual([id]);
    expect(await cancel(officer, of, id)).toMatchObject({ ok: true });
    expect(await shown()).not.toContain(id);
    const { cancelled, cancellable } = await listCorrections(officer, own.agencyId, [of]);
    expect(cancelled[0]?.said?.map(({ text }) => text).join(" / ")).toBe(whole[of]);
    expect([cancelled.map((each) => each.id), cancellable]).toEqual([[id], []]);
    expect(await recordOne(officer)).toMatchObject({ ok: true });
    expect(await last(table)).not.toBe(id);
  });

  it("of yesterday, or of somebody else, is for the head or the leader", async () => {
    expect(await recordOne(head)).toMatchObject({ ok: true });
    const theirs = await last(table, own.agencyId, `recorded_by = '${head.accountId}'`);
    expect(theirs).not.toBe("");
    await refuses(() => cancel(officer, of, theirs), "cancel-others");
    expect(await findCancellable(officer, own.agencyId, of, theirs)).toMatchObject({ mine: false });
    expect(await cancel(leader, of, theirs)).toMatchObject({ ok: true });
  });

  it("of another agency is out of reach, and neither inspector nor administrator cancels one", async () => {
    const elsewhere = await agencyOf("ubnd-mo-duc");
    const theirs = await last(table, elsewhere);
    expect(theirs).not.toBe("");
    await refuses(() => cancel(head, of, theirs, elsewhere), "not-yours");
    await refuses(() => cancel(head, of, theirs), "not-yours");
    for (const name of ["inspector", "admin"]) {
      const viewer = await viewerNamed(name);
      await refuses(() => cancel(viewer, of, theirs, elsewhere), "not-yours");
      expect(await findCancellable(viewer, elsewhere, of, theirs)).toBeNull();
    }
  });
});

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

  async function plantFinding(): Promise<string> {
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
    const findingId = await plantFinding();
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
    const findingId = await plantFinding();
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
    const findingId = await plantFinding();
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
    const colleague = await plantViewer("officer", "ubnd-duc-pho");
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
    const findingId = await plantFinding();
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

describe("a draft is discarded, and another may be begun", () => {
  it("of the quality policy, by an officer; not by the leader, and not once it is signed", async () => {
    const drafted = () => savePolicy(officer, { ...own, version: 0, body: "Soạn nhầm" });
    expect(await drafted()).toMatchObject({ ok: true });
    const id = await last("quality_policy", own.agencyId, "signed_on is null", "drafted_at");
    await refuses(() => cancel(leader, "policy_draft", id), "cancel-others");
    const shown = (await findCancellable(officer, own.agencyId, "policy_draft", id))?.shown;
    expect(await savePolicy(officer, { ...own, version: 1, body: "Soạn tiếp" })).toMatchObject({ ok: true });
    const form = { ...own, of: "policy_draft" as const, id, about: id, reason };
    expect(await cancelEntry(officer, { ...form, shown })).toMatchObject({
      problems: [{ code: "shown-changed" }],
    });
    expect(await cancel(officer, "policy_draft", id)).toMatchObject({ ok: true });
    expect((await findPolicy(officer, own.agencyId, today)).draft).toBeNull();
    expect(await savePolicy(officer, { ...own, version: 1, body: "Ở thẻ khác" })).toMatchObject({
      problems: [{ code: "draft-gone", values: { name: officer.name } }],
    });
    expect(await drafted()).toMatchObject({ ok: true });
    expect((await findPolicy(officer, own.agencyId, today)).draft?.id).not.toBe(id);
    const signed = await last("quality_policy", own.agencyId, "signed_on is not null", "drafted_at");
    await refuses(() => cancel(head, "policy_draft", signed), "not-yours");
  });

  it("of a document, whose number is free again; not once it is approved", async () => {
    const form = {
      ...own,
      code: "QT-77",
      kind: "procedure" as const,
      title: "Quy trình",
      body: "1. Mục đích",
    };
    expect(await createDocument(officer, { ...form, requiredDocumentId: "" })).toMatchObject({ ok: true });
    const [row] = await rowsOf<{ id: string }>("select id from controlled_document where code = 'QT-77'");
    const documentId = row?.id ?? "";
    const found = () => findDocument(officer, documentId, today, "vi");
    const id = (await found())?.revisions[0]?.id ?? "";
    expect(await cancel(head, "document_draft", id)).toMatchObject({ ok: true });
    expect(await found()).toMatchObject({ state: "missing", revisions: [] });
    expect((await listCorrections(officer, own.agencyId, ["document_draft"])).cancelled).toMatchObject([
      { id, about: documentId, name: "QT-77 Quy trình", reason },
    ]);
    const log = {
      changeRequest: "Yêu cầu",
      changePlace: "Toàn bộ",
      changeSummary: "Lần đầu",
      newIssue: "" as const,
    };
    const edited = { documentId, title: "Quy trình", body: "1. Phạm vi", ...log };
    expect(await saveDraft(officer, { ...edited, version: 1 })).toMatchObject({
      problems: [{ code: "draft-gone", values: { name: head.name } }],
    });
    expect(await saveDraft(officer, { ...edited, version: 0 })).toMatchObject({ ok: true });
    expect((await found())?.revisions).toMatchObject([{ issueNo: 1, revisionNo: 0, body: "1. Phạm vi" }]);
    const approved = await last("document_revision", own.agencyId, "approved_on is not null", "drafted_at");
    await refuses(() => cancel(head, "document_draft", approved), "not-yours");
    await expect(
      asViewer(
        officer,
        (tx) => tx.$executeRaw`update document_revision set cancellation_id = (select id from cancellation
          where agency_id = ${own.agencyId}::uuid limit 1) where id = ${approved}::uuid`,
      ),
    ).rejects.toThrow(/NN003|NN002/);
  });

  it("of a document, which is begun again under its code, as another kind if need be", async () => {
    const form = { ...own, code: "QT-78", kind: "procedure" as const, title: "Nhầm", body: "1. Mục đích" };
    const begin = (more: Partial<NewDocumentForm>) =>
      createDocument(officer, { ...form, requiredDocumentId: "", ...more });
    expect(await begin({})).toMatchObject({ ok: true });
    const documents = () =>
      rowsOf<{ id: string; kind: string }>("select id, kind from controlled_document where code = 'QT-78'");
    const [{ id: documentId } = { id: "" }] = await documents();
    const drafts = async () => (await findDocument(officer, documentId, today, "vi"))?.revisions ?? [];
    expect(await cancel(head, "document_draft", (await drafts())[0]?.id ?? "")).toMatchObject({ ok: true });
    expect(await begin({ code: "QT\u201178", kind: "form", title: "Đúng" })).toMatchObject({ ok: true });
    expect(await documents()).toEqual([{ id: documentId, kind: "form" }]);
    expect(await drafts()).toMatchObject([{ issueNo: 1, revisionNo: 0, title: "Đúng" }]);
    expect(await begin({})).toMatchObject({ ok: false, problems: [{ code: "code-taken", field: "code" }] });
  });
});

describe("what is cancelled stays as it is", () => {
  it("takes no scan, no removal and no new result", async () => {
    await postPolicy(officer, { ...own, place: "Sảnh", postedOn: today, photo: null });
    const id = await last("policy_posting");
    await cancel(officer, "posting", id);
    const scan = new File([new Uint8Array(noticePicture())], "Ảnh.png", { type: "image/png" });
    for (const act of [
      () => addScan(officer, { ...own, of: "posting", id, scan }),
      () => removePosting(officer, { ...own, postingId: id, removedOn: today }),
    ])
      expect(await act()).toMatchObject({ ok: false, problems: [{ code: "not-yours" }] });
    await expect(
      rowsOf("update policy_posting set removed_on = posted_on where id = $1", [id]),
    ).rejects.toMatchObject({
      code: "NN001",
    });
    await expect(rowsOf("update cancellation set reason = 'khác'")).rejects.toMatchObject({ code: "NN001" });
    await expect(rowsOf("delete from cancellation")).rejects.toMatchObject({ code: "NN001" });
  });
});

describe("past the application the database asks again", () => {
  const marking = (viewer: Viewer, id: string, text: string | null = null) =>
    asViewer(viewer, async (tx) => {
      const { id: act } = await tx.cancellation.create({
        data: { agencyId: own.agencyId, reason, cancelledBy: viewer.accountId, cancelledName: viewer.name },
        select: { id: true },
      });
      await tx.$executeRaw`update quality_objective set cancellation_id = ${act}::uuid, text = coalesce(${text}::text, text)
        where id = ${id}::uuid`;
    });

  it("an officer cancels nothing of somebody else's, and a leader changes nothing else", async () => {
    const id = await last("quality_objective", own.agencyId, "recorded_by is null");
    await expect(marking(officer, id)).rejects.toThrow(/NN003/);
    await expect(marking(leader, id, "khác")).rejects.toThrow(/NN001/);
    await expect(marking(await viewerNamed("inspector"), id)).rejects.toThrow(/row-level security|42501/);
    await expect(marking(leader, id)).resolves.toBeUndefined();
  });

  it("an officer records no lapse", async () => {
    const [{ systemId } = { systemId: "" }] = await rowsOf<{ systemId: string }>(
      'select system_id as "systemId" from milestone where agency_id = $1 limit 1',
      [own.agencyId],
    );
    const insert = (viewer: Viewer) =>
      asViewer(viewer, (tx) =>
        tx.milestone.create({
          data: {
            ...{
              agencyId: own.agencyId,
              systemId,
              kind: "lapsed",
              occurredOn: new Date("2017-12-29"),
              editionId: "2008",
            },
            evidence: "nhầm",
          },
          select: { id: true },
        }),
      );
    await expect(insert(officer)).rejects.toThrow(/row-level security|42501/);
  });
});
