import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

import { noteLook } from "./looks";
import { visitor } from "@/e2e/gate/visitors";
import type { Role } from "@/lib/identity/types";

/** A browser that is already signed in as `role` (by the real form); null for a stranger. */
export const test = base.extend<{ role: Role | null }>({
  role: [null, { option: true }],
  storageState: async ({ role }, provide) => {
    await provide(role === null ? { cookies: [], origins: [] } : await (await visitor(role)).storageState());
  },
});

/** Signs a browser in as somebody who exists for one test alone. */
export async function enterAs(page: Page, name: string): Promise<void> {
  const { cookies } = await (await visitor(name)).storageState();
  await page.context().addCookies(cookies);
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

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What the rules of WCAG 2.2 AA find in a page without frames: asked in the page itself, in a third of the time. */
const audit = (page: Page) =>
  new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();

/** Lets bars that stay in sight scroll along: what they cover at one moment says nothing of the size of what is under them. */
const holdBars = (page: Page) =>
  page.evaluateHandle(() => {
    const bars = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (each) => getComputedStyle(each).position === "sticky",
    );
    for (const bar of bars) bar.style.position = "static";
    return bars;
  });

/** Nothing that the rules of WCAG 2.2 AA find, and no scrolling sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  noteLook(new URL(page.url()).pathname);
  expect(page.frames()).toHaveLength(1);
  const held = await holdBars(page);
  const { violations } = await audit(page);
  await held.evaluate((bars) => {
    for (const bar of bars) bar.style.position = "";
  });
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .join(" | ")
        .slice(0, 400)}`,
  );
  expect(found, page.url()).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

export { expect };
