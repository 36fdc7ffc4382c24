import { expect, it } from "vitest";

import { stateDelay } from "@/lib/adoption/delays/commands";
import type { DelayForm } from "@/lib/adoption/delays/schema";
import { listStandings } from "@/lib/adoption/queries";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

const today = plainDate("31/12/2017");

/** The officer of the demonstration world, moved to an agency that has not declared. */
async function officerOf(code: string) {
  const [agency] = await rowsOf<{ id: string }>("select id from agency where code = $1", [code]);
  await rowsOf("update account set agency_id = $1 where name = 'officer'", [agency?.id]);
  return { viewer: await viewerNamed("officer"), agencyId: agency?.id ?? "" };
}

const causes = () =>
  rowsOf<{ reason: string; statedOn: string; endedOn: string | null }>(
    `select reason::text, stated_on::text as "statedOn", ended_on::text as "endedOn"
     from delay_cause c join agency a on a.id = c.agency_id where a.code = 'sgtvt' order by stated_on, ended_on nulls last`,
  );

const journal = () =>
  rowsOf<{ content: string }>("select content from journal_entry where action = 'delay-stated'");

const said: Omit<DelayForm, "agencyId"> = {
  code: "sgtvt",
  reason: "officer_rotated",
  note: "Thư ký ISO nghỉ hưu từ 01/12/2017, chưa có người thay",
  statedOn: today,
};

it("ends the former cause, and stands on the list from that day", async () => {
  const { viewer, agencyId } = await officerOf("sgtvt");
  expect(await stateDelay(viewer, { ...said, agencyId })).toMatchObject({ ok: true });
  expect(await causes()).toEqual([
    { reason: "budget", statedOn: "2017-11-15", endedOn: "2017-12-31" },
    { reason: "officer_rotated", statedOn: "2017-12-31", endedOn: null },
  ]);
  const filter = {
    query: "giao thong",
    kind: null,
    obligation: null,
    bucket: null,
    overdue: true,
    topic: null,
    page: 1,
  };
  const causeOn = async (on: typeof today) =>
    (await listStandings(await viewerNamed("leader"), { ...filter, on })).lines[0]?.cause;
  expect(await causeOn(today)).toBe("officer_rotated");
  expect(await causeOn(plainDate("30/12/2017"))).toBe("budget");
  const [entry] = await journal();
  expect(JSON.parse(entry?.content ?? "{}")).toMatchObject({
    reason: "officer_rotated",
    reasonBefore: "budget",
  });
});

it("is refused in the future, before the former cause, by a declared agency, and by anybody else", async () => {
  const { viewer, agencyId } = await officerOf("sgtvt");
  const before = [await causes(), (await journal()).length];
  for (const [change, code] of [
    [{ statedOn: plainDate("01/01/2018") }, "date-in-future"],
    [{ statedOn: plainDate("30/12/2017") }, "date-before"],
  ] as const)
    expect(await stateDelay(viewer, { ...said, agencyId, ...change })).toMatchObject({
      problems: [{ code }],
    });
  for (const account of ["leader", "inspector", "head", "admin"])
    expect(await stateDelay(await viewerNamed(account), { ...said, agencyId })).toMatchObject({
      problems: [{ code: "not-yours" }],
    });
  const declared = await officerOf("snv");
  expect(await stateDelay(declared.viewer, { ...said, agencyId: declared.agencyId })).toMatchObject({
    problems: [{ code: "no-delay" }],
  });
  expect([await causes(), (await journal()).length]).toEqual(before);
});
