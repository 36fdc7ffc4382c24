import type { BrowserContext, Page } from "@playwright/test";

import { test as base } from "./test";

type Kept = {
  browserOf: (scripted: boolean | undefined) => Promise<BrowserContext>;
  /** A page that stays empty: its parser reads what is to be drawn nowhere. */
  reader: Page;
};

/**
 * Each test in a new tab of a browser that stays open for all tests of a worker, signed in as nobody else: one with scripts, one
 * without. For pages that keep nothing in the browser but who is signed in, and in the tab what was typed: scripts are read once, as
 * people's browsers do.
 */
export const test = base.extend<object, Kept>({
  browserOf: [
    async ({ browser }, provide) => {
      const kept = new Map<boolean | undefined, Promise<BrowserContext>>();
      await provide((scripted) => {
        const context = kept.get(scripted) ?? browser.newContext();
        kept.set(scripted, context);
        return context;
      });
      for (const context of kept.values()) await (await context).close();
    },
    { scope: "worker" },
  ],
  reader: [
    async ({ browser }, provide) => {
      const context = await browser.newContext();
      await provide(await context.newPage());
      await context.close();
    },
    { scope: "worker" },
  ],
  context: async ({ browserOf, storageState, javaScriptEnabled }, provide) => {
    const context = await browserOf(javaScriptEnabled);
    await context.clearCookies();
    if (typeof storageState === "object") await context.addCookies(storageState.cookies);
    await provide(context);
    for (const page of context.pages()) await page.close();
  },
  page: async ({ context, viewport }, provide) => {
    const page = await context.newPage();
    if (viewport) await page.setViewportSize(viewport);
    await provide(page);
  },
});
