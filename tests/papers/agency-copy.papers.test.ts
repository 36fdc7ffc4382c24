import { mkdirSync } from "node:fs";
import { resolve } from "node:path";

import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";

import { Paper } from "@/components/field/paper";
import { sealedWith } from "@/lib/visits/wording/rules";
import { systemBrowser } from "@/scripts/browser.mjs";
import { frame, sheet, visit } from "./whole-visit";

import { inkIn, pagesOf, pictureOf, type Page } from "./office";

const folder = resolve("test-results/agency-copy");
const fingerprint = "03f4c1d2".repeat(8);

/** A dark picture: upright, lying, and one that is nearly a strip, in turn. */
const shapes = ["900 1200", "1200 900", "1600 700"];
const shapeOf = (index: number): string => {
  const [width = "", height = ""] = (shapes[index % shapes.length] ?? "").split(" ");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#234"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

/** What somebody may say of a photograph: nothing, a line, three lines. */
const captionOf = (index: number): string =>
  index % 4 === 1
    ? "Sổ theo dõi văn bản đến của Văn phòng HĐND và UBND, trang 12, chưa ghi ngày chuyển xử lý. ".repeat(2)
    : index % 4 === 2
      ? "Bảng tin tầng 1"
      : "";

/** The agency's copy with so many photographs and lines of a conclusion, as the phone prints it. */
function copyOf(count: number, lines = 1): string {
  const hashes = Array.from({ length: count }, (_, index) => index.toString(16).repeat(64).slice(0, 64));
  const conclusion = Array.from({ length: lines }, (_, line) => `Đề nghị thứ ${line + 1}.`).join("\n");
  const said = { ...sheet, conclusion, photos: { "D.2": hashes } };
  const captions = Object.fromEntries(hashes.map((hash, index) => [hash, captionOf(index)]));
  const sealed = sealedWith({ visit, frame }, said, captions);
  return renderToStaticMarkup(
    createElement(Paper, {
      ...{ visit: { ...visit, frame }, sheet: sealed, words: sealed.words, illustrative: true },
      sealed: {
        ...{
          visit,
          sheet: sealed,
          fingerprint,
          sealedAt: "2017-10-12T08:00:00Z",
          fate: "waiting",
          isListed: true,
        },
      },
      ...{ now: new Date("2017-10-12T09:00:00Z"), offset: 0 },
      picture: ({ sha256, text }) =>
        createElement("img", { className: "annex-picture", src: shapeOf(hashes.indexOf(sha256)), alt: text }),
    }),
  );
}

const counts = [1, 3, 7, 14];
const printed = new Map<number, readonly Page[]>();
const fileOf = (count: number): string => `${folder}/${count}.pdf`;
/** From one page's end to the next, three lines at a time. */
const lengths = [1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 34, 37, 40];
const longer = new Map<number, readonly Page[]>();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = await build({
    ...{ entryPoints: ["components/field/field.css"], bundle: true, write: false, logLevel: "error" },
    external: ["*.woff2"],
  });
  const style = outputFiles[0]?.text ?? "";
  const browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu"],
    ...(systemBrowser && { executablePath: systemBrowser }),
  });
  const page = await browser.newPage();
  const print = async (copy: string, path: string): Promise<readonly Page[]> => {
    await page.setContent(
      `<html lang="vi"><head><style>${style}</style></head><body><main class="field-main">${copy}</main></body></html>`,
    );
    await page.pdf({ path, preferCSSPageSize: true, format: "A4" });
    return pagesOf(path);
  };
  for (const count of counts) printed.set(count, await print(copyOf(count), fileOf(count)));
  for (const lines of lengths)
    longer.set(lines, await print(copyOf(0, lines), `${folder}/lines-${lines}.pdf`));
  await browser.close();
}, 120_000);

type Caption = { number: number; left: number; top: number };

/** The captions of a page: "Ảnh 3." at the beginning of a line of its own. */
const captionsOf = ({ words }: Page): Caption[] =>
  words.flatMap(({ text, left, top }, index) => {
    const number = /^(\d+)\.$/.exec(words[index + 1]?.text ?? "")?.[1];
    return text === "Ảnh" && number ? [{ number: Number(number), left, top }] : [];
  });

describe.each(counts)("the agency's copy with %i photographs", (count) => {
  const pages = () => (printed.get(count) ?? []).map((page) => captionsOf(page));
  const width = 595;

  it("shows them in order, six to a page", () => {
    const full = Array.from({ length: Math.ceil(count / 6) }, (_, page) => Math.min(6, count - 6 * page));
    const shown = pages().filter((captions) => captions.length > 0);
    expect(shown.map((captions) => captions.length)).toEqual(full);
    const inOrder = shown.flatMap((captions) => captions.map(({ number }) => number).sort((a, b) => a - b));
    expect(inOrder).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it("has each above its own words, on the same page", async () => {
    for (const [index, captions] of pages().entries()) {
      if (captions.length === 0) continue;
      const picture = await pictureOf(fileOf(count), index + 1);
      const middle = width / 2 + 20;
      for (const { left, top } of captions) {
        const column = left < middle ? { left: 90, right: middle } : { left: middle, right: width - 40 };
        expect(inkIn(picture, { ...column, top: top - 30, bottom: top - 10 })).toBeGreaterThan(500);
      }
    }
  });
});

it.each(lengths)("has the last words of the minutes beside the signatures, after %i lines", (lines) => {
  const texts = (longer.get(lines) ?? []).map(({ words }) => words.map(({ text }) => text).join(" "));
  const signed = texts.find((text) => text.includes("Nơi nhận"));
  expect(signed).toContain("mỗi bên giữ 01 bản./.");
  expect(signed).toContain("Dấu vân");
});
