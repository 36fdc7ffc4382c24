import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, type BrowserContext, type Page } from "@playwright/test";

import { within } from "@/bench/pairs";
import { systemBrowser } from "@/scripts/browser.mjs";

const site = process.env.BENCH_SITE_URL ?? "";
const slower = 4;
const starts = 5;
const taps = 15;

type Marks = { usable: number | null; durable: number[] };
declare global {
  interface Window {
    marks: Marks;
  }
}

/** Notes in the page itself when the first question has been painted, and when a transaction of the device has ended. */
function note(): void {
  const marks: Marks = { usable: null, durable: [] };
  window.marks = marks;
  const original = Reflect.get(IDBDatabase.prototype, "transaction");
  IDBDatabase.prototype.transaction = function (...asked: Parameters<IDBDatabase["transaction"]>) {
    const transaction = original.apply(this, asked);
    if (asked[1] === "readwrite")
      transaction.addEventListener("complete", () => marks.durable.push(performance.now()));
    return transaction;
  };
  const look = (): void => {
    if (!document.querySelector("fieldset.sheet-question")) return void requestAnimationFrame(look);
    requestAnimationFrame(() => {
      setTimeout(() => (marks.usable ??= performance.now()), 0);
    });
  };
  requestAnimationFrame(look);
}

const open = async (folder: string): Promise<BrowserContext> => {
  const context = await chromium.launchPersistentContext(folder, {
    args: ["--no-sandbox", "--disable-gpu"],
    viewport: { width: 360, height: 740 },
    ...(systemBrowser && { executablePath: systemBrowser }),
  });
  // The compiler that runs this file keeps the names of functions by a helper that a page does not have.
  await context.addInitScript("globalThis.__name = (it) => it");
  await context.addInitScript(note);
  return context;
};

/** Signs in and takes the visits along; gives the address of the first section of the first visit that can be recorded. */
async function takeAlong(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${site}/sign-in`);
  await page.getByLabel("Tên đăng nhập").fill("inspector");
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  await page.goto(`${site}/field`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator("a.task", { hasText: "Đức Phổ" }).first().click();
  await page.locator('a.task[href$="/D"]').click();
  await page.locator("fieldset.sheet-question").first().waitFor();
  return page.url();
}

/** A page of a phone that is four times slower than this machine, without a network. */
async function slowPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await context.setOffline(true);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  return page;
}

async function coldStart(folder: string, address: string): Promise<number> {
  const context = await open(folder);
  const page = await slowPage(context);
  await page.goto(address);
  await page.waitForFunction(() => window.marks.usable !== null);
  const usable = await page.evaluate(() => window.marks.usable ?? Number.NaN);
  await context.close();
  return usable;
}

type Tap = { painted: number; durable: number };

/** From a tap on a choice until the screen shows it, and until the device holds it whatever happens. */
const tap = (page: Page, n: number): Promise<Tap> =>
  page.evaluate(async (nth) => {
    const choices = [...document.querySelectorAll<HTMLInputElement>("fieldset.sheet-question input")].filter(
      ({ type, checked }) => type === "radio" && !checked,
    );
    const before = window.marks.durable.length;
    const begun = performance.now();
    choices[(nth * 7) % choices.length]?.click();
    const painted = await new Promise<number>((done) => {
      requestAnimationFrame(() => {
        setTimeout(() => {
          done(performance.now() - begun);
        }, 0);
      });
    });
    while (window.marks.durable.length === before) await new Promise((soon) => setTimeout(soon, 1));
    return { painted, durable: (window.marks.durable[before] ?? Number.NaN) - begun };
  }, n);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function saving(folder: string, address: string): Promise<void> {
  const context = await open(folder);
  const page = await slowPage(context);
  await page.goto(address);
  await page.locator("fieldset.sheet-question").first().waitFor();
  const measured: Tap[] = [];
  for (let n = 0; n < taps; n += 1) measured.push(await tap(page, n));
  await context.close();
  within("field: tap to painted", median(measured.map((each) => each.painted)), 100, "ms");
  within("field: tap to durable", median(measured.map((each) => each.durable)), 100, "ms");
}

const folder = mkdtempSync(join(tmpdir(), "nenep-bench-"));
try {
  const first = await open(folder);
  const address = await takeAlong(first);
  await first.close();
  const measured: number[] = [];
  for (let n = 0; n < starts; n += 1) measured.push(await coldStart(folder, address));
  within("field: cold start", median(measured), 1500, "ms");
  await saving(folder, address);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
