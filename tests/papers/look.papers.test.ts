import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { renderDocx } from "@/lib/reports/render/docx";
import { motherland, motto } from "@/lib/reports/render/letterhead";
import { finalVisit, papers, representative } from "@/tests/papers/printed";
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

type Look = { pages: readonly Page[]; text: string; picture: Picture; fonts: readonly string[] };

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
