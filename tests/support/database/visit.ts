import { randomUUID } from "node:crypto";

import { findVisit } from "@/lib/visits/record/queries";
import { questionsOf } from "@/lib/checklists/rules";
import { recheckFinding } from "@/lib/visits/rechecks/commands";
import { saveGroup } from "@/lib/visits/recording/commands";
import type { VisitRecord } from "@/lib/visits/types";
import type { Viewer } from "@/lib/identity/types";

import { rowsOf, viewerNamed } from "./viewer";

export const inspector = (): Promise<Viewer> => viewerNamed("inspector");

/** One more visit planned for that day, led by the inspector unless somebody else is named. */
export async function createVisit(on = "2017-12-31", leader = "inspector"): Promise<string> {
  const id = randomUUID();
  await rowsOf(
    `insert into visit (id, agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select $1, a.id, p.id, 'on_site', $2, 'qn-2017', '2008', false from agency a, programme p where a.code = 'snv' and p.year = 2017`,
    [id, on],
  );
  await rowsOf(
    "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = $2",
    [id, leader],
  );
  return id;
}

/** Another inspector, as a member of that visit's team. */
export async function createMate(visit: string): Promise<Viewer> {
  const [person, name] = [randomUUID(), `mate-${randomUUID()}`];
  await rowsOf("insert into person (id, full_name) values ($1, 'Nguyễn Thử Nghiệm')", [person]);
  await rowsOf(
    `insert into account (person_id, name, password_hash, role, agency_id, demonstration)
     select $1, $2, password_hash, role, agency_id, true from account where name = 'inspector'`,
    [person, name],
  );
  await rowsOf("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'member')", [
    visit,
    person,
  ]);
  return viewerNamed(name);
}

/** What a refusal must leave as it was. */
export const written = async (visit: string): Promise<string> => {
  const [row] = await rowsOf<{ all: string }>(
    `select concat_ws(' ', (select count(*) from journal_entry),
      (select md5(string_agg(a::text, ',' order by a::text)) from answer a where visit_id = $1),
      (select string_agg(s.group_code || s.version, ',' order by s.group_code) from visit_section s where visit_id = $1),
      (select md5(string_agg(r::text, ',' order by r::text)) from finding_recheck r where visit_id = $1),
      (select count(*) from answer_evidence where visit_id = $1), (select count(*) from visit_minutes where visit_id = $1),
      (select count(*) from finding where visit_id = $1), (select count(*) from visit_result where visit_id = $1)) as all`,
    [visit],
  );
  return row?.all ?? "";
};

export const loadedVisit = async (id: string): Promise<VisitRecord> => {
  const visit = await findVisit(await inspector(), id, "vi");
  if (!visit) throw new Error("no visit");
  return visit;
};

/** The versions of its sections that the check page of this moment shows. */
export const versionsOf = async (id: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    Object.entries((await loadedVisit(id)).sections).map(([code, { version }]) => [code, version]),
  );

/** Looks at every earlier finding again: all corrected. */
async function recheckAll(id: string): Promise<void> {
  const viewer = await inspector();
  for (const { id: findingId } of (await loadedVisit(id)).openBefore) {
    const input = { visitId: id, findingId, version: 0, outcome: "corrected" as const, note: "" };
    const saved = await recheckFinding(viewer, input);
    if (!saved.ok) throw new Error(`${findingId} was refused`);
  }
}

/** Answers everything: conforming, but for the posting of the policy. */
export async function answerAll(id: string): Promise<void> {
  const visit = await loadedVisit(id);
  const viewer = await inspector();
  await recheckAll(id);
  for (const group of visit.checklist.groups) {
    const answers = questionsOf(visit.checklist, visit.scope)
      .filter((question) => question.groupCode === group.code)
      .map(({ code }): [string, { outcome: "conforming" | "not_conforming"; note: string }] => [
        code,
        { outcome: code === "D.2" ? "not_conforming" : "conforming", note: "" },
      ]);
    const input = { visitId: id, groupCode: group.code, version: 0, answers: Object.fromEntries(answers) };
    const saved = await saveGroup(viewer, input);
    if (!saved.ok) throw new Error(`${group.code} was refused`);
  }
}
