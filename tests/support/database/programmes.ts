import { expect } from "vitest";

import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { replanVisit } from "@/lib/programme/change/commands";
import { approveProgramme, proposeProgramme } from "@/lib/programme/commands";
import { findProgramme } from "@/lib/programme/queries";
import { teamOf } from "@/lib/programme/rules";
import type { PlannedVisit, ProgrammeRecord } from "@/lib/programme/types";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

/** The year of the programme that the test is about. */
export let year = 2018;

export const leader = () => viewerNamed("leader");
export const personOf = async (account: string): Promise<string> =>
  (await rowsOf<{ id: string }>("select person_id as id from account where name = $1", [account]))[0]?.id ??
  "";

export const found = async (of = year): Promise<ProgrammeRecord> => {
  const programme = await findProgramme(await leader(), of, "vi");
  if (!programme) throw new Error("no programme");
  return programme;
};

export const first = async (): Promise<PlannedVisit> => {
  const [visit] = (await found()).visits;
  if (!visit) throw new Error("no visit");
  return visit;
};

export const codes = (result: Result<unknown>): string[] =>
  result.ok ? ["done"] : result.problems.map(({ code }) => code);

/** What a refusal must leave as it was. */
export const written = async (): Promise<string> => {
  const [row] = await rowsOf<{ all: string }>(
    `select concat_ws(' ', (select count(*) from journal_entry), (select sum(version) from programme), (select count(*) from programme_approval),
      (select md5(string_agg(v::text, ',' order by v.id)) from visit v), (select md5(string_agg(m::text, ',' order by m::text)) from team_member m),
      (select md5(string_agg(c::text, ',' order by c::text)) from programme_candidate c)) as all`,
  );
  return row?.all ?? "";
};

export async function expectRefused(
  act: () => Promise<Result<unknown>>,
  ...problems: string[]
): Promise<void> {
  const before = await written();
  expect(codes(await act())).toEqual(problems);
  expect(await written()).toBe(before);
}

export const none = { leader: null, deputy: null, secretary: null, members: [] };

/** The visit as it stands, with some of it otherwise. */
export const form = (visit: PlannedVisit, change: object = {}) => ({
  year,
  visitId: visit.id,
  version: visit.version,
  mode: visit.mode,
  plannedOn: visit.plannedOn,
  keepDay: false,
  others: false,
  reason: "",
  team: teamOf(visit.team),
  ...change,
});

export const inYear = (rest: string): PlainDate => plainDate(`${rest}/${year}`);

/** Proposes the programme of the next year, which the test is then about. */
export async function proposeNext(): Promise<void> {
  year += 1;
  const proposed = await proposeProgramme(await leader(), {
    year,
    onSite: 3,
    desk: 1,
    from: inYear("01/06"),
    to: inYear("31/08"),
  });
  expect(codes(proposed)).toEqual(["done"]);
}

/** Gives every visit of the draft a team that the inspector leads. */
export async function staff(): Promise<void> {
  const team = { ...none, leader: await personOf("inspector") };
  expect(codes(await replanVisit(await leader(), form(await first(), { team, others: true })))).toEqual([
    "done",
  ]);
}

export async function approved(): Promise<ProgrammeRecord> {
  await staff();
  const { version } = await found();
  const decision = { decisionNumber: "12/QĐ-UBND", decidedOn: plainDate("31/12/2017") };
  expect(codes(await approveProgramme(await leader(), { year, version, ...decision }))).toEqual(["done"]);
  return found();
}
