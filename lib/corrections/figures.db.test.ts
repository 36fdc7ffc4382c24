import { beforeAll, describe, expect, it } from "vitest";

import { recordMilestone } from "@/lib/adoption/commands";
import { recordDeclaration } from "@/lib/adoption/declarations/commands";
import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import { recordLapse } from "@/lib/adoption/lapses/commands";
import { findAdoption } from "@/lib/adoption/progress/queries";
import { listRecordable } from "@/lib/adoption/queries";
import type { MilestoneForm } from "@/lib/adoption/schema";
import { findCancellable, listCorrections } from "@/lib/corrections/queries";
import { findDashboard } from "@/lib/dashboard/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import {
  begin,
  cancel,
  figures,
  head,
  last,
  leader,
  officer,
  own,
  reason,
  refuses,
  standings,
  today,
} from "@/tests/support/database/corrections";
import { rowsOf } from "@/tests/support/database/viewer";

beforeAll(begin);

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

  it("is in force no more once a step before it is cancelled, and is again when that step is entered anew", async () => {
    const step = await last("milestone", own.agencyId, "kind = 'effectiveness_confirmed'");
    const [confirmed] = await rowsOf<{ on: string; edition: string }>(
      "select occurred_on::text as on, edition_id as edition from milestone where id = $1",
      [step],
    );
    const shown = async () => {
      const { declarations, designation } = await findAdoption(officer, own.agencyId, today);
      return [declarations[0]?.founded, designation === null];
    };
    expect(await shown()).toEqual([true, false]);
    expect(await cancel(head, "milestone", step)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([false, true]);
    const anew = {
      ...{ agencyId: own.agencyId, code: own.agencyCode, kind: "effectiveness_confirmed" },
      ...{ occurredOn: confirmed?.on, editionId: confirmed?.edition, evidence: "Giấy xác nhận", scan: null },
    } as MilestoneForm;
    expect(await recordMilestone(head, anew)).toMatchObject({ ok: true });
    expect(await shown()).toEqual([true, false]);
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
