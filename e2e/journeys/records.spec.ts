import type { Page } from "@playwright/test";

import { createVisit } from "@/e2e/support/world/visits";
import type { Role } from "@/lib/identity/types";
import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible, expectShown } from "@/e2e/support/test";

const own = "/agencies/ubnd-duc-pho";

/** Where the first link that `selector` finds on the page leads. */
async function next(page: Page, selector: string): Promise<string> {
  const href = await page.locator(selector).first().getAttribute("href");
  if (href === null) throw new Error(`${page.url()} has no ${selector}`);
  return href;
}

/** A record is reached as a person reaches it: by the links of the page before. */
const ways: readonly { role: Role; from: string; links: readonly string[] }[] = [
  { role: "leader", from: "/audits?year=2017", links: [".content a[href^='/audits/']"] },
  {
    role: "leader",
    from: "/findings",
    links: ["tbody a[href^='/findings/']", "a[href^='/history/finding/']"],
  },
  {
    role: "leader",
    from: `${own}/documents`,
    links: ["a[href^='/documents/']", "a[href^='/history/document/']"],
  },
  { role: "officer", from: `${own}/documents`, links: ["a[href^='/documents/']", "a[href$='/edit']"] },
  { role: "officer", from: `${own}/documents`, links: ["a[href^='/documents/']", "a[href$='/withdraw']"] },
  { role: "officer", from: `${own}/policy`, links: ["a[href^='/history/policy/']"] },
  { role: "leader", from: `${own}/reviews`, links: ["a[href^='/history/review/']"] },
  { role: "inspector", from: "/findings?open=1", links: ["tbody a[href^='/findings/']"] },
  {
    role: "admin",
    from: "/accounts",
    links: ["tbody a[href^='/accounts/']", "a[href^='/history/account/']"],
  },
];

for (const { role, from, links } of ways) {
  test.describe(`the ${role}, from ${from}`, () => {
    test.use({ role });

    test(`comes by ${links.join(", then ")} to pages everybody can use`, async ({ page }) => {
      const complaints: string[] = [];
      page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
      await page.goto(from);
      for (const link of links) {
        const address = await next(page, link);
        expect((await page.goto(address))?.status(), address).toBe(200);
        await expectShown(page.getByText("Dữ liệu minh họa"));
        await expect(page.locator("h1")).toHaveCount(1);
        await expectAccessible(page);
      }
      expect(complaints).toEqual([]);
    });
  });
}

const layOutWhole = (page: Page): Promise<void> =>
  page.setViewportSize({ width: page.viewportSize()?.width ?? 360, height: 4000 });

test.describe("the inspector, in a visit under way", () => {
  test.use({ role: "inspector" });

  test("opens its sections and the check of it, on pages everybody can use", async ({ page }) => {
    const visit = await createVisit("skhdt");
    for (const part of ["", "/A", "/check"]) {
      expect((await page.goto(`/audits/${visit}${part}`))?.status(), part).toBe(200);
      await expectAccessible(page);
    }
  });

  // The foot that sticks covers, at each moment, a part of what scrolls under it; at full height nothing is left out.
  test("finds every choice of the last section large enough, the sheet laid out whole", async ({ page }) => {
    const visit = await createVisit("skhdt");
    await layOutWhole(page);
    expect((await page.goto(`/audits/${visit}/L`))?.status()).toBe(200);
    await expect(page.locator("fieldset.sheet-question").first()).toBeVisible();
    await expectAccessible(page);
  });
});
