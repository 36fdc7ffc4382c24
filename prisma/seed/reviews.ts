import type { ReviewKind } from "@/lib/self-reviews/types";
import type { Tx } from "@/lib/identity/database";
import { declaredCodes } from "@/prisma/seed/adoption";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { agencyId } from "@/prisma/seed/registry";

/** Who held nothing in 2017: an officer rotated away, a review put off. The rest of the year's duty is theirs. */
const missing: Readonly<Record<ReviewKind, readonly string[]>> = {
  internal_audit: ["ubnd-ba-to", "cckl", "stttt"],
  management_review: ["ubnd-duc-pho", "ubnd-ba-to", "cckl", "stttt", "ubnd-minh-long"],
};
/** Of whom a visit found in 2017 that they had not audited themselves for a year. */
const notFor2016: readonly string[] = ["cckl"];
/** Who has held none since declaring. */
const never: readonly string[] = ["stttt"];

const texts = {
  internal_audit: {
    participants:
      "Tổ đánh giá nội bộ gồm 04 đánh giá viên; mỗi người đánh giá phòng khác với phòng của mình.",
    scope: "Các phòng chuyên môn và Bộ phận một cửa; chọn mẫu 10 quy trình giải quyết thủ tục hành chính.",
    findings:
      "03 điểm chưa phù hợp: hồ sơ theo dõi tiếp nhận chưa ghi ngày trả, 02 quy trình còn viện dẫn văn bản cũ. Giao trưởng phòng liên quan khắc phục trong 30 ngày, thư ký ISO kiểm tra lại.",
  },
  management_review: {
    participants: "Thủ trưởng cơ quan chủ trì; trưởng các phòng và thư ký ISO dự.",
    scope:
      "Kết quả đánh giá nội bộ, mục tiêu chất lượng, phản ánh của tổ chức và cá nhân, tình hình cập nhật văn bản.",
    findings:
      "Hệ thống còn phù hợp. Giao Văn phòng rà soát mục tiêu chất lượng năm sau trước ngày 31/01; giao thư ký ISO cập nhật các quy trình theo danh mục thủ tục hành chính mới.",
  },
} as const satisfies Record<ReviewKind, object>;

const two = (n: number): string => String(n).padStart(2, "0");
const heldOn = (kind: ReviewKind, n: number, year: number): string =>
  kind === "internal_audit" ? `${year}-10-${two(3 + (n % 20))}` : `${year}-12-${two(4 + (n % 16))}`;

/** What the declared agencies looked at by themselves in 2016 and 2017; who declared at the end of 2016 begins in 2017. */
export async function seedReviews(tx: Tx): Promise<void> {
  const data = declaredCodes.flatMap((code, n) =>
    (["internal_audit", "management_review"] as const).flatMap((kind) =>
      [2016, 2017]
        .filter((year) => !never.includes(code) && !(year === 2017 && missing[kind].includes(code)))
        .filter(
          (year) =>
            year === 2017 || (n % 3 !== 2 && !(kind === "internal_audit" && notFor2016.includes(code))),
        )
        .map((year) => {
          const on = heldOn(kind, n, year);
          return {
            id: idOf("review", kind, code, year),
            agencyId: agencyId(code),
            kind,
            startedOn: day(on),
            endedOn: day(on),
            ...texts[kind],
            recordedAt: morning(on),
          };
        }),
    ),
  );
  await tx.agencyReview.createMany({ data });
}
