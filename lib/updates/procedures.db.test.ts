import { describe, expect, it } from "vitest";

import type { Receipt } from "@/lib/journal/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { releaseChange, undoChange } from "@/lib/legal/changes/commands";
import { recordCarried } from "@/lib/procedures/carried/commands";
import { listCarried } from "@/lib/procedures/carried/queries";
import { carriedShown } from "@/lib/procedures/carried/rules";
import { listTouched, listUpdates } from "@/lib/updates/queries";
import { createProcedure, createRow, carriedBy } from "@/tests/support/fixtures/catalogue";
import { basedOn, createDraftChange, createLaw, numberOf } from "@/tests/support/fixtures/laws";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");

const taken = async (sent: Promise<Result<Receipt>>): Promise<void> => {
  const result = await sent;
  expect(result.ok ? [] : result.problems).toEqual([]);
};

/** Documents of the agency whose text is in force, and no draft beside it. */
const documents = (count: number) =>
  rowsOf<{ id: string; revision: string }>(
    `select d.id, r.id as revision from controlled_document d join agency a on a.id = d.agency_id and a.code = 'ubnd-duc-pho'
       join document_revision r on r.document_id = d.id and r.approved_on is not null and r.obsolete_on is null
     where not exists (select 1 from document_revision x where x.document_id = d.id and x.approved_on is null)
       and not exists (select 1 from document_withdrawal w where w.document_id = d.id) order by d.code limit $1`,
    [count],
  );

async function draft(): Promise<{ law: string; change: string }> {
  const law = await createLaw("2017-06-09");
  const [row] = await rowsOf<{ id: string }>(
    "insert into legal_change (legal_document_id, noted_name) values ($1, 'Nguyễn Thử Nghiệm') returning id",
    [law],
  );
  return { law, change: row?.id ?? "" };
}

const release = async (law: string, change: string) =>
  taken(releaseChange(await viewerNamed("leader"), { lawId: law, changeId: change, shown: undefined }));

const statesOf = async (lawId: string) =>
  Object.fromEntries(
    (await listUpdates(await viewerNamed("officer"), { lawId }, today)).map((each) => [
      each.document.id,
      each.state,
    ]),
  );

describe("a decision that changes procedures", () => {
  it("gives a task to exactly the documents that carry them, and takes it back with the release", async () => {
    const [amended, ended, replaced, other] = [
      await createProcedure(),
      await createProcedure(),
      await createProcedure(),
      await createProcedure(),
    ];
    const [one, two, three, four] = await documents(4);
    if (!one || !two || !three || !four) throw new Error("the demonstration has too few documents");
    await carriedBy(one.id, amended.procedure);
    await carriedBy(two.id, ended.procedure);
    await carriedBy(three.id, replaced.procedure);
    await carriedBy(four.id, other.procedure);
    const { law, change } = await draft();
    await createRow(change, { act: "amended", procedure: amended.procedure, effectiveOn: "2017-10-01" });
    await createRow(change, { act: "ended", procedure: ended.procedure });
    const next = await createRow(change, {
      act: "published",
      procedure: (await createProcedure()).procedure,
    });
    await rowsOf(
      "insert into procedure_replacement (row_id, procedure_id) values ($1, $2) returning row_id",
      [next, replaced.procedure],
    );
    const touched = await listTouched(await viewerNamed("leader"), change, today);
    expect(new Set(touched.map(({ documentId }) => documentId))).toEqual(new Set([one.id, two.id, three.id]));
    await release(law, change);
    expect(await statesOf(law)).toEqual({ [one.id]: "open", [two.id]: "open", [three.id]: "open" });
    const [update] = await listUpdates(await viewerNamed("officer"), { documentId: one.id }, today);
    expect(update).toMatchObject({
      ...{ effectiveOn: plainDate("01/10/2017"), because: [] },
      procedures: [{ id: amended.procedure, act: "amended", code: amended.code }],
      clock: { dueOn: plainDate("01/01/2018"), term: { provision: "Đ4 k4 a" } },
    });
    // A text that cites the decision, or that carries none of what it touches, has followed.
    await basedOn(one.id, law);
    await taken(
      recordCarried(await viewerNamed("officer"), {
        ...{ documentId: two.id, revisionId: two.revision, procedures: [other.procedure], shown: undefined },
      }),
    );
    expect(await statesOf(law)).toEqual({ [one.id]: "applied", [two.id]: "applied", [three.id]: "open" });
    await taken(
      undoChange(await viewerNamed("leader"), {
        lawId: law,
        changeId: change,
        reason: "Đọc nhầm",
        shown: undefined,
      }),
    );
    expect(await statesOf(law)).toEqual({});
  });

  it("gives a task to what carries one that is amended and takes the place of another, and to what carries the other", async () => {
    const [amended, merged] = [await createProcedure(), await createProcedure()];
    const [one, two] = await documents(2);
    if (!one || !two) throw new Error("the demonstration has too few documents");
    await carriedBy(one.id, amended.procedure);
    await carriedBy(two.id, merged.procedure);
    const { change } = await draft();
    const row = await createRow(change, { act: "amended", procedure: amended.procedure });
    await rowsOf(
      "insert into procedure_replacement (row_id, procedure_id) values ($1, $2) returning row_id",
      [row, merged.procedure],
    );
    const touched = await listTouched(await viewerNamed("leader"), change, today);
    expect(new Set(touched.map(({ documentId }) => documentId))).toEqual(new Set([one.id, two.id]));
  });

  it("leaves a document open to be said anew once the decision behind a procedure is undone", async () => {
    const [gone, other] = [await createProcedure(), await createProcedure()];
    const [, , , , document] = await documents(5);
    if (!document) throw new Error("the demonstration has too few documents");
    await carriedBy(document.id, gone.procedure);
    await rowsOf(
      `update legal_change set undone_at = now(), undone_name = 'Nguyễn Thử Nghiệm', undone_reason = 'Đọc nhầm tệp'
       where id in (select change_id from procedure_row where procedure_id = $1) returning id`,
      [gone.procedure],
    );
    const officer = await viewerNamed("officer");
    const shown = carriedShown((await listCarried(officer, document.revision, today)).map(({ id }) => id));
    await taken(
      recordCarried(officer, {
        ...{ documentId: document.id, revisionId: document.revision, procedures: [other.procedure], shown },
      }),
    );
    const kept = await rowsOf<{ id: string }>(
      "select procedure_id as id from carried_procedure where revision_id = $1",
      [document.revision],
    );
    expect(new Set(kept.map(({ id }) => id))).toEqual(new Set([gone.procedure, other.procedure]));
  });

  it("touches what carries a procedure that it publishes anew, and says of a replaced one that it is", async () => {
    const [known, replaced] = [await createProcedure(), await createProcedure()];
    const [one, two] = await documents(2);
    if (!one || !two) throw new Error("the demonstration has too few documents");
    await carriedBy(one.id, known.procedure);
    await carriedBy(two.id, replaced.procedure);
    const { law, change } = await draft();
    const row = await createRow(change, { act: "published", procedure: known.procedure });
    await rowsOf(
      "insert into procedure_replacement (row_id, procedure_id) values ($1, $2) returning row_id",
      [row, replaced.procedure],
    );
    await release(law, change);
    const updates = await listUpdates(await viewerNamed("officer"), { lawId: law }, today);
    const acts = updates.map(({ document, procedures }) => [document.id, procedures.map(({ act }) => act)]);
    expect(Object.fromEntries(acts)).toEqual({ [one.id]: ["amended"], [two.id]: ["replaced"] });
  });

  it("finds what is said to carry one of them after it was released", async () => {
    const { procedure } = await createProcedure();
    const { law, change } = await draft();
    await createRow(change, { act: "ended", procedure });
    await release(law, change);
    const [document] = await documents(1);
    if (!document) throw new Error("the demonstration has no document");
    await taken(
      recordCarried(await viewerNamed("officer"), {
        ...{
          documentId: document.id,
          revisionId: document.revision,
          procedures: [procedure],
          shown: undefined,
        },
      }),
    );
    expect(await statesOf(law)).toEqual({ [document.id]: "open" });
  });
});

describe("a change of law", () => {
  it("touches what carries a procedure that rests on it, unless the text says on which other provision it rests", async () => {
    const target = await createLaw();
    const { procedure } = await createProcedure([await numberOf(target)]);
    const [one, two] = await documents(2);
    if (!one || !two) throw new Error("the demonstration has too few documents");
    await carriedBy(one.id, procedure);
    await carriedBy(two.id, procedure);
    await basedOn(two.id, target, "Đ8");
    const noted = await createDraftChange("Đ7", target);
    const touched = await listTouched(await viewerNamed("leader"), noted.change, today);
    expect(touched.map(({ documentId }) => documentId)).toEqual([one.id]);
  });

  it("touches each procedure once, however many articles it alters, and those that rest on it by its own list", async () => {
    const target = await createLaw();
    const before = await createProcedure([await numberOf(target)]);
    const since = await createProcedure();
    const [one, two] = await documents(2);
    if (!one || !two) throw new Error("the demonstration has too few documents");
    await carriedBy(one.id, before.procedure);
    await carriedBy(two.id, since.procedure);
    const noted = await createDraftChange("Đ7", target);
    await rowsOf(
      `insert into legal_relation (from_id, to_id, kind, provision, change_id) values ($1, $2, 'amends', 'Đ9', $3) returning id`,
      [noted.law, target, noted.change],
    );
    await createRow(noted.change, { procedure: since.procedure, bases: [await numberOf(target)] });
    await release(noted.law, noted.change);
    const updates = await listUpdates(await viewerNamed("officer"), { lawId: noted.law }, today);
    expect(
      updates.map(({ document, procedures }) => [document.id, procedures.map(({ id }) => id)]).toSorted(),
    ).toEqual(
      [
        [one.id, [before.procedure]],
        [two.id, [since.procedure]],
      ].toSorted(),
    );
  });
});
