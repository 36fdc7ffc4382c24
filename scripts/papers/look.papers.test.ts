import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import type { Viewer } from "@/lib/identity/types";
import { plainDate } from "@/lib/kernel/plain-date";
import { unregistered } from "@/lib/reports/rules";
import { minutesOf } from "@/lib/reports/documents/minutes";
import type { Paper } from "@/lib/reports/documents/model";
import { noticeOf } from "@/lib/reports/documents/notice";
import { planOf } from "@/lib/reports/documents/plan";
import { summaryOf } from "@/lib/reports/documents/summary";
import { findMinutes, findNotice, findPlanPaper, findSummary } from "@/lib/reports/queries";
import { renderDocx } from "@/lib/reports/render/docx";
import { motherland, motto } from "@/lib/reports/render/letterhead";
import { rowsOf, viewerNamed } from "@/scripts/test-database/viewer";

import {
  fontsOf,
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
  draft: {
    pages: 2,
    make: async (viewer) =>
      make(findMinutes(viewer, await visitBy("r.visit_id is null"), unregistered), minutesOf),
    holds: () => Promise.resolve(["DỰ THẢO BIÊN BẢN", "Dự thảo, chưa phải kết quả chính thức"]),
  },
  notice: {
    pages: 3,
    make: async (viewer) => make(findNotice(viewer, await finalVisit(), unregistered), noticeOf),
    holds: async () => evidenceOf(`visit_id = '${await finalVisit()}'`),
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

  it("lets no signature stand alone on a page", () => {
    const signed = lookOf(name).pages.find((page) => placeOf(page, "Nơi nhận:").length > 0);
    expect(signed?.words.some(({ text }) => text.endsWith("./."))).toBe(true);
  });

  it("says that its records are made up, on every page", () => {
    for (const page of lookOf(name).pages) expect(placeOf(page, "minh họa")).toHaveLength(2);
  });
});
