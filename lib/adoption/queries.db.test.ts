import { expect, it } from "vitest";

import { findAdoption } from "@/lib/adoption/progress/queries";
import { countOverdue, listStandings } from "@/lib/adoption/queries";
import { isMandatory } from "@/lib/adoption/rules";
import { mandatory } from "@/lib/adoption/standing/queries";
import { rebuildStanding } from "@/lib/adoption/standing/commands";
import type { StandingFilter } from "@/lib/adoption/types";
import { obligations } from "@/lib/agencies/types";
import { asViewer } from "@/lib/identity/database";
import { systemViewer } from "@/lib/identity/viewer";
import { plainDate, toDatabase } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");
const everybody: StandingFilter = {
  on: today,
  query: "",
  kind: null,
  obligation: null,
  bucket: null,
  overdue: false,
  topic: null,
  page: 1,
};
const list = async (filter: Partial<StandingFilter>) =>
  listStandings(await viewerNamed("leader"), { ...everybody, ...filter }, 100);

it("means by the obliged in a statement what the rules mean", async () => {
  const named = await asViewer(
    systemViewer("start-up"),
    (tx) => tx.$queryRaw<{ each: string }[]>`
      select each::text from unnest(enum_range(null::obligation)) as each where each in ${mandatory}`,
  );
  expect(named.map(({ each }) => each).sort()).toEqual(obligations.filter(isMandatory).sort());
});

it("lists the obliged by the document that obliges them; together they are all that are counted", async () => {
  const byPrimeMinister = await list({ obligation: "mandatory_by_prime_minister" });
  const byProvince = await list({ obligation: "mandatory_by_province" });
  expect([byPrimeMinister.total, byProvince.total]).toEqual([34, 12]);
  expect((await list({})).total).toBe(46);
  expect(new Set(byProvince.lines.map((line) => line.kind))).toEqual(new Set(["sub_department"]));
});

it("lists who is only encouraged where that is asked for, and counts them nowhere else", async () => {
  await rowsOf(
    "update agency_standing set obligation = 'encouraged' where agency_id = (select id from agency where code = 'ccbvmt') and valid_from <= '2017-12-31' and valid_to > '2017-12-31'",
  );
  expect((await list({ obligation: "encouraged" })).lines.map((line) => line.code)).toEqual(["ccbvmt"]);
  expect((await list({})).total).toBe(45);
});

it("counts as many overdue as it lists", async () => {
  const { total } = await list({ overdue: true });
  expect(await countOverdue(await viewerNamed("leader"), today)).toBe(total);
  expect(await countOverdue(await viewerNamed("leader"), plainDate("31/12/2016"))).toBe(0);
  expect(await countOverdue(await viewerNamed("officer"), today)).toBe(0);
});

it("lists an agency that has ceased where that is asked for, and counts it nowhere else", async () => {
  expect((await list({ bucket: "ceased" })).total).toBe(0);
  await asViewer(systemViewer("test"), async (tx) => {
    const { agencyId, systemId } = await tx.milestone.findFirstOrThrow({
      where: { system: { agency: { code: "ubnd-duc-pho" } } },
      select: { agencyId: true, systemId: true },
    });
    const ceased = { kind: "ceased", occurredOn: toDatabase(today), editionId: "2008" } as const;
    await tx.milestone.create({
      data: { agencyId, systemId, ...ceased, evidence: "Nghị quyết số 867/NQ-UBTVQH14" },
      select: { id: true },
    });
    await rebuildStanding(tx, [agencyId]);
  });
  expect((await list({ bucket: "ceased" })).lines.map((line) => line.code)).toEqual(["ubnd-duc-pho"]);
  expect((await list({ query: "duc pho" })).total).toBe(0);
});

it("tells why an agency is late while it is, and of one that has declared no cause that once was", async () => {
  const idOf = async (code: string) =>
    (await rowsOf<{ id: string }>("select id from agency where code = $1", [code]))[0]?.id ?? "";
  const causesOf = async (code: string, on = today) =>
    (await findAdoption(await viewerNamed("leader"), await idOf(code), on)).causes.map((each) => each.reason);
  await rowsOf(
    "insert into delay_cause (agency_id, reason, stated_on, note) select id, 'other', '2013-06-01', 'Chờ trụ sở mới' from agency where code = 'ubnd-duc-pho'",
  );
  expect(await causesOf("ubnd-duc-pho", plainDate("31/12/2013"))).toEqual(["other"]);
  expect(await causesOf("ubnd-duc-pho")).toEqual([]);
  expect(await causesOf("sgtvt")).toEqual(["budget"]);
  expect(await causesOf("sgtvt", plainDate("14/11/2017"))).toEqual([]);
});
