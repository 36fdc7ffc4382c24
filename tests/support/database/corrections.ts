import { expect } from "vitest";

import { listStandings } from "@/lib/adoption/queries";
import { loadFacts, loadFramework } from "@/lib/adoption/standing/queries";
import { snapshotOn } from "@/lib/adoption/standing/rules";
import { cancelEntry } from "@/lib/corrections/commands";
import type { EntryKind } from "@/lib/corrections/types";
import { asViewer } from "@/lib/identity/database";
import type { Viewer } from "@/lib/identity/types";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

export const today = plainDate("31/12/2017");
export const reason = "Nhập nhầm, đúng ra là cơ quan khác";
export let officer: Viewer;
export let head: Viewer;
export let leader: Viewer;
export let own: { agencyId: string; agencyCode: string };

export const agencyOf = async (code: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select id from agency where code = $1", [code]))[0]?.id ?? "";

/** Knows whom the tests ask as, and of which agency. */
export async function begin(): Promise<void> {
  [officer, head, leader] = [
    await viewerNamed("officer"),
    await viewerNamed("head"),
    await viewerNamed("leader"),
  ];
  own = { agencyId: await agencyOf("ubnd-duc-pho"), agencyCode: "ubnd-duc-pho" };
}

export const cancel = (viewer: Viewer, of: EntryKind, id: string, agencyId = own.agencyId) =>
  cancelEntry(viewer, { agencyId, agencyCode: own.agencyCode, of, id, about: id, reason });

const written = () =>
  rowsOf(`select (select count(*) from cancellation) as cancellations, (select count(*) from journal_entry) as entries,
    (select md5(string_agg(m::text, ',' order by m::text)) from milestone m) as milestones,
    (select md5(string_agg(s::text, ',' order by s::text)) from agency_standing s) as standings`);

export async function refuses(act: () => ReturnType<typeof cancelEntry>, code: string): Promise<void> {
  const before = await written();
  expect(await act()).toMatchObject({ ok: false, problems: [{ code }] });
  expect(await written()).toEqual(before);
}

export const last = async (
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

export const figures = async () => {
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
export const standings = (agencyId: string) =>
  asViewer(systemViewer("test"), async (tx) => {
    const facts = (await loadFacts(tx, [agencyId])).get(agencyId);
    const due = facts && snapshotOn(facts, await loadFramework(tx), today);
    const [stored] = await tx.$queryRaw<{ stage: string; declarationId: string | null }[]>`
      select stage::text as stage, declaration_id::text as "declarationId" from agency_standing
      where agency_id = ${agencyId}::uuid and valid_from <= ${today}::date and valid_to > ${today}::date`;
    return { stored, due: due && { stage: due.stage, declarationId: due.declarationId } };
  });
