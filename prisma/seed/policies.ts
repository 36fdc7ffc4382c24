import { createHash } from "node:crypto";

import type { Tx } from "@/lib/identity/database";
import { declaredCodes } from "@/prisma/seed/adoption";
import { agencies } from "@/prisma/seed/data/agencies";
import { day, idOf, morning } from "@/prisma/seed/ids";
import { headOf, newHeads, personId } from "@/prisma/seed/people";
import { noticePicture } from "@/prisma/seed/picture";
import { agencyId } from "@/prisma/seed/registry";

const nameOf = new Map(agencies.map((agency) => [agency.code, agency.name]));
const policyId = (code: string): string => idOf("policy", code);

/** Agencies whose policy hangs nowhere: what the visits of 2017 found. */
const notPosted: readonly string[] = ["ubnd-duc-pho", "ubnd-binh-son", "ubnd-ba-to", "cckl"];
/** Who posted it only after a visit had found it wanting. */
const postedLate: Readonly<Record<string, string>> = {
  "ubnd-mo-duc": "2016-10-25",
  snv: "2017-09-05",
  sgddt: "2017-09-22",
};
const withoutPolicy: readonly string[] = ["ubnd-minh-long"];
const withoutObjectives: readonly string[] = ["ubnd-duc-pho", "ubnd-binh-son", "cckl"];

const policyOf = (agency: string): string =>
  [
    `${agency} cam kết:`,
    "1. Giải quyết thủ tục hành chính đúng pháp luật, công khai, minh bạch.",
    "2. Trả kết quả đúng hạn; khi trễ hạn có thư xin lỗi và nêu rõ nguyên nhân.",
    "3. Cán bộ, công chức tận tình, lịch sự, lắng nghe ý kiến của tổ chức, cá nhân.",
    "4. Cập nhật quy trình ngay khi văn bản pháp luật thay đổi.",
    "5. Cải tiến thường xuyên hệ thống quản lý chất lượng theo TCVN ISO 9001:2008.",
  ].join("\n");

export async function seedPolicies(tx: Tx): Promise<void> {
  const holders = declaredCodes.filter((code) => !withoutPolicy.includes(code));
  const signed = (code: string) => (newHeads.includes(code) ? personId("former-head", code) : headOf(code));
  await tx.qualityPolicy.createMany({
    data: holders.map((code) => ({
      id: policyId(code),
      agencyId: agencyId(code),
      body: policyOf(nameOf.get(code) ?? code),
      signedBy: signed(code),
      signedOn: day("2016-03-15"),
      draftedAt: morning("2016-03-01"),
    })),
  });
  await createPostings(
    tx,
    holders.filter((code) => !notPosted.includes(code)),
  );
  await createObjectives(tx);
}

async function createPostings(tx: Tx, codes: readonly string[]): Promise<void> {
  const bytes = noticePicture();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await tx.fileContent.create({
    data: { sha256, mediaType: "image/png", size: bytes.length, bytes: new Uint8Array(bytes) },
  });
  const photographed = codes.filter((_, n) => n % 3 !== 2);
  const attachmentId = (code: string) => idOf("attachment", "posting", code);
  await tx.attachment.createMany({
    data: photographed.map((code) => ({
      id: attachmentId(code),
      agencyId: agencyId(code),
      sha256,
      fileName: "anh-niem-yet-minh-hoa.png",
      uploadedAt: morning(postedLate[code] ?? "2016-04-04"),
    })),
  });
  await tx.policyPosting.createMany({
    data: codes.map((code) => ({
      id: idOf("posting", code),
      agencyId: agencyId(code),
      policyId: policyId(code),
      place: "Bảng tin tại sảnh tầng 1, cạnh Bộ phận một cửa",
      postedOn: day(postedLate[code] ?? "2016-04-01"),
      attachmentId: photographed.includes(code) ? attachmentId(code) : null,
    })),
  });
}

const objectives = [
  [
    "Hồ sơ thủ tục hành chính trả đúng hạn",
    "Tỷ lệ hồ sơ đúng hạn trên phần mềm một cửa",
    "Từ 98% trở lên",
    "98,6%",
  ],
  ["Tổ chức, cá nhân hài lòng", "Phiếu khảo sát hai lần mỗi năm", "Từ 95% trở lên", "96%"],
  [
    "Cập nhật quy trình khi thủ tục thay đổi",
    "Số ngày từ khi công bố đến khi ban hành quy trình",
    "Trong 30 ngày",
    "41 ngày",
  ],
] as const;

/** A third of them have set what they want of the coming year as well. */
const yearsOf = (code: string, n: number): number[] =>
  withoutObjectives.includes(code) ? [2016] : n % 3 === 0 ? [2016, 2017, 2018] : [2016, 2017];

async function createObjectives(tx: Tx): Promise<void> {
  const rows = declaredCodes.flatMap((code, n) =>
    yearsOf(code, n).flatMap((year) =>
      objectives.map(([text, measure, target, result], position) => ({
        id: idOf("objective", code, year, position),
        agencyId: agencyId(code),
        year,
        position,
        text,
        measure,
        target,
        result: year === 2016 ? result : null,
        reviewedOn: year === 2016 ? day("2017-01-20") : null,
      })),
    ),
  );
  await tx.qualityObjective.createMany({ data: rows });
}
