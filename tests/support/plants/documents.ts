import { agencyOf, idFrom, rows, unique, type Ground } from "@/tests/support/ground";
import { headOf } from "@/tests/support/plants/posts";

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
