import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);

const mostOutput = 64 * 1024 * 1024;

const run = async (program: string, ...args: string[]): Promise<string> =>
  (await execute(program, args, { maxBuffer: mostOutput })).stdout;

/**
 * Liberation Serif, which LibreOffice takes for Times New Roman, has no Vietnamese letters: another font would lend them one
 * by one. Without it, Tinos stands in with all its letters and the same measures.
 */
const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><pattern><patelt name="family"><string>Liberation Serif</string></patelt></pattern></rejectfont></selectfont>
</fontconfig>`;

/** Opens Word files as an office does, without a screen, and prints each to a PDF beside it. */
export async function printAll(files: readonly string[], folder: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "nenep-office-"));
  const fontSettings = join(profile, "fonts.conf");
  await writeFile(fontSettings, fonts);
  try {
    await execute(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(join(profile, "user")).href}`,
        ...["--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder],
        ...files,
      ],
      { env: { ...process.env, FONTCONFIG_FILE: fontSettings } },
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** A word on a page, in points from its top left corner. */
export type Word = { text: string; left: number; top: number; right: number; bottom: number };

export type Page = { width: number; height: number; words: readonly Word[] };

/** A page as it looks: one byte a pixel, 255 is white. */
export type Picture = { width: number; height: number; pixels: Uint8Array; perPoint: number };

const attribute = (tag: string, name: string): number =>
  Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1] ?? Number.NaN);

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

/** Every page with its words and where they stand. */
export async function pagesOf(pdf: string): Promise<Page[]> {
  const html = await run("pdftotext", "-bbox", pdf, "-");
  return html
    .split("<page ")
    .slice(1)
    .map((page) => ({
      width: attribute(page, "width"),
      height: attribute(page, "height"),
      words: [...page.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map(([, tag = "", text = ""]) => ({
        text: unescaped(text).normalize("NFC"),
        left: attribute(tag, "xMin"),
        top: attribute(tag, "yMin"),
        right: attribute(tag, "xMax"),
        bottom: attribute(tag, "yMax"),
      })),
    }));
}

/** All that can be read, cell after cell, as one line. */
export const textOf = async (pdf: string): Promise<string> =>
  (await run("pdftotext", "-raw", pdf, "-"))
    .normalize("NFC")
    .replace(/\u2011/gu, "-")
    .replace(/\s+/gu, " ");

/** The families of the fonts a PDF carries: "Tinos", "TimesNewRomanPSMT". */
export const fontsOf = async (pdf: string): Promise<string[]> => [
  ...new Set(
    (await run("pdffonts", pdf))
      .split("\n")
      .slice(2)
      .filter(Boolean)
      .map((row) => row.replace(/^(?:[A-Z]{6}\+)?([A-Za-z]+).*$/s, "$1")),
  ),
];

const dotsPerInch = 200;

/** The first page in shades of grey; every page as a PNG beside it, for people to look at. */
export async function pictureOf(pdf: string, page = 1): Promise<Picture> {
  const stem = pdf.replace(/\.pdf$/, "");
  await run("pdftoppm", "-png", "-r", "80", pdf, stem);
  await run("pdftoppm", "-gray", "-singlefile", "-f", String(page), "-r", String(dotsPerInch), pdf, stem);
  const bytes = await readFile(`${stem}.pgm`);
  await rm(`${stem}.pgm`);
  const [head = "", width = "0", height = "0"] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1")) ?? [];
  return {
    width: Number(width),
    height: Number(height),
    pixels: new Uint8Array(bytes.subarray(head.length)),
    perPoint: dotsPerInch / 72,
  };
}

type Strip = { left: number; right: number; top: number; bottom: number };

/** How many dark dots there are in a part of the page, all in points. */
export function inkIn({ width, pixels, perPoint }: Picture, strip: Strip): number {
  const at = (points: number): number => Math.round(points * perPoint);
  let dots = 0;
  for (let y = at(strip.top); y < at(strip.bottom); y += 1)
    for (let x = at(strip.left); x < at(strip.right); x += 1)
      dots += (pixels[y * width + x] ?? 255) < 128 ? 1 : 0;
  return dots;
}

/** How long, in points, the longest unbroken dark line is in a strip of the page, all in points. */
export function longestLine({ width, pixels, perPoint }: Picture, strip: Strip): number {
  const at = (points: number): number => Math.round(points * perPoint);
  let longest = 0;
  for (let y = at(strip.top); y < at(strip.bottom); y += 1) {
    let length = 0;
    for (let x = at(strip.left); x < at(strip.right); x += 1) {
      length = (pixels[y * width + x] ?? 255) < 128 ? length + 1 : 0;
      longest = Math.max(longest, length);
    }
  }
  return longest / perPoint;
}

export async function save(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, basename(name));
  await writeFile(path, bytes);
  return path;
}
