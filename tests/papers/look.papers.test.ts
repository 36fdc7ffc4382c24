import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { shrunk } from "@/lib/files/images/bytes";
import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import type { PlainTime } from "@/lib/kernel/plain-time";
import { sealedWith } from "@/lib/visits/wording/rules";
import { unregistered } from "@/lib/reports/rules";
import { amendmentOf, type AmendmentFacts } from "@/lib/reports/documents/amendment";
import { minutesOf, type MinutesFacts } from "@/lib/reports/documents/minutes";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { planOf } from "@/lib/reports/documents/plan";
import { summaryOf } from "@/lib/reports/documents/summary";
import { findMinutes, findNotice, findPlanPaper, findSummary } from "@/lib/reports/queries";
import { renderDocx } from "@/lib/reports/render/docx";
import { motherland, motto } from "@/lib/reports/render/letterhead";
import { noticePicture } from "@/prisma/seed/picture";
import { recheckNotice } from "./rechecked";
import * as sample from "./sample";
import * as whole from "./whole-visit";
import { rowsOf, viewerNamed } from "@/tests/support/database/viewer";

import {
  fontsOf,
  inkIn,
  longestLine,
  pagesOf,
  pictureOf,
  printAll,
  save,
  textOf,
  type Page,
  type Picture,
  type Word,
} from "./office";

const folder = resolve("test-results/papers");
const day = plainDate("31/12/2017");

type Look = { pages: readonly Page[]; text: string; picture: Picture; fonts: readonly string[] };

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

const finalVisit = (): Promise<string> => visitBy("r.visit_id is not null");

const representative = "Phạm Thị Thu Hà";
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

const papers: Record<string, Expected & { make: (viewer: Viewer) => Promise<Paper> }> = {
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

const looks = new Map<string, Look>();
const lookOf = (name: string): Look => {
  const look = looks.get(name);
  if (!look) throw new Error(`${name} was not printed`);
  return look;
};

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const viewer = await viewerNamed("inspector");
  const files: string[] = [];
  for (const [name, { make: paper }] of Object.entries(papers))
    files.push(await save(folder, `${name}.docx`, await renderDocx(await paper(viewer))));
  await printAll(files, folder);
  for (const name of Object.keys(papers)) {
    const pdf = `${folder}/${name}.pdf`;
    looks.set(name, {
      pages: await pagesOf(pdf),
      text: await textOf(pdf),
      picture: await pictureOf(pdf),
      fonts: await fontsOf(pdf),
    });
  }
}, 180_000);

/** The words of a text where they stand one after another on a page. */
function placeOf({ words }: Page, text: string): Word[] {
  const wanted = text.split(" ");
  const start = words.findIndex((_, index) => wanted.every((each, n) => words[index + n]?.text === each));
  return start < 0 ? [] : words.slice(start, start + wanted.length);
}

/** The last section of each paper: it comes with its signatures. */
const sections: Readonly<Record<string, string>> = {
  minutes: "KẾT LUẬN, KIẾN NGHỊ",
  signed: "KẾT LUẬN, KIẾN NGHỊ",
  sealed: "KẾT LUẬN, KIẾN NGHỊ",
  draft: "KẾT LUẬN, KIẾN NGHỊ",
  amendment: "Ý KIẾN CỦA CƠ QUAN",
  notice: "ĐỀ NGHỊ KHẮC PHỤC",
  rechecked: "ĐỀ NGHỊ KHẮC PHỤC",
  summary: "KIẾN NGHỊ, ĐỀ XUẤT",
  plan: "TỔ CHỨC THỰC HIỆN",
};

/** Without the ends of lines, which fall anywhere. */
const solid = (text: string): string => text.replace(/\s+/gu, "");

const firstPage = (name: string): Page => {
  const [page] = lookOf(name).pages;
  if (!page) throw new Error(`${name} has no page`);
  return page;
};

describe.each(Object.entries(papers))("%s as an office prints it", (name, { pages, holds }) => {
  it("is set in Times New Roman, or in the font of its measures, every letter of it", () => {
    for (const font of lookOf(name).fonts) expect(font).toMatch(/^(?:TimesNewRoman|Tinos)/);
  });

  it("has the motherland on one line", () => {
    const words = placeOf(firstPage(name), motherland);
    expect(words).toHaveLength(8);
    expect(new Set(words.map(({ top }) => Math.round(top))).size).toBe(1);
  });

  it("draws the rule below the motto as long as the motto", () => {
    const words = placeOf(firstPage(name), motto);
    const [first, last] = [words.at(0), words.at(-1)];
    if (!first || !last) throw new Error("no motto");
    const strip = {
      left: first.left - 60,
      right: last.right + 60,
      top: last.bottom - 2,
      bottom: last.bottom + 8,
    };
    const length = longestLine(lookOf(name).picture, strip);
    const wide = last.right - first.left;
    expect(Math.abs(length - wide) / wide).toBeLessThan(0.03);
  });

  it("comes on the pages it should", () => {
    expect(lookOf(name).pages).toHaveLength(pages);
  });

  it("holds every finding, name and number it was made of", async () => {
    const { text } = lookOf(name);
    for (const each of await holds()) expect(solid(text)).toContain(solid(each));
  });

  it("has nothing unfilled", () => {
    expect(lookOf(name).text).not.toMatch(/undefined|null|NaN|\[object|[{}]|\$\{/);
  });

  it("lets no signature stand alone on a page, nor apart from what proves the paper", () => {
    const signed = lookOf(name).pages.find((page) => placeOf(page, "Nơi nhận:").length > 0);
    expect(signed?.words.some(({ text }) => text.endsWith("./."))).toBe(true);
    const proven = lookOf(name).text.includes("Biên nhận số");
    expect(signed?.words.some(({ text }) => /^[0-9a-f]{64}$/.test(text))).toBe(proven);
    expect(signed && placeOf(signed, sections[name] ?? "").length).toBeGreaterThan(0);
  });

  it("breaks no code over two lines, and says it with letters that are found", () => {
    const { pages: all } = lookOf(name);
    const words = all.flatMap((page) => page.words.map(({ text }) => text));
    expect(words.filter((text) => /^[\p{Lu}\d/]+[-/]$/u.test(text))).toEqual([]);
    expect(words.filter((text) => /\d\u2011|\u2011\p{Lu}|\u2060/u.test(text))).toEqual([]);
  });

  it("says that its records are made up, on every page", () => {
    for (const page of lookOf(name).pages) expect(placeOf(page, "minh họa")).toHaveLength(2);
  });
});

it("begins an annex of photographs on the page of its title, however many there are", () => {
  const titled = lookOf("sealed").pages.find(
    (page) => placeOf(page, "ẢNH CHỤP TẠI CUỘC KIỂM TRA").length > 0,
  );
  expect(titled && placeOf(titled, "Ảnh 1.").length).toBeGreaterThan(0);
});

it("stands a drawn signature between title and name, and all who sign on one line", async () => {
  const { pages } = lookOf("signed");
  const index = pages.findLastIndex((each) => placeOf(each, representative).length > 0);
  const page = pages[index];
  const last = page?.words.findLast(({ text }) => text === representative.split(" ").at(-1));
  const first = page?.words.findLast(({ text }) => text === representative.split(" ")[0]);
  if (!page || !first || !last) throw new Error("nobody signed");
  const picture = await pictureOf(resolve(folder, "signed.pdf"), index + 1);
  const above = { left: first.left - 30, right: last.right + 30, top: first.top - 60, bottom: first.top - 5 };
  expect(inkIn(picture, above)).toBeGreaterThan(150);
  const [leader] = await rowsOf<{ name: string }>(
    "select p.full_name as name from team_member t join person p on p.id = t.person_id where t.visit_id = $1 and t.duty = 'leader'",
    [await finalVisit()],
  );
  const beside = placeOf(page, leader?.name ?? "").at(-1);
  expect(Math.abs((beside?.top ?? 0) - first.top)).toBeLessThan(3);
});
