import { paperDoor } from "@/app/papers";
import { noticeOf } from "@/lib/reports/documents/notice";
import { findNotice } from "@/lib/reports/queries";

/** Thông báo kết quả kiểm tra of a final visit. */
export const GET = paperDoor("papers.visit", async (viewer, params, { registration, signatory }) => {
  const facts = await findNotice(viewer, params["id"] ?? "", registration, signatory);
  return facts && noticeOf(facts);
});
