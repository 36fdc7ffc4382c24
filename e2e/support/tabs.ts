import type { BrowserContext } from "@playwright/test";

import { test as base } from "./test";

type Kept = { browserOf: (whose: string) => Promise<BrowserContext> };

/**
 * Each test in a new tab of a browser that stays open: one for each role, with scripts and without, for all tests of a worker. For pages
 * that keep nothing in the browser but who is signed in, and in the tab what was typed: scripts are read once, as people's browsers do.
 */
export const test = base.extend<object, Kept>({
  browserOf: [
    async ({ browser }, provide) => {
      const kept = new Map<string, Promise<BrowserContext>>();
      await provide((whose) => {
        const context = kept.get(whose) ?? browser.newContext();
        kept.set(whose, context);
        return context;
      });
      for (const context of kept.values()) await (await context).close();
    },
    { scope: "worker" },
  ],
  page: async ({ browserOf, role, javaScriptEnabled }, provide) => {
    const page = await (await browserOf(`${role} ${javaScriptEnabled}`)).newPage();
    await provide(page);
    await page.close();
  },
});
