import { createHash } from "node:crypto";

import type { PlainDate } from "@/lib/kernel/plain-date";
import type { DeclarationForm } from "@/lib/adoption/declarations/schema";
import type { MilestoneKind } from "@/lib/adoption/types";
import type { Viewer } from "@/lib/identity/types";

import {
  agencyOf,
  codeOf,
  firstDraft,
  idFrom,
  one,
  placeOf,
  plantAccount,
  programme,
  rows,
  today,
  unique,
  type Ground,
} from "./ground";

export async function plantDocument(ground: Ground, withDraft: boolean): Promise<string> {
  const agencyId = await agencyOf(ground);
  const id = await idFrom(
    "insert into controlled_document (agency_id, code, kind) values ($1, $2, 'procedure') returning id",
    [agencyId, `QT-${unique()}`],
  );
  if (withDraft)
    await rows(
      `insert into document_revision (agency_id, document_id, issue_no, revision_no, title, body, change_request, change_place, change_summary)
       values ($1, $2, 1, 0, 'Quy trình', 'Nội dung', 'Yêu cầu', 'Toàn bộ', 'Lần đầu')`,
      [agencyId, id],
    );
  return id;
}

export const headOf = (ground: Ground): Promise<string> =>
  idFrom(
    `select p.person_id as id from appointment p join agency a on a.id = p.agency_id
     where a.code = $1 and p.post = 'head' and p.valid_to is null`,
    [placeOf(ground).agency],
  );

/** The appointment of whoever heads the agency, who has signed its policy. */
export const appointmentOfHead = (ground: Ground): Promise<string> =>
  idFrom(
    `select p.id from appointment p join agency a on a.id = p.agency_id
     where a.code = $1 and p.post = 'head' and p.valid_to is null`,
    [placeOf(ground).agency],
  );

/** A post that a new person holds in an agency; gives the appointment. */
export const plantAppointment = (ground: Ground): Promise<string> =>
  idFrom(
    `with someone as (insert into person (full_name) values ('Nguyễn Thử Nghiệm') returning id)
     insert into appointment (person_id, agency_id, post, title, valid_from)
     select s.id, a.id, 'deputy_head', 'Phó Chủ tịch', '2017-01-01' from someone s, agency a where a.code = $1 returning id`,
    [placeOf(ground).agency],
  );

/** The same with an end that was recorded. */
export async function plantEndedAppointment(ground: Ground): Promise<string> {
  const id = await plantAppointment(ground);
  await rows(
    "update appointment set valid_to = '2017-12-01', end_decision = 'Quyết định số 9' where id = $1",
    [id],
  );
  return id;
}

/** Puts this account's person at the head of the agency, from the day on which the one before began. */
export const seatHead = (ground: Ground, accountId: string | null): Promise<unknown> =>
  rows(
    `update appointment p set person_id = (select person_id from account where id = $2::uuid) from agency a
     where a.id = p.agency_id and a.code = $1 and p.post = 'head' and p.valid_to is null`,
    [placeOf(ground).agency, accountId],
  );

/** Puts the draft of a document before the head; gives the submission. */
export const plantSubmission = (documentId: string, accountId: string | null = null): Promise<string> =>
  idFrom(
    `insert into submission (agency_id, revision_id, note, recorded_by, recorded_name)
     select agency_id, id, 'Cần có hiệu lực trong tháng', $2::uuid, 'Nguyễn Thử Nghiệm' from document_revision
     where document_id = $1 and approved_on is null and cancellation_id is null returning id`,
    [documentId, accountId],
  );

/** A document whose text is in force. */
export async function plantApproved(ground: Ground): Promise<string> {
  const id = await plantDocument(ground, true);
  await rows(
    `update document_revision set approved_by = $2, approved_on = '2017-01-02', effective_on = '2017-01-02',
       review_due_on = '2018-01-02' where document_id = $1`,
    [id, await headOf(ground)],
  );
  return id;
}

/** The version of the policy being written there; 0 where there is none. */
export const policyVersion = async (ground: Ground): Promise<number> =>
  (
    await one<{ version: number }>(
      "select coalesce((select version from quality_policy where agency_id = $1 and signed_on is null and cancellation_id is null), 0) as version",
      [await agencyOf(ground)],
    )
  ).version;

/** A policy to be signed. */
export async function plantPolicyDraft(ground: Ground): Promise<{ id: string; version: number }> {
  const agencyId = await agencyOf(ground);
  await rows(
    `insert into quality_policy (agency_id, body) select $1::uuid, 'Chính sách'
     where not exists (select 1 from quality_policy where agency_id = $1::uuid and signed_on is null and cancellation_id is null)`,
    [agencyId],
  );
  const id = await idFrom(
    "select id from quality_policy where agency_id = $1 and signed_on is null and cancellation_id is null",
    [agencyId],
  );
  return { id, version: await policyVersion(ground) };
}

/** The policy in force, made where there is none. */
export async function plantPolicy(ground: Ground): Promise<string> {
  const agencyId = await agencyOf(ground);
  await rows(
    `insert into quality_policy (agency_id, body, signed_on, signed_by) select $1::uuid, 'Chính sách', '2017-01-01', $2::uuid
     where not exists (select 1 from quality_policy where agency_id = $1::uuid and signed_on is not null and replaced_on is null)`,
    [agencyId, await headOf(ground)],
  );
  return idFrom(
    "select id from quality_policy where agency_id = $1 and signed_on is not null and replaced_on is null",
    [agencyId],
  );
}

export async function plantPosting(ground: Ground): Promise<string> {
  return idFrom(
    `insert into policy_posting (agency_id, policy_id, place, posted_on)
     select agency_id, id, $2, signed_on from quality_policy where id = $1 returning id`,
    [await plantPolicy(ground), unique()],
  );
}

export async function plantObjective(ground: Ground): Promise<string> {
  return idFrom(
    `insert into quality_objective (agency_id, year, position, text, measure, target)
     select $1::uuid, 2017, coalesce(max(position), 0) + 1, $2::text, 'Tỷ lệ', '95%' from quality_objective where agency_id = $1::uuid returning id`,
    [await agencyOf(ground), unique()],
  );
}

/** Everything that is open from before has been looked at on this visit. */
const plantRechecks = (visitId: string): Promise<unknown> =>
  rows(
    `insert into finding_recheck (visit_id, finding_id, agency_id, outcome, version, saved_by, saved_at)
     select v.id, f.id, v.agency_id, 'corrected', 1, a.id, now()
     from visit v join finding f on f.agency_id = v.agency_id and f.raised_on < v.planned_on, account a
     where v.id = $1 and a.name = 'inspector' and not exists (select 1 from finding_closure c where c.finding_id = f.id)`,
    [visitId],
  );

/** A finding that was raised before the visits of today. */
export async function plantEarlierFinding(ground: Ground): Promise<string> {
  return idFrom(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on)
     select v.agency_id, v.id, 'D.2', 'minor', 'policy_posting', 'Bảng tin tầng 1 niêm yết bản ký năm 2012', e.edition_id, e.clause, 'Trụ sở', '2017-12-01'
     from visit v, lateral (select edition_id, clause from requirement where edition_id = v.edition_id limit 1) e where v.id = $1 returning id`,
    [await plantVisit(ground)],
  );
}

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

export const hashOfFile = async (id: string): Promise<string> =>
  (await rows<{ sha256: string }>("select sha256 from attachment where id = $1", [id]))[0]?.sha256 ?? "";

export const plantMinutes = (visitId: string, version = 1): Promise<unknown> =>
  rows(
    `insert into visit_minutes (visit_id, agency_id, version, amends, reason, fingerprint, content, opinion, signature_kind, recorded_at, recorded_by, receipt_no)
     select v.id, v.agency_id, $2::int, nullif($2::int - 1, 0), case when $2::int > 1 then 'Bổ sung' else '' end, repeat('0', 64), '{"form":"ne-nep-minutes-v1","representative":{"signature":{"kind":"none"}}}', 'absent', 'none', now(), a.id, 1 from visit v, account a
     where v.id = $1 and a.name = 'inspector'`,
    [visitId, version],
  );

export async function plantFinding(ground: Ground): Promise<string> {
  return idFrom(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on)
     select v.agency_id, v.id, 'D.2', 'minor', 'policy_posting', 'Bảng tin tầng 1 niêm yết bản ký năm 2012', e.edition_id, e.clause, 'Trụ sở', $2
     from visit v, lateral (select edition_id, clause from requirement where edition_id = v.edition_id limit 1) e where v.id = $1 returning id`,
    [await plantVisit(ground), today],
  );
}

/** A finding that the agency has answered: one turn taken. */
export async function plantAnswered(ground: Ground): Promise<string> {
  const id = await plantFinding(ground);
  await rows(
    `insert into finding_answer (finding_id, agency_id, number, cause, correction, corrective_action, responsible, done_by, answered_on)
     select id, agency_id, 1, 'Chưa thay bản cũ', 'Đã thay bản niêm yết', 'Chụp ảnh mỗi quý', 'Thư ký ISO', $2, $2 from finding where id = $1`,
    [id, today],
  );
  return id;
}

/** A finding that a higher level is said to block: one turn taken; or that is blocked: two. */
export async function plantClaimed(ground: Ground, accepted = false): Promise<string> {
  const id = await plantFinding(ground);
  await rows(
    `insert into finding_claim (finding_id, agency_id, number, blocking_body, reference, explanation, since, stated_on)
     select id, agency_id, 1, 'UBND tỉnh', 'Tờ trình số 12', 'Chờ công bố danh mục', $2, $2 from finding where id = $1`,
    [id, today],
  );
  if (accepted)
    await rows(
      `insert into finding_stop (claim_id, finding_id, agency_id, starts_on, accepted_on)
       select id, finding_id, agency_id, since, since from finding_claim where finding_id = $1`,
      [id],
    );
  return id;
}

export async function plantFile(ground: Ground): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.7 ${unique()}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await rows(
    "insert into file_content (sha256, media_type, size, bytes) values ($1, 'application/pdf', $2, $3)",
    [sha256, bytes.length, bytes],
  );
  return idFrom(
    "insert into attachment (agency_id, sha256, file_name) values ($1, $2, 'proof.pdf') returning id",
    [await agencyOf(ground), sha256],
  );
}

const wholeChain: readonly MilestoneKind[] = [
  ...(["lapsed", "planned", "built", "applied"] as const),
  ...(["internally_audited", "effectiveness_confirmed"] as const),
];

/** An agency's chain of milestones set back to where a step or a declaration may follow; a declared one lapsed on the day before. */
export async function plantMilestone(ground: Ground, kind: MilestoneKind, on = today): Promise<string> {
  const agencyId = await agencyOf(ground);
  const systemId = await idFrom(
    "select id from management_system where agency_id = $1 and ended_on is null",
    [agencyId],
  );
  await rows("delete from milestone where agency_id = $1 and occurred_on >= $2::date - 1", [agencyId, on]);
  await rows(
    `insert into milestone (agency_id, system_id, kind, occurred_on, edition_id, evidence)
     select $1, $2, kind, case kind when 'lapsed' then $4::date - 1 else $4::date end, '2008', 'Biên bản'
     from unnest($3::milestone_kind[]) kind`,
    [agencyId, systemId, wholeChain.slice(0, wholeChain.indexOf(kind) + 1), on],
  );
  // A proof beside this one may have declared today.
  await rows(
    "update agency_standing set bucket = 'in_progress', declaration_id = null where agency_id = $1 and valid_from = $2 and bucket = 'declared'",
    [agencyId, today],
  );
  return agencyId;
}

const eve = "2017-12-30" as PlainDate;

/** An agency that declared its system yesterday. */
export async function plantDeclared(ground: Ground): Promise<string> {
  const agencyId = await plantMilestone(ground, "effectiveness_confirmed", eve);
  await rows(
    `with declared as (
       insert into declaration (agency_id, system_id, edition_id, decision_number, number, declared_on,
         procedures_covered, procedures_total, units_covered, units_total)
       select agency_id, system_id, edition_id, $3, $3, occurred_on, 1, 1, 1, 1 from milestone
       where agency_id = $1 and occurred_on = $2 and kind = 'effectiveness_confirmed'
       returning id, agency_id, system_id, edition_id, declared_on, number)
     insert into milestone (agency_id, system_id, kind, occurred_on, edition_id, evidence, declaration_id)
     select agency_id, system_id, 'declared', declared_on, edition_id, number, id from declared`,
    [agencyId, eve, unique()],
  );
  return agencyId;
}

/** A locked account that still holds a draft, and a colleague who may take it over. */
export async function plantLeftBehind(ground: Ground): Promise<{ id: string; successor: string }> {
  const agencyId = await agencyOf(ground);
  const [left, successor] = [await plantAccount("officer"), await plantAccount("officer")];
  await rows("update account set agency_id = $1 where id = any($2::uuid[])", [
    agencyId,
    [left.id, successor.id],
  ]);
  await rows("update account set disabled_at = now() where id = $1", [left.id]);
  await rows(
    "update document_revision set drafted_by = (select person_id from account where id = $1) where document_id = $2",
    [left.id, await plantDocument(ground, true)],
  );
  return { id: left.id, successor: successor.id };
}

/** A declaration that an agency may record now. */
export async function plantDeclarationForm(ground: Ground): Promise<DeclarationForm> {
  const agencyId = await plantMilestone(ground, "effectiveness_confirmed");
  return {
    ...{ agencyId, code: codeOf(ground), decisionNumber: "1/QĐ", number: unique(), editionId: "2008" },
    ...{ proceduresCovered: 1, proceduresTotal: 1, unitsCovered: 1, unitsTotal: 1 },
    ...{ declaredOn: today, officeOn: today, websiteOn: null, leadAgencyOn: null, scan: null },
  };
}

/** A declaration of an agency that nobody has put on the web yet. */
export async function plantUnpublished(ground: Ground): Promise<string> {
  const agencyId = await agencyOf(ground);
  return idFrom(
    `insert into declaration (agency_id, system_id, edition_id, decision_number, number, declared_on, procedures_covered,
       procedures_total, units_covered, units_total)
     select $1, id, '2008', '1/QĐ', $2, $3, 1, 1, 1, 1 from management_system where agency_id = $1 and ended_on is null returning id`,
    [agencyId, unique(), today],
  );
}

/** A posting that somebody recorded a moment ago. */
export async function plantRecorded(ground: Ground, accountId: string | null): Promise<string> {
  const id = await plantPosting(ground);
  await rows("update policy_posting set recorded_by = $2 where id = $1", [id, accountId]);
  return id;
}

/** A posting that was cancelled; gives the agency. */
export async function plantCancelled(ground: Ground): Promise<string> {
  const agencyId = await agencyOf(ground);
  const act = await idFrom(
    "insert into cancellation (agency_id, reason, cancelled_name) values ($1, 'Ghi nhầm nơi niêm yết', 'Nguyễn Thử Nghiệm') returning id",
    [agencyId],
  );
  await rows("update policy_posting set cancellation_id = $2 where id = $1", [
    await plantPosting(ground),
    act,
  ]);
  return agencyId;
}

const plantEntryOf = (chain: string, actorId: string | null): Promise<string> =>
  idFrom(
    `insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
     values ($1::uuid, $2, 'Nguyễn Thử Nghiệm', 'officer', 'milestone-recorded', 'agency', $1::text, '{}') returning id`,
    [chain, actorId],
  );

/** One more entry in the chain of an agency, about the agency; gives the agency. */
export async function plantEntry(where: Ground): Promise<string> {
  const agencyId = await agencyOf(where);
  await plantEntryOf(agencyId, null);
  return agencyId;
}

/** What the history says of a photograph that came to a visit. */
export const plantPhotoEntry = (visitId: string): Promise<string> =>
  idFrom(
    `insert into journal_entry (chain_id, actor_id, actor_name, actor_role, action, entity, entity_id, content)
     select agency_id, null, 'Nguyễn Thử Nghiệm', 'inspector', 'photo-attached', 'visit', id::text, '{"question":"D.1","sha256":""}'
     from visit where id = $1 returning id`,
    [visitId],
  );

/** The number of an act: of the viewer, or of somebody else. */
export async function plantReceipt(where: Ground, viewer: Viewer): Promise<string> {
  const actor = where === "own" ? viewer.accountId : (await plantAccount("leader")).id;
  const chain = viewer.agencyId ?? (await agencyOf("other"));
  return plantEntryOf(chain, actor);
}

/** Cuts the end off the chain of an agency, as nobody but a superuser can. */
export async function plantBrokenChain(where: Ground): Promise<string> {
  const agencyId = await plantEntry(where);
  await rows("update chain_head set seq = seq + 1 where chain_id = $1", [agencyId]);
  return agencyId;
}

/** An internal audit that the agency has held; gives the agency. */
export async function plantReview(where: Ground): Promise<string> {
  const agencyId = await agencyOf(where);
  await rows(
    `insert into agency_review (agency_id, kind, started_on, ended_on, participants, scope, findings)
     values ($1, 'internal_audit', $2, $2, 'Tổ ISO', 'Toàn cơ quan', 'Không có') on conflict do nothing`,
    [agencyId, today],
  );
  return agencyId;
}

/** A mail that waits, to an account made for it. */
export async function plantMail(): Promise<string> {
  const { id } = await plantAccount("officer");
  return idFrom(
    `insert into mail (account_id, kind, day, address, language, subject)
     values ($1, 'digest', current_date, 'a@tinh.example', 'vi', 'Việc cần làm') returning id`,
    [id],
  );
}

/** Says for an account where its mail goes. */
export const plantAddress = (viewer: Viewer, address: string): Promise<unknown> =>
  rows("update person set email = $2 where id = $1", [viewer.personId, address]);

/** The next year that has no programme. */
export const freeYear = async (): Promise<number> =>
  (
    await one<{ year: number }>(
      "select min(y) as year from generate_series($1::int, $1::int + 500) y where y not in (select year from programme)",
      [firstDraft()],
    )
  ).year;

/** A draft with one visit, led by the inspector; gives its year and the visit. */
export async function plantDraft(where: Ground): Promise<{ year: number; visitId: string }> {
  const year = await freeYear();
  const programmeId = await idFrom(
    "insert into programme (year, title) values ($1, 'Kế hoạch') returning id",
    [year],
  );
  const visitId = await idFrom(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     values ($1, $2, 'on_site', $3, 'qn-2017', '2008', false) returning id`,
    [await agencyOf(where), programmeId, `${year}-06-15`],
  );
  await rows("insert into team_member (visit_id, person_id, duty) values ($1, $2, 'leader')", [
    visitId,
    await personOf("inspector"),
  ]);
  return { year, visitId };
}

export const personOf = (account: string): Promise<string> =>
  idFrom("select person_id as id from account where name = $1", [account]);

/** A calendar address of the viewer, or of somebody else. */
export async function plantFeed(where: Ground, viewer: Viewer): Promise<string> {
  const account = where === "own" ? viewer.accountId : (await plantAccount("leader")).id;
  await rows("update calendar_feed set revoked_at = now() where account_id = $1 and revoked_at is null", [
    account,
  ]);
  return idFrom(
    "insert into calendar_feed (account_id, token_hash, locale) values ($1, sha256($2::bytea), 'vi') returning id",
    [account, unique()],
  );
}
/** A yearly report as somebody issued it. */
export const plantIssuedReport = (): Promise<string> =>
  idFrom(
    `insert into issued_report (year, as_of, figures, sha256, issued_by, issued_name)
     select 2017, $1, f.text, encode(sha256(convert_to(f.text, 'UTF8')), 'hex'), a.id, 'Nguyễn Văn An'
     from account a, (values ('{"year":2017,"dashboard":{"headline":{"byKind":[]}}}')) f(text) where a.name = 'leader' returning id`,
    [today],
  );
