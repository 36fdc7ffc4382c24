import { describe, expect, it } from "vitest";

import { cancelEntry } from "@/lib/corrections/commands";
import type { Receipt } from "@/lib/journal/types";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { shownAs } from "@/lib/kernel/shown";
import { noteRelation, releaseChange, undoChange } from "@/lib/legal/changes/commands";
import { correctLaw, registerLaw } from "@/lib/legal/register/commands";
import { findLaw, listLaws } from "@/lib/legal/register/queries";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { recordBases } from "@/lib/procedures/bases/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { judgeUnaffected } from "@/lib/updates/commands";
import { listTouched, listUpdates } from "@/lib/updates/queries";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");

const taken = async (sent: Promise<Result<Receipt>>): Promise<void> => {
  const result = await sent;
  expect(result.ok ? [] : result.problems).toEqual([]);
};

let numbers = 0;

/** Registers a circular; gives its id and number. */
async function register(more: { inForceFrom?: PlainDate; setsProcedures?: "yes" | "no" } = {}) {
  numbers += 1;
  const number = `${numbers}/2017/TT-THU`;
  await taken(
    registerLaw(await viewerNamed("leader"), {
      ...{ kind: "circular", number, issuer: "Bộ Thử nghiệm", level: "ministry", title: "Quy định thử" },
      ...{ issuedOn: plainDate("14/03/2017"), inForceFrom: more.inForceFrom ?? plainDate("01/05/2017") },
      ...{ inForceTo: null, setsProcedures: more.setsProcedures ?? "no", shortened: "no", verified: "yes" },
    }),
  );
  const [law] = await listLaws(await viewerNamed("leader"), number, today);
  return { id: law?.id ?? "", number };
}

/** Three documents of one agency and one of another, whose texts are in force. */
const documents = (agency: string, count: number) =>
  rowsOf<{ id: string; agencyId: string; revision: string }>(
    `select d.id, d.agency_id as "agencyId", r.id as revision from controlled_document d join agency a on a.id = d.agency_id
       join document_revision r on r.document_id = d.id and r.approved_on is not null and r.obsolete_on is null
     where a.code = $1 and not exists (select 1 from document_revision x where x.document_id = d.id and x.approved_on is null)
       and not exists (select 1 from document_withdrawal w where w.document_id = d.id)
     order by d.code limit $2`,
    [agency, count],
  );

type Document = Awaited<ReturnType<typeof documents>>[number];

const rest = async (document: Document, lines: string, account = "officer") =>
  taken(
    recordBases(await viewerNamed(account), {
      ...{ documentId: document.id, revisionId: document.revision, lines, shown: undefined },
    }),
  );

const note = async (lawId: string, target: string, provisions = "", effectiveOn: PlainDate | null = null) =>
  taken(
    noteRelation(await viewerNamed("leader"), {
      ...{ lawId, kind: "amends", target, unregistered: "", provisions, effectiveOn },
    }),
  );

const draftOf = async (lawId: string): Promise<string> =>
  (await findLaw(await viewerNamed("leader"), lawId, today))?.changes[0]?.id ?? "";

const release = async (lawId: string) =>
  taken(
    releaseChange(await viewerNamed("leader"), {
      ...{ lawId, changeId: await draftOf(lawId), shown: undefined },
    }),
  );

const statesOf = async (lawId: string) =>
  Object.fromEntries(
    (await listUpdates(await viewerNamed("leader"), { lawId }, today)).map((each) => [
      each.document.id,
      each.state,
    ]),
  );

describe("a change of law", () => {
  it("touches exactly what rests on it, and undone it leaves nothing but history", async () => {
    const [target, law] = [await register(), await register()];
    const [whole, touched, untouched] = await documents("ubnd-duc-pho", 3);
    if (!whole || !touched || !untouched) throw new Error("the demonstration has too few documents");
    await rest(whole, target.number);
    await rest(touched, `điểm a khoản 2 Điều 7 Thông tư số ${target.number}`);
    await rest(untouched, `${target.number}, Điều 8`);
    await note(law.id, target.number, "Điều 7; khoản 1 Điều 9");
    expect(await statesOf(law.id)).toEqual({});
    const leader = await viewerNamed("leader");
    const foreseen = await listTouched(leader, await draftOf(law.id), today);
    expect(new Set(foreseen.map(({ documentId }) => documentId))).toEqual(new Set([whole.id, touched.id]));
    await release(law.id);
    expect(await statesOf(law.id)).toEqual({ [whole.id]: "open", [touched.id]: "open" });
    const [update] = await listUpdates(await viewerNamed("officer"), { documentId: touched.id }, today);
    expect(update).toMatchObject({
      ...{ late: true, effectiveOn: plainDate("01/05/2017") },
      clock: { dueOn: plainDate("01/08/2017"), term: { provision: "Đ4 k4 a" } },
      because: [{ kind: "amends", provision: "Đ7", law: { number: target.number } }],
    });
    const change = await draftOf(law.id);
    await taken(
      undoChange(leader, { lawId: law.id, changeId: change, reason: "Ghi nhầm", shown: undefined }),
    );
    expect(await statesOf(law.id)).toEqual({});
    expect(await findLaw(leader, target.id, today)).toMatchObject({ bearing: [], state: "in_force" });
    expect(
      await rowsOf(`select action from journal_entry where entity = 'law' and entity_id = $1 order by id`, [
        law.id,
      ]),
    ).toEqual(
      ["law-registered", "relation-noted", "change-released", "change-undone"].map((action) => ({ action })),
    );
  });

  it("is undone as its page says, also where a document that it touched is in use no more", async () => {
    const [target, law] = [await register(), await register()];
    const [kept, dropped] = await documents("ubnd-duc-pho", 2);
    if (!kept || !dropped) throw new Error("the demonstration has too few documents");
    for (const each of [kept, dropped]) await rest(each, target.number);
    await note(law.id, target.number);
    await release(law.id);
    await rowsOf(
      `insert into document_withdrawal (agency_id, document_id, withdrawn_on, reason, recorded_name)
       values ($1, $2, '2017-12-30', 'Không còn dùng', 'Nguyễn Thử Nghiệm') returning id`,
      [dropped.agencyId, dropped.id],
    );
    const leader = await viewerNamed("leader");
    const change = await draftOf(law.id);
    const listed = await listUpdates(leader, { changeId: change }, today);
    expect(listed.map(({ document }) => document.id)).toEqual([kept.id]);
    const shown = shownAs([change, listed.length]);
    await taken(undoChange(leader, { lawId: law.id, changeId: change, reason: "Ghi nhầm", shown }));
    expect((await findLaw(await viewerNamed("officer"), law.id, today))?.changes).toEqual([]);
  });

  it("is taken up by a text that cites it, also one of before; the draft goes on from what stood", async () => {
    const [target, law] = [await register(), await register()];
    const [early, later] = await documents("ubnd-duc-pho", 2);
    if (!early || !later) throw new Error("the demonstration has too few documents");
    await rest(early, `${target.number}\n${law.number}`);
    await rest(later, target.number);
    await note(law.id, target.number);
    await release(law.id);
    expect(await statesOf(law.id)).toEqual({ [early.id]: "applied", [later.id]: "open" });
    const [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
    await taken(
      saveDraft(officer, {
        ...{ documentId: later.id, version: 0, title: "Bản sau", body: "Theo thông tư mới", newIssue: "" },
        ...{ changeRequest: "Thông tư", changePlace: "Mục 1", changeSummary: "Cập nhật" },
      }),
    );
    const [draft] = await rowsOf<{ id: string; version: number; bases: string }>(
      `select r.id, r.version, (select count(*) from document_basis b where b.revision_id = r.id)::text as bases
       from document_revision r where r.document_id = $1 and r.approved_on is null`,
      [later.id],
    );
    expect(draft?.bases).toBe("1");
    await rest({ ...later, revision: draft?.id ?? "" }, `${target.number}\n${law.number}`);
    expect(await statesOf(law.id)).toMatchObject({ [later.id]: "open" });
    await taken(
      approveDraft(head, {
        ...{ documentId: later.id, version: draft?.version ?? 0, effectiveOn: today },
        reviewDueOn: plainDate("31/12/2018"),
      }),
    );
    expect(await statesOf(law.id)).toMatchObject({ [later.id]: "applied" });
    const [done] = (await listUpdates(head, { documentId: later.id }, today)).filter(
      (each) => each.law.id === law.id,
    );
    expect(done).toMatchObject({ doneOn: today, late: false });
  });

  it("finds what is said to rest on it after it was released", async () => {
    const [target, law] = [await register(), await register()];
    await note(law.id, target.number, "Điều 3");
    await release(law.id);
    const [one, other] = await documents("ubnd-duc-pho", 2);
    if (!one || !other) throw new Error("the demonstration has too few documents");
    await rest(one, `${target.number}, Điều 3`);
    await rest(other, `${target.number}, Điều 4`);
    expect(await statesOf(law.id)).toEqual({ [one.id]: "open" });
  });

  it("misses nothing that is said to rest on it in the same moment", async () => {
    const [document] = await documents("ubnd-duc-pho", 1);
    if (!document) throw new Error("the demonstration has no document");
    const [officer, leader] = [await viewerNamed("officer"), await viewerNamed("leader")];
    for (let round = 0; round < 12; round += 1) {
      const [target, law] = [await register(), await register()];
      await note(law.id, target.number);
      const released = { lawId: law.id, changeId: await draftOf(law.id), shown: undefined };
      const bases = { documentId: document.id, revisionId: document.revision, lines: target.number };
      const both = [releaseChange(leader, released), recordBases(officer, { ...bases, shown: undefined })];
      await Promise.all((round % 2 === 0 ? both : both.reverse()).map(taken));
      expect(await statesOf(law.id), `round ${round}`).toEqual({ [document.id]: "open" });
    }
  });

  it("waits for the level above, and charges nothing to the agency meanwhile", async () => {
    const [target, law] = [await register(), await register({ setsProcedures: "yes" })];
    const [document] = await documents("ubnd-duc-pho", 1);
    if (!document) throw new Error("the demonstration has no document");
    await rest(document, target.number);
    await note(law.id, target.number);
    await release(law.id);
    const ofDocument = async () =>
      (await listUpdates(await viewerNamed("officer"), { documentId: document.id }, today)).find(
        (each) => each.law.id === law.id,
      );
    expect(await ofDocument()).toMatchObject({
      ...{ state: "waiting", late: false },
      clock: { waitsFor: "ministry", dueOn: null, lawDueOn: plainDate("01/08/2017") },
    });
    numbers += 1;
    const leader = await viewerNamed("leader");
    const decision = `${numbers}/QĐ-THU`;
    await taken(
      registerLaw(leader, {
        ...{ kind: "decision", number: decision, issuer: "UBND tỉnh", level: "province", title: "Công bố" },
        ...{ issuedOn: plainDate("09/11/2017"), inForceFrom: null, inForceTo: null },
        ...{ setsProcedures: "no", shortened: "no", verified: "yes" },
      }),
    );
    const [published] = await listLaws(leader, decision, today);
    await taken(
      noteRelation(leader, {
        ...{ lawId: published?.id ?? "", kind: "publishes", target: law.number, unregistered: "" },
        ...{ provisions: "", effectiveOn: null },
      }),
    );
    await release(published?.id ?? "");
    expect(await ofDocument()).toMatchObject({
      ...{ state: "open", late: false },
      clock: { waitsFor: null, dueOn: plainDate("09/02/2018"), lawDueOn: plainDate("01/08/2017") },
    });
  });

  it("asks nothing where the agency found so with a reason, until that is cancelled", async () => {
    const [target, law] = [await register(), await register()];
    const [document] = await documents("ubnd-duc-pho", 1);
    if (!document) throw new Error("the demonstration has no document");
    await rest(document, target.number);
    await note(law.id, target.number);
    await release(law.id);
    const officer = await viewerNamed("officer");
    const judgement = { documentId: document.id, changeId: await draftOf(law.id), reason: "Chỉ sửa về phí" };
    await taken(judgeUnaffected(officer, judgement));
    expect(await statesOf(law.id)).toEqual({ [document.id]: "unaffected" });
    expect(await judgeUnaffected(officer, judgement)).toMatchObject({ ok: false });
    const [entry] = await rowsOf<{ id: string }>(
      "select id from update_judgement where document_id = $1 and change_id = $2",
      [document.id, judgement.changeId],
    );
    await taken(
      cancelEntry(await viewerNamed("head"), {
        ...{ agencyId: document.agencyId, agencyCode: "ubnd-duc-pho", of: "update_judgement" },
        ...{ id: entry?.id ?? "", reason: "Đọc sót Điều 4", shown: undefined, about: "" },
      }),
    );
    expect(await statesOf(law.id)).toEqual({ [document.id]: "open" });
  });

  it("keeps its history when what was registered is put right, and its clocks follow", async () => {
    const [target, law] = [await register(), await register()];
    const [document] = await documents("ubnd-duc-pho", 1);
    if (!document) throw new Error("the demonstration has no document");
    await rest(document, target.number);
    await note(law.id, target.number);
    const leader = await viewerNamed("leader");
    const facts = {
      ...{
        kind: "circular" as const,
        number: law.number,
        issuer: "Bộ Thử nghiệm",
        level: "ministry" as const,
        title: "Quy định thử",
      },
      ...{ issuedOn: plainDate("14/03/2017"), inForceFrom: plainDate("01/12/2017"), inForceTo: null },
      ...{ setsProcedures: "no" as const, shortened: "no" as const, verified: "yes" as const },
    };
    await taken(correctLaw(leader, { ...facts, lawId: law.id, version: 1, reason: "Nhầm ngày" }));
    expect(
      await correctLaw(leader, { ...facts, lawId: law.id, version: 1, reason: "Lần hai" }),
    ).toMatchObject({
      ...{ ok: false, problems: [{ code: "read-changed" }] },
    });
    await release(law.id);
    const [update] = await listUpdates(leader, { lawId: law.id }, today);
    expect(update).toMatchObject({ late: false, clock: { dueOn: plainDate("01/03/2018") } });
  });
});
