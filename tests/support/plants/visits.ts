import type { Viewer } from "@/lib/identity/types";
import { idFrom, placeOf, programme, rows, today, type Ground } from "@/tests/support/ground";
import { plantFile } from "@/tests/support/plants/files";

/** Everything that is open from before has been looked at on this visit. */
const plantRechecks = (visitId: string): Promise<unknown> =>
  rows(
    `insert into finding_recheck (visit_id, finding_id, agency_id, outcome, version, saved_by, saved_at)
     select v.id, f.id, v.agency_id, 'corrected', 1, a.id, now()
     from visit v join finding f on f.agency_id = v.agency_id and f.raised_on < v.planned_on, account a
     where v.id = $1 and a.name = 'inspector' and not exists (select 1 from finding_closure c where c.finding_id = f.id)`,
    [visitId],
  );

/** A visit of today; with every question answered where its minutes are to be made final. */
export async function plantVisit(
  ground: Ground,
  answered = false,
  agency: Ground = ground,
  wanting = "",
): Promise<string> {
  const id = await idFrom(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', $1, 'qn-2017', '2008', false from agency a, programme p where a.code = $2 and p.year = $3 returning id`,
    [today, placeOf(agency).agency, programme()],
  );
  await rows(
    "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = $2",
    [id, placeOf(ground).teamLeader],
  );
  if (answered) await plantRechecks(id);
  if (answered)
    await rows(
      `insert into answer (visit_id, agency_id, checklist_id, question_code, outcome)
       select v.id, v.agency_id, v.checklist_id, q.code, (case q.code when $2 then 'partly' else 'conforming' end)::outcome
       from visit v join checklist_question q on q.checklist_id = v.checklist_id where v.id = $1`,
      [id, wanting],
    );
  return id;
}

/** Who leads a planted visit. */
export const leaderOf = (visitId: string): Promise<string> =>
  idFrom("select person_id as id from team_member where visit_id = $1", [visitId]);

/** A group that the leader of a planted visit has taken. */
export const plantTaking = (visitId: string): Promise<unknown> =>
  rows(
    `insert into visit_group (visit_id, group_code, person_id, agency_id, taken_at)
     select v.id, 'D', m.person_id, v.agency_id, now() from visit v join team_member m on m.visit_id = v.id where v.id = $1`,
    [visitId],
  );

/** A visit whose result has been issued: agencies read papers of these alone. */
export async function plantFinalVisit(ground: Ground, agency: Ground = ground): Promise<string> {
  const id = await plantVisit(ground, true, agency);
  await rows(
    `insert into visit_result (visit_id, agency_id, finalised_on, finalised_by, score_hundredths, grade_code, capped_by, maintains, failing,
       group_scores, basis, receipt_no)
     select v.id, v.agency_id, v.planned_on, a.id, 10000, 'good', '{}', true, '{}', '[]', '{}', 1 from visit v, account a
     where v.id = $1 and a.name = 'inspector'`,
    [id],
  );
  return id;
}

/** Bytes this viewer has sent of a photograph, if they have an account at all. */
export const plantChunk = (viewer: Viewer, sha256: string, bytes: Uint8Array): Promise<unknown> =>
  rows("insert into photo_chunk (sha256, uploaded_by, start, bytes) values ($1, $2, 0, $3)", [
    sha256,
    viewer.accountId,
    Buffer.from(bytes),
  ]);

export async function plantPhoto(ground: Ground, visitId: string): Promise<string> {
  const id = await plantFile(ground);
  await rows(
    `insert into answer_evidence (visit_id, agency_id, question_code, attachment_id)
     select id, agency_id, 'D.1', $2 from visit where id = $1`,
    [visitId, id],
  );
  return id;
}

export const plantMinutes = (visitId: string, version = 1): Promise<unknown> =>
  rows(
    `insert into visit_minutes (visit_id, agency_id, version, amends, reason, fingerprint, content, opinion, signature_kind, recorded_at, recorded_by, receipt_no)
     select v.id, v.agency_id, $2::int, nullif($2::int - 1, 0), case when $2::int > 1 then 'Bổ sung' else '' end, repeat('0', 64), '{"form":"ne-nep-minutes-v1","representative":{"signature":{"kind":"none"}}}', 'absent', 'none', now(), a.id, 1 from visit v, account a
     where v.id = $1 and a.name = 'inspector'`,
    [visitId, version],
  );
