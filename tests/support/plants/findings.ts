import { idFrom, rows, today, type Ground } from "@/tests/support/ground";
import { plantVisit } from "@/tests/support/plants/visits";

/** A finding that was raised before the visits of today. */
export async function plantEarlierFinding(ground: Ground): Promise<string> {
  return idFrom(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on)
     select v.agency_id, v.id, 'D.2', 'minor', 'policy_posting', 'Bảng tin tầng 1 niêm yết bản ký năm 2012', e.edition_id, e.clause, 'Trụ sở', '2017-12-01'
     from visit v, lateral (select edition_id, clause from requirement where edition_id = v.edition_id limit 1) e where v.id = $1 returning id`,
    [await plantVisit(ground)],
  );
}

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
