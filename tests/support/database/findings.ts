import { expect } from "vitest";

import type { AnswerForm } from "@/lib/findings/answers/schema";
import { findFinding } from "@/lib/findings/queries";
import type { Receipt } from "@/lib/journal/types";
import { plainDate, type PlainDate } from "@/lib/kernel/plain-date";
import type { Result } from "@/lib/kernel/result";
import { noticePicture } from "@/prisma/seed/picture";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

export const today = plainDate("31/12/2017");
export const raisedOn = plainDate("12/10/2017");
const dueOn = plainDate("11/11/2017");
export const agencyCode = "ubnd-duc-pho";

/** A finding of Đức Phổ that nobody has answered, from a visit of the inspector's team. */
export async function createFinding(severity = "minor"): Promise<string> {
  const [visit] = await rowsOf<{ id: string }>(
    `insert into visit (agency_id, programme_id, mode, planned_on, checklist_id, edition_id, subordinates)
     select a.id, p.id, 'on_site', $1, 'qn-2017', '2008', false from agency a, programme p where a.code = $2 and p.year = 2017 returning id`,
    [raisedOn, agencyCode],
  );
  await rowsOf(
    "insert into team_member (visit_id, person_id, duty) select $1, person_id, 'leader' from account where name = 'inspector'",
    [visit?.id],
  );
  const [finding] = await rowsOf<{ id: string }>(
    `insert into finding (agency_id, visit_id, question_code, severity, topic, evidence, edition_id, clause, scope, raised_on, due_on)
     select v.agency_id, v.id, 'D.2', $2::severity, 'policy_posting', 'Bảng tin tầng 1 niêm yết bản ký năm 2012', '2008', '5.3', 'Trụ sở', $3, $4
     from visit v where v.id = $1 returning id`,
    [visit?.id, severity, raisedOn, dueOn],
  );
  return finding?.id ?? "";
}

export const photo = () => new File([new Uint8Array(noticePicture())], "Bảng tin.png", { type: "image/png" });

export const answerTo = (findingId: string, version: number, more: Partial<AnswerForm> = {}): AnswerForm => ({
  ...{ findingId, version },
  cause: "Bản ký năm 2016 chỉ lưu ở Văn phòng, chưa thay trên bảng tin",
  correction: "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017",
  correctiveAction: "Văn phòng chụp ảnh nơi niêm yết mỗi khi ký lại chính sách",
  responsible: "Nguyễn Văn An, Chánh Văn phòng",
  doneBy: plainDate("28/12/2017"),
  evidence: [],
  ...more,
});
export const reason = "Ảnh chưa thấy ngày ký; gửi ảnh chụp rõ chữ ký và ngày niêm yết";
export const verified = (findingId: string, version: number, closedOn = today) => ({
  ...{ findingId, version, closedOn },
  note: "Đã xem ảnh niêm yết ngày 30/12/2017 tại Bộ phận một cửa",
  evidence: null,
});
export const claimed = (findingId: string, version: number, since: PlainDate) => ({
  ...{ findingId, version, since },
  blockingBody: "UBND tỉnh Quảng Ngãi",
  reference: "Công văn số 1123/UBND-KT ngày 06/11/2017",
  explanation: "Danh mục thủ tục hành chính cấp huyện chưa được UBND tỉnh công bố",
});

export const codeOf = (result: Result<Receipt>): unknown => (result.ok ? "done" : result.problems[0]?.code);
export const officer = () => viewerNamed("officer");
export const inspector = () => viewerNamed("inspector");
export const stageOf = async (id: string) => (await findFinding(await officer(), id))?.stage;
export const written = async (findingId: string) =>
  rowsOf(
    `select (select count(*) from finding_answer where finding_id = $1) as answers, (select count(*) from finding_return where finding_id = $1) as returns,
      (select count(*) from finding_claim where finding_id = $1) as claims, (select count(*) from finding_stop where finding_id = $1) as stops,
      (select count(*) from finding_closure where finding_id = $1) as closures, (select count(*) from finding_message where finding_id = $1) as messages,
      (select count(*) from journal_entry) as entries, (select count(*) from attachment) as files`,
    [findingId],
  );

/** Refused with this code, and nothing written. */
export async function refusedWith(
  code: string,
  findingId: string,
  act: () => Promise<Result<Receipt>>,
): Promise<void> {
  const before = await written(findingId);
  expect(codeOf(await act())).toBe(code);
  expect(await written(findingId)).toEqual(before);
}
