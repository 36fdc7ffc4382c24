import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { listProcedures } from "@/lib/catalogue/queries";
import { recordHandled } from "@/lib/coverage/handled/commands";
import { findCoverage, listCoverage } from "@/lib/coverage/queries";
import { countCoverage, missingOf } from "@/lib/coverage/rules";
import type { Receipt } from "@/lib/journal/types";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { recordCarried } from "@/lib/procedures/carried/commands";
import { approveDraft } from "@/lib/procedures/approvals/commands";
import { saveDraft } from "@/lib/procedures/commands";
import { createProcedure, createRow, release } from "@/tests/support/fixtures/catalogue";
import { createLaw } from "@/tests/support/fixtures/laws";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const code = "ubnd-duc-pho";
const today = plainDate("31/12/2017");

const taken = async (sent: Promise<Result<Receipt>>): Promise<void> => {
  const result = await sent;
  expect(result.ok ? [] : result.problems).toEqual([]);
};

let agencyId = "";
let procedures: string[] = [];

beforeAll(async () => {
  const [agency] = await rowsOf<{ id: string }>("select id from agency where code = $1", [code]);
  agencyId = agency?.id ?? "";
  procedures = [];
  for (let n = 0; n < 4; n += 1) procedures.push((await createProcedure()).procedure);
});

/** Says which of the procedures the agency handles from a day on, and no other. */
async function handle(chosen: readonly string[], since: PlainDate): Promise<Result<Receipt>> {
  return recordHandled(await viewerNamed("officer"), {
    ...{ agencyId, code, field: "", since, shown: undefined, procedures: [...chosen] },
  });
}

/** Documents of the agency whose text is in force, and no draft beside it. */
const documents = () =>
  rowsOf<{ id: string; revision: string }>(
    `select d.id, r.id as revision from controlled_document d
       join document_revision r on r.document_id = d.id and r.approved_on is not null and r.obsolete_on is null
     where d.agency_id = $1 and not exists (select 1 from document_revision x where x.document_id = d.id and x.approved_on is null)
       and not exists (select 1 from document_withdrawal w where w.document_id = d.id) order by d.code`,
    [agencyId],
  );

const carry = async (document: { id: string; revision: string }, chosen: readonly string[]) =>
  taken(
    recordCarried(await viewerNamed("officer"), {
      ...{
        documentId: document.id,
        revisionId: document.revision,
        procedures: [...chosen],
        shown: undefined,
      },
    }),
  );

const coverage = async (on: PlainDate = today) => {
  const found = await findCoverage(await viewerNamed("officer"), agencyId, on);
  if (!found) throw new Error("the officer sees nothing of the agency");
  return found;
};

describe("coverage", () => {
  it("follows what the agency handles, from day to day, and what was said wrongly is said anew", async () => {
    const [one = "", two = "", three = ""] = procedures;
    await taken(handle([one, two], plainDate("01/03/2017")));
    expect(await handle([one, two], today)).toMatchObject({ ok: false, problems: [{ code: "no-change" }] });
    await taken(handle([one, three], plainDate("01/06/2017")));
    const handledOn = async (on: PlainDate) =>
      new Set((await coverage(on)).handled.map(({ id }) => id).filter((id) => procedures.includes(id)));
    expect(await handledOn(plainDate("28/02/2017"))).toEqual(new Set());
    expect(await handledOn(plainDate("31/05/2017"))).toEqual(new Set([one, two]));
    expect(await handledOn(plainDate("01/06/2017"))).toEqual(new Set([one, three]));
    // The third was handled from the start: its wrong day is taken back, and the right one said.
    await taken(handle([one], plainDate("01/06/2017")));
    await taken(handle([one, three], plainDate("01/03/2017")));
    expect(await handledOn(plainDate("31/05/2017"))).toEqual(new Set([one, two, three]));
    expect(await handledOn(today)).toEqual(new Set([one, three]));
  });

  it("begins on the day that was said last, though an earlier day to come was said before", async () => {
    const four = procedures[3] ?? "";
    const handled = (await coverage()).handled.map(({ id }) => id);
    await taken(handle([...handled, four], plainDate("01/03/2018")));
    await taken(handle([...handled, four], plainDate("01/05/2018")));
    const isHandled = async (on: PlainDate) => (await coverage(on)).handled.some(({ id }) => id === four);
    expect(await isHandled(plainDate("01/04/2018"))).toBe(false);
    expect(await isHandled(plainDate("01/05/2018"))).toBe(true);
    await taken(handle([...handled, four], plainDate("01/12/2017")));
    await taken(handle(handled, plainDate("01/06/2018")));
    await taken(handle(handled, plainDate("01/08/2018")));
    expect(await isHandled(plainDate("01/07/2018"))).toBe(true);
    expect(await isHandled(plainDate("01/08/2018"))).toBe(false);
    await taken(handle(handled, plainDate("01/12/2017")));
    expect(await isHandled(today)).toBe(false);
  });

  it("names what no document carries, and what a document carries though it has ended", async () => {
    const [one = "", , three = ""] = procedures;
    const [document] = await documents();
    if (!document) throw new Error("the agency has no document");
    await carry(document, [one]);
    const before = await coverage();
    expect(missingOf(before).map(({ id }) => id)).toContain(three);
    expect(before.handled.find(({ id }) => id === one)?.documents).toMatchObject([{ id: document.id }]);
    const law = await createLaw("2017-12-01");
    const [change] = await rowsOf<{ id: string }>(
      "insert into legal_change (legal_document_id, noted_name) values ($1, 'Nguyễn Thử Nghiệm') returning id",
      [law],
    );
    await createRow(change?.id ?? "", { act: "ended", procedure: one, name: "Cấp phép bãi bỏ" });
    await release(change?.id ?? "");
    const after = await coverage();
    expect(after.handled.map(({ id }) => id)).not.toContain(one);
    expect(after.dead).toMatchObject([{ id: one, ended: true, documents: [{ id: document.id }] }]);
    expect((await coverage(plainDate("30/11/2017"))).dead).toEqual([]);
  });

  it("is of the text in force: a draft carries nothing yet, and the next text goes on from it", async () => {
    const three = procedures[2] ?? "";
    const [, document] = await documents();
    if (!document) throw new Error("the agency has too few documents");
    await carry(document, [three]);
    const [officer, head] = [await viewerNamed("officer"), await viewerNamed("head")];
    await taken(
      saveDraft(officer, {
        ...{ documentId: document.id, version: 0, title: "Bản sau", body: "Nội dung sau", newIssue: "" },
        ...{ changeRequest: "Rà soát", changePlace: "Mục 1", changeSummary: "Cập nhật" },
      }),
    );
    const [draft] = await rowsOf<{ id: string; version: number; carried: string }>(
      `select r.id, r.version, (select count(*) from carried_procedure c where c.revision_id = r.id)::text as carried
       from document_revision r where r.document_id = $1 and r.approved_on is null`,
      [document.id],
    );
    expect(draft?.carried).toBe("1");
    await carry({ id: document.id, revision: draft?.id ?? "" }, []);
    const isCovered = async () => !missingOf(await coverage()).some(({ id }) => id === three);
    expect(await isCovered()).toBe(true);
    await taken(
      approveDraft(head, {
        ...{ documentId: document.id, version: draft?.version ?? 0, effectiveOn: today },
        reviewDueOn: plainDate("31/12/2018"),
      }),
    );
    expect(await isCovered()).toBe(false);
  });

  it("tells what begins and what ends on a later day", async () => {
    const { procedure } = await createProcedure();
    const others = (await coverage()).handled.map(({ id }) => id);
    await taken(handle([...others, procedure], plainDate("01/03/2018")));
    const begins = expect.objectContaining({
      id: procedure,
      kind: "begins",
      on: plainDate("01/03/2018"),
    }) as unknown;
    expect((await coverage()).coming).toContainEqual(begins);
    expect((await coverage(plainDate("01/03/2018"))).coming).not.toContainEqual(begins);
    await taken(handle(others.slice(1), plainDate("01/04/2018")));
    expect((await coverage()).coming).toContainEqual(
      expect.objectContaining({ id: others[0], kind: "ends", on: plainDate("01/04/2018") }),
    );
  });

  it("agrees with a naive recount on any day, for one agency and for all", async () => {
    const leader = await viewerNamed("leader");
    const day = fc.constantFrom("01/01/2017", "15/05/2017", "30/11/2017", "01/12/2017", "31/12/2017");
    await fc.assert(
      fc.asyncProperty(day, async (written) => {
        const on = plainDate(written);
        const handled = await rowsOf<{ id: string }>(
          `select procedure_id as id from handled_procedure where agency_id = $1 and since <= $2::date and (until is null or until > $2::date)`,
          [agencyId, on],
        );
        const carried = await rowsOf<{ id: string }>(
          `select c.procedure_id as id from carried_procedure c, document_revision r, controlled_document d
           where r.id = c.revision_id and d.id = r.document_id and d.agency_id = $1 and r.cancellation_id is null
             and r.effective_on <= $2::date and (r.obsolete_on is null or r.obsolete_on > $2::date)
             and not exists (select 1 from document_withdrawal w where w.document_id = d.id and w.withdrawn_on <= $2::date)`,
          [agencyId, on],
        );
        const carries = new Set(carried.map(({ id }) => id));
        const inForce = (await listProcedures(leader, on)).filter(
          ({ id, ended, internal }) => !ended && !internal && handled.some((each) => each.id === id),
        );
        const naive = { total: inForce.length, covered: inForce.filter(({ id }) => carries.has(id)).length };
        expect(countCoverage(await coverage(on)).published).toEqual(naive);
        const all = (await listCoverage(leader, on)).find((each) => each.agencyId === agencyId);
        expect(all ?? { total: 0, covered: 0 }).toMatchObject(naive);
      }),
      { numRuns: 12 },
    );
  });
});
