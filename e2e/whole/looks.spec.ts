import { expect, test } from "@playwright/test";

import { looks } from "@/e2e/support/looks";
import { pages } from "@/lib/gate/doors";

/** Pages that show something at an address of their own. */
const shown = Object.keys(pages).filter((page) => page !== "/" && !page.startsWith("/_"));

const names = (page: string): number => page.split("[").length;

/** The page at an address: of those that fit, the one that leaves least open. */
const pageAt = (path: string): string | undefined =>
  shown
    .filter((page) => new RegExp(`^${page.replace(/\[\w+\]/g, "[^/]+")}$`).test(path))
    .sort((one, other) => names(one) - names(other))[0];

test("every page was held to the rules of accessibility", () => {
  const seen = new Set(looks().map(pageAt));
  expect(shown.filter((page) => !seen.has(page))).toEqual([]);
});
