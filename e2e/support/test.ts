import { readFileSync } from "node:fs";

import { test as base, expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import type axe from "axe-core";

import { noteLook } from "./looks";
import { visitor } from "@/e2e/gate/visitors";
import type { Role } from "@/lib/identity/types";

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

const states = new Map<string, Promise<State>>();

/** The cookies of somebody who signed in once, for all tests of a worker. */
export function signedIn(name: string): Promise<State> {
  const state = states.get(name) ?? visitor(name).then((somebody) => somebody.storageState());
  states.set(name, state);
  return state;
}

/** A browser that is already signed in as `role` (by the real form); null for a stranger. */
export const test = base.extend<{ role: Role | null }>({
  role: [null, { option: true }],
  storageState: async ({ role }, provide) => {
    await provide(role === null ? { cookies: [], origins: [] } : await signedIn(role));
  },
});

/** Makes a browser that of somebody else. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page.context().addCookies((await signedIn(name)).cookies);
}

/** Opens what a phone folds on a page of the office; elsewhere it stands open. */
async function openFold(page: Page, summary: Locator): Promise<void> {
  await expect(page.getByRole("navigation", { name: /^(?:Chính|Main)$/ })).toBeVisible();
  const folded = summary.and(page.locator("details:not([open]) > summary"));
  if (await folded.isVisible()) await folded.click();
}

export const unfold = (page: Page, summary: string): Promise<void> =>
  openFold(page, page.locator("summary").filter({ hasText: summary }));

/** Opens one's own menu: account, help, language, signing out. */
export const openOwnMenu = (page: Page): Promise<void> => openFold(page, page.locator(".who > summary"));

/** Goes where a link leads, and waits until that page stands. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page.getByRole("link", { name }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

/** It stands somewhere in sight: a page without scripts holds what it may come to say, hidden, too. */
export const expectShown = (what: Locator): Promise<void> =>
  expect(what.filter({ visible: true }).first()).toBeVisible();

const checker = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** How each part of a page looked when its contrasts were held to the rules: kept by the page itself. */
type Checked = { axe: typeof axe; looked?: Map<Element, string> };

const options: axe.RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations"],
};
const rules = {
  all: options,
  butContrast: { ...options, rules: { "color-contrast": { enabled: false } } },
  contrast: { ...options, runOnly: { type: "rule", values: ["color-contrast"] } },
} satisfies Record<string, axe.RunOptions>;

/**
 * What the rules of WCAG 2.2 AA find in a page without frames, and by how much it scrolls sideways. Contrast takes most of the time:
 * of a page that was looked at before, it is asked of what has come to sight or has other colours or letters since. Bars that stay in
 * sight scroll along meanwhile: what they cover at one moment says nothing of the size of what is under them.
 */
const lookAt = (page: Page) =>
  page.evaluate(async (asked) => {
    const checked = window as unknown as Checked;
    const all = [...document.querySelectorAll<HTMLElement>("body, body *")];
    const bars = all.filter((each) => getComputedStyle(each).position === "sticky");
    const before = checked.looked;
    checked.looked = new Map(
      all
        .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((each) => {
          const { color, backgroundColor, backgroundImage, fontSize, fontWeight } = getComputedStyle(each);
          return [each, [color, backgroundColor, backgroundImage, fontSize, fontWeight].join()];
        }),
    );
    const otherwise = before && [...checked.looked].filter(([part, look]) => before.get(part) !== look);
    for (const bar of bars) bar.style.position = "static";
    const { violations } = await checked.axe.run(document, otherwise ? asked.butContrast : asked.all);
    if (otherwise && otherwise.length > 0) {
      const include = otherwise.map(([part]) => part);
      violations.push(...(await checked.axe.run({ include }, asked.contrast)).violations);
    }
    for (const bar of bars) bar.style.position = "";
    return {
      found: violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map((node) => node.html)
            .join(" | ")
            .slice(0, 400)}`,
      ),
      over: document.documentElement.scrollWidth - window.innerWidth,
      // What lies behind an open dialog is out of reach.
      primary: [
        ...(document.querySelector("dialog[open]") ?? document).querySelectorAll<HTMLElement>(
          ".button:not(.second)",
        ),
      ]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .map((each) => each.textContent.trim()),
    };
  }, rules);

/** A desk's width and a hand's. */
const widths = [1366, 360] as const;

/**
 * Nothing that the rules of WCAG 2.2 AA find, no scrolling sideways, and no more than one button that stands out, as wide as the page is
 * now: for pages that both projects open.
 */
export async function expectAccessibleAsIs(page: Page): Promise<void> {
  await page.waitForLoadState();
  noteLook(new URL(page.url()).pathname);
  expect(page.frames()).toHaveLength(1);
  // Half a megabyte, read by the page once.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(checker);
  const { found, over, primary } = await lookAt(page);
  const seen = `${page.url()} ${page.viewportSize()?.width} px wide`;
  expect(found, seen).toEqual([]);
  expect(over, `${seen} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(primary.length, `${seen} has more than one primary button: ${primary.join(", ")}`).toBeLessThan(2);
}

/** The same, as wide as the page is now and at the other width. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectAccessibleAsIs(page);
  const size = page.viewportSize();
  if (!size) throw new Error("a page without a size cannot be turned");
  await page.setViewportSize({ ...size, width: widths.find((width) => width !== size.width) ?? widths[0] });
  await expectAccessibleAsIs(page);
  await page.setViewportSize(size);
}

export { expect };
