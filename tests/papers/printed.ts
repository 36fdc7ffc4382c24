import { shrunk } from "@/lib/files/images/bytes";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { amendmentOf, type AmendmentFacts } from "@/lib/reports/documents/amendment";
import { minutesOf } from "@/lib/reports/documents/minutes";
import type { MinutesFacts } from "@/lib/reports/documents/minutes-types";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { planOf } from "@/lib/reports/documents/plan";
import { summaryOf } from "@/lib/reports/documents/summary";
import { findMinutes, findNotice, findPlanPaper, findSummary } from "@/lib/reports/queries";
import { unregistered } from "@/lib/reports/rules";
import { sealedWith } from "@/lib/visits/wording/rules";
import { noticePicture } from "@/prisma/seed/picture";
import { recheckNotice } from "@/tests/papers/rechecked";
import * as sample from "@/tests/papers/sample";
import * as whole from "@/tests/papers/whole-visit";
import { rowsOf } from "@/tests/support/database/viewer";

const day = plainDate("31/12/2017");

/** What each paper must hold, and on how many pages it comes. */
type Expected = { pages: number; holds: () => Promise<string[]> };

const visitBy = async (condition: string): Promise<string> => {
  const [row] = await rowsOf<{ id: string }>(
    `select v.id from visit v left join visit_result r on r.visit_id = v.id
     where ${condition} order by (select count(*) from finding f where f.visit_id = v.id) desc, v.planned_on limit 1`,
  );
  if (!row) throw new Error(`no visit ${condition}`);
  return row.id;
};

const evidenceOf = async (condition: string): Promise<string[]> =>
  (await rowsOf<{ evidence: string }>(`select evidence from finding where ${condition}`)).map(
    ({ evidence }) => evidence,
  );

export const finalVisit = (): Promise<string> => visitBy("r.visit_id is not null");

export const representative = "Phạm Thị Thu Hà";
/** Two strokes, as a finger draws them. */
const hand =
  "M60 140 L90 60 L110 50 L120 80 L100 150 L150 90 L170 130 L200 80 L230 135 L260 70 L300 140 L360 60 L380 140 L430 90 L460 130 L540 100 M40 170 L560 150";

const dissent = "Bảng tin tầng 1 đã thay bản mới ngày 01/10/2017.\nĐề nghị Đoàn ghi nhận tại biên bản.";
const fingerprint = "03f4c1d2".repeat(8);

/** The minutes of a final visit as they would be had its people signed on the device, with photographs of one question. */
async function signedMinutes(viewer: Viewer): Promise<MinutesFacts | null> {
  const facts = await findMinutes(viewer, await finalVisit(), unregistered);
  const drawn = { kind: "drawn", path: hand } as const;
  const questionCode = facts?.visit.findings[0]?.questionCode ?? "";
  const photo = { questionCode, sha256: "a", image: await shrunk(noticePicture()) };
  return (
    facts && {
      ...facts,
      photos: ["Bảng tin tầng 1", "", "Cửa Bộ phận một cửa"].map((caption) => ({ ...photo, caption })),
      minutes: {
        ...sample.minutes,
        fingerprint,
        opinion: "dissents",
        statement: dissent,
        representativeName: representative,
        representativeTitle: "Chủ tịch UBND huyện",
        signature: drawn,
        signatories: [
          { part: "second", name: "Đỗ Minh Khánh", title: "Chuyên viên, thư ký ISO", signature: drawn },
          {
            part: "secretary",
            name: facts.visit.team.find(({ duty }) => duty === "secretary")?.name ?? "",
            title: "",
            signature: drawn,
          },
        ],
        hours: { startedAt: "08:30" as PlainTime, endedAt: "11:05" as PlainTime },
      },
    }
  );
}

/** Minutes as they are sealed with their text, and more photographs than one page of the annex holds. */
async function sealedMinutes(): Promise<Paper> {
  const image = await shrunk(noticePicture());
  const hashes = Array.from({ length: 7 }, (_, index) => String(index).repeat(64));
  const sealed = sealedWith(whole, { ...whole.sheet, photos: { "D.2": hashes } });
  return minutesOf({
    ...{ visit: sample.visit, holders: [], positions: {}, adoption: sample.adoption, programme: null },
    ...{ office: sample.office, registration: unregistered, illustrative: true },
    photos: hashes.map((sha256) => ({
      ...{ questionCode: "D.2", sha256, caption: "", image },
    })),
    minutes: {
      ...sample.minutes,
      ...{ fingerprint, signed: { words: sealed.words }, signatories: sealed.signatories ?? [] },
      representativeName: sealed.representative.name,
    },
  });
}

/** What was added to those minutes a week later. */
async function amendment(viewer: Viewer): Promise<AmendmentFacts | null> {
  const facts = await signedMinutes(viewer);
  return facts?.minutes
    ? {
        ...facts,
        versions: [
          facts.minutes,
          {
            ...sample.minutes,
            version: 2,
            amends: 1,
            fingerprint: "7b".repeat(32),
            reason:
              "Cơ quan đã gửi ảnh niêm yết ngày 19/10/2017.\nĐoàn ghi nhận để xem xét ở lần kiểm tra sau.",
            receiptNo: "000877",
          },
        ],
      }
    : null;
}

async function make<Facts>(facts: Promise<Facts | null>, build: (facts: Facts) => Paper): Promise<Paper> {
  const found = await facts;
  if (!found) throw new Error("nothing to make a paper of");
  return build(found);
}

export const papers: Record<string, Expected & { make: (viewer: Viewer) => Promise<Paper> }> = {
  minutes: {
    pages: 4,
    make: async (viewer) => make(findMinutes(viewer, await finalVisit(), unregistered), minutesOf),
    holds: async () => evidenceOf(`visit_id = '${await finalVisit()}'`),
  },
  signed: {
    pages: 5,
    make: (viewer) => make(signedMinutes(viewer), minutesOf),
    holds: () =>
      Promise.resolve([
        representative,
        "Chủ tịch UBND huyện",
        "08 giờ 30 phút",
        "11 giờ 05 phút",
        ...dissent.split("\n"),
        fingerprint,
        "Biên nhận số 000001",
        "Ảnh 3. Câu",
      ]),
  },
  sealed: {
    pages: 6,
    make: sealedMinutes,
    holds: () =>
      Promise.resolve([
        "điểm h khoản 2 Điều 7",
        "KHẮC PHỤC TỒN TẠI CỦA NHỮNG LẦN KIỂM TRA TRƯỚC",
        "KẾT QUẢ TỪNG CÂU",
        "Ảnh 7. Câu D.2",
      ]),
  },
  amendment: {
    pages: 1,
    make: (viewer) => make(amendment(viewer), amendmentOf),
    holds: () => Promise.resolve(["Bản bổ sung thứ 1 của Biên bản", fingerprint, "7b".repeat(32)]),
  },
  draft: {
    pages: 3,
    make: async (viewer) =>
      make(findMinutes(viewer, await visitBy("r.visit_id is null"), unregistered), minutesOf),
    holds: () => Promise.resolve(["DỰ THẢO BIÊN BẢN", "Dự thảo, chưa phải kết quả chính thức"]),
  },
  notice: {
    pages: 3,
    make: async (viewer) => make(findNotice(viewer, await finalVisit(), unregistered), noticeOf),
    holds: async () => evidenceOf(`visit_id = '${await finalVisit()}'`),
  },
  rechecked: {
    pages: 2,
    make: () => Promise.resolve(noticeOf(recheckNotice)),
    holds: () =>
      Promise.resolve([
        "kiểm tra tính hiệu lực của hành động khắc phục đối với 4 điểm tồn tại",
        "III. KHẮC PHỤC TỒN TẠI CỦA NHỮNG LẦN KIỂM TRA TRƯỚC",
        "11/11/2016, đã quá hạn 30 ngày",
        "đúng thời hạn nêu tại mục III",
      ]),
  },
  summary: {
    pages: 12,
    make: (viewer) => make(findSummary(viewer, 2017, day, unregistered), summaryOf),
    holds: async () => [
      "36/46 (78,26%)",
      ...(await evidenceOf(
        "visit_id in (select v.id from visit v join programme p on p.id = v.programme_id where p.year = 2017)",
      )),
    ],
  },
  plan: {
    pages: 4,
    make: (viewer) => make(findPlanPaper(viewer, 2017, unregistered), planOf),
    holds: async () =>
      (
        await rowsOf<{ name: string }>(
          "select distinct s.name from visit v join programme p on p.id = v.programme_id join agency_standing s on s.agency_id = v.agency_id and s.valid_from <= v.planned_on and s.valid_to > v.planned_on where p.year = 2017",
        )
      ).map(({ name }) => name),
  },
};
