import { describe, expect, it } from "vitest";

import { snapshotOn } from "@/lib/adoption/standing/rules";
import { rebuildStanding } from "@/lib/adoption/standing/commands";
import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import { asViewer, type Tx } from "@/lib/identity/database";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate, toDatabase, type PlainDate } from "@/lib/kernel/plain-date";

const inDatabase = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => asViewer(systemViewer("test"), work);

const idsOf = async (tx: Tx): Promise<string[]> =>
  (await tx.agency.findMany({ select: { id: true } })).map(({ id }) => id);

type StandingRow = Record<string, string | null>;

const storedOn = (tx: Tx, day: PlainDate): Promise<StandingRow[]> => tx.$queryRaw<StandingRow[]>`
  select agency_id::text as "agencyId", name, abbreviation, kind::text as kind, parent_id::text as "parentId",
    obligation::text as obligation, stage::text as stage, bucket::text as bucket, edition_id as "editionId",
    declaration_id::text as "declarationId", stage_since::text as "stageSince", due_on::text as "dueOn"
  from agency_standing where valid_from <= ${day}::date and valid_to > ${day}::date order by agency_id`;

async function recomputedOn(tx: Tx, day: PlainDate): Promise<StandingRow[]> {
  const framework = await loadFramework(tx);
  const facts = await loadFacts(tx, await idsOf(tx));
  return [...facts]
    .map(([agencyId, ofAgency]) => ({ agencyId, snapshot: snapshotOn(ofAgency, framework, day) }))
    .flatMap(({ agencyId, snapshot }) => (snapshot ? [{ agencyId, ...snapshot }] : []))
    .sort((a, b) => (a.agencyId < b.agencyId ? -1 : 1));
}

const everything = (tx: Tx): Promise<unknown[]> =>
  tx.$queryRaw`select to_jsonb(s) as row from agency_standing s order by agency_id, valid_from`;

describe("the stored standing", () => {
  it.each([
    "01/01/2006",
    "20/06/2006",
    "31/12/2010",
    "31/12/2014",
    "28/05/2015",
    "29/05/2015",
    "31/12/2016",
    "31/12/2017",
    "21/02/2018",
    "01/07/2021",
  ])("says of %s what the facts of that day say", async (day) => {
    const on = plainDate(day);
    const { stored, recomputed } = await inDatabase(async (tx) => ({
      stored: await storedOn(tx, on),
      recomputed: await recomputedOn(tx, on),
    }));
    expect(stored).toEqual(recomputed);
  });

  it("is the same when written anew, one agency or all of them", async () => {
    await inDatabase(async (tx) => {
      const before = await everything(tx);
      const ids = await idsOf(tx);
      await rebuildStanding(tx, ids);
      expect(await everything(tx)).toEqual(before);
      await rebuildStanding(tx, ids.slice(0, 1));
      expect(await everything(tx)).toEqual(before);
    });
  });

  it("follows a fact that is added, from the day on which it happened", async () => {
    const [eve, day] = [plainDate("30/12/2017"), plainDate("31/12/2017")];
    await inDatabase(async (tx) => {
      const { agencyId, systemId } = await tx.milestone.findFirstOrThrow({
        where: { kind: "planned" },
        orderBy: { id: "asc" },
        select: { agencyId: true, systemId: true },
      });
      await tx.milestone.create({
        data: {
          agencyId,
          systemId,
          kind: "ceased",
          occurredOn: toDatabase(day),
          editionId: "2008",
          evidence: "Quyết định sắp xếp tổ chức",
        },
        select: { id: true },
      });
      const eveBefore = await storedOn(tx, eve);
      await rebuildStanding(tx, [agencyId]);
      expect(await storedOn(tx, eve)).toEqual(eveBefore);
      const stored = await storedOn(tx, day);
      expect(stored.filter(({ bucket }) => bucket === "ceased").map((row) => row.agencyId)).toEqual([
        agencyId,
      ]);
      expect(stored).toEqual(await recomputedOn(tx, day));
    });
  });
});
