import { disableAccount } from "@/lib/accounts/handover/commands";
import { findHoldings } from "@/lib/accounts/handover/queries";
import { passingKinds, type HeldKind, type PassingKind } from "@/lib/accounts/handover/types";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

export const today = plainDate("31/12/2017");
export const all = [...passingKinds];
export let admin: Viewer;

/** Knows who locks accounts. */
export async function begin(): Promise<void> {
  admin = await viewerNamed("admin");
}

export const idOf = ({ accountId }: Viewer): string => accountId ?? "";
export const heldOf = async (viewer: Viewer) => (await findHoldings(admin, idOf(viewer), today)).held;
export const kindsOf = async (viewer: Viewer): Promise<HeldKind[]> =>
  (await heldOf(viewer)).map(({ kind }) => kind);
export const lock = (viewer: Viewer, to: Viewer | "later" | "", things: PassingKind[] = all) =>
  disableAccount(admin, { id: idOf(viewer), successor: typeof to === "string" ? to : idOf(to), things });

type Planned = { plannedOn?: string; begun?: Viewer; final?: boolean };

export const end = (visitId: string) =>
  rowsOf(
    `insert into visit_result select (jsonb_populate_record(null::visit_result,
       to_jsonb(r) || jsonb_build_object('visit_id', $1::uuid, 'agency_id', v.agency_id))).*
     from (select * from visit_result limit 1) r, visit v where v.id = $1::uuid`,
    [visitId],
  );

/** A visit of Mộ Đức led by somebody; begun where somebody has recorded on it. */
export async function createVisit(
  leader: Viewer,
  { plannedOn = "2017-12-29", begun, final }: Planned = {},
): Promise<string> {
  const [visit] = await rowsOf<{ id: string }>(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', $1, 'qn-2017', '2008', false from agency a, programme p
     where a.code = 'ubnd-mo-duc' and p.year = 2017 returning id`,
    [plannedOn],
  );
  const id = visit?.id ?? "";
  await rowsOf("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'leader')", [
    id,
    leader.personId,
  ]);
  if (begun) {
    await rowsOf(
      `insert into visit_section (visit_id, agency_id, group_code, version, saved_by, saved_at)
       select id, agency_id, 'D', 1, $2, now() from visit where id = $1`,
      [id, begun.accountId],
    );
    await rowsOf(
      `insert into visit_group (visit_id, group_code, person_id, agency_id, taken_at)
       select id, 'D', $2, agency_id, now() from visit where id = $1`,
      [id, begun.personId],
    );
  }
  if (final) await end(id);
  return id;
}

export async function createFinding(visitId: string): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on)
     select agency_id, id, 'D.2', 'minor', 'policy_posting', 'Bảng tin tầng 1 niêm yết bản cũ', '2008', '5.3', 'Trụ sở', '2017-12-01'
     from visit where id = $1 returning id`,
    [visitId],
  );
  return row?.id ?? "";
}

export async function createAnswer(findingId: string, responsible: string): Promise<void> {
  await rowsOf(
    `insert into finding_answer (finding_id, agency_id, number, cause, correction, corrective_action, responsible, done_by, answered_on)
     select id, agency_id, 1, 'Chưa thay', 'Đã thay', 'Chụp ảnh', $2, '2017-12-20', '2017-12-20' from finding where id = $1`,
    [findingId, responsible],
  );
}

export const teamOf = (visitId: string) =>
  rowsOf<{ person: string; duty: string }>(
    "select person_id as person, duty::text from team_member where visit_id = $1 order by duty",
    [visitId],
  );

export const told = async (action: string, entityId: string): Promise<unknown> => {
  const [row] = await rowsOf<{ content: string }>(
    "select content from journal_entry where action = $1 and entity_id = $2 order by id desc limit 1",
    [action, entityId],
  );
  return row && (JSON.parse(row.content) as unknown);
};

export const state = () =>
  rowsOf(`select (select count(*) from journal_entry) as entries, (select count(*) from handed_on) as handed,
    (select count(*) from account where disabled_at is not null) as locked,
    (select md5(string_agg(m::text, ',' order by m::text)) from team_member m) as teams`);
