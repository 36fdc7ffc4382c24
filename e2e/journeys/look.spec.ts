import type { Page } from "@playwright/test";

import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible, expectShown, test as alone } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { roles, type Role } from "@/lib/identity/types";
import { textOf } from "@/tests/papers/office";

const phone = { width: 360, height: 740 };
const desktop = { width: 1366, height: 768 };
/** The bar of places that stays at a phone's foot. */
const bar = 60;

/** Where each role begins; what hangs on these pages is followed. */
const starts: Record<Role, readonly string[]> = {
  leader: ["/dashboard", "/agencies?overdue=1", "/audits/programmes/2018/plan", "/history", "/me"],
  inspector: ["/today", "/audits", "/findings?open=1", "/agencies/ubnd-duc-pho"],
  officer: ["/desk", "/agencies/ubnd-duc-pho", "/findings?open=1", "/agencies/ubnd-duc-pho/policy"],
  head: ["/desk", "/agencies/ubnd-duc-pho"],
  admin: ["/accounts", "/history", "/imports", "/mails"],
};

/** What kind of page an address is of: the same for each record, and whatever is asked of it. */
const shapeOf = (address: string): string =>
  address
    .replace(/\?.*/, "")
    .replace(/^\/agencies\/[^/]+/, "/agencies/*")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, "*")
    .replace(/\/[A-Z](?:\.\d+|\.\*)?(?=\/|$)/, "/A");

/** What a link leads to beside the pages of the office. */
const elsewhere = /^\/(?:files|field|api)\/?|\.docx|\/papers?\b/;

/** Every kind of page that one comes to from here by links, each once. */
async function walk(page: Page, starts: readonly string[], look: (address: string) => Promise<void>) {
  const queue = [...starts];
  const known = new Set(queue.map(shapeOf));
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    await page.goto(address);
    await look(address);
    const links = await page
      .locator("a[href^='/']:not([download])")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")?.split("#")[0] ?? "/"));
    for (const link of links) {
      if (elsewhere.test(link) || known.has(shapeOf(link))) continue;
      known.add(shapeOf(link));
      queue.push(link);
    }
  }
  return known.size;
}

/** What a page looks like to a thumb: where it begins, what is too small to be touched, how many main acts it has. */
const looked = (page: Page, least: number) =>
  page.evaluate((size) => {
    const box = (each: Element) => (each.closest("label") ?? each).getBoundingClientRect();
    const targets = [...document.querySelectorAll("a, button, input, select, textarea, summary")].filter(
      (each) => {
        const { width, height } = each.getBoundingClientRect();
        return width > 1 && height > 1 && each.checkVisibility({ visibilityProperty: true });
      },
    );
    return {
      begins: Math.round(document.querySelector("h1")?.getBoundingClientRect().top ?? -1),
      small: targets
        .filter((each) => Math.min(box(each).width, box(each).height) < size)
        .map((each) => `${each.outerHTML.slice(0, 120)} ${Math.round(box(each).height)}`),
      main: [...document.querySelectorAll("main .button:not(.second)")].filter((each) =>
        each.checkVisibility(),
      ).length,
    };
  }, least);

/** What is wrong with a page as it is laid out at this width. */
async function faultsAt(page: Page, size: typeof phone, address: string): Promise<string[]> {
  await page.setViewportSize(size);
  const { begins, small, main } = await looked(page, 24);
  return [
    ...(size === phone && (begins < 0 || begins > 120) ? [`begins at ${begins}`] : []),
    ...(main > 1 ? [`has ${main} main acts`] : []),
    ...small,
  ].map((fault) => `${address}, ${size.width} px wide: ${fault}`);
}

for (const role of roles)
  test.describe(`on every page of the ${role}`, () => {
    test.use({ role, viewport: phone });
    test.describe.configure({ timeout: 300_000 });

    test("content begins at once, all can be touched, and one act is the main one, at both widths", async ({
      page,
    }) => {
      // A visit that stands first wherever visits do, whatever else runs beside.
      await createVisit("bdt");
      const faults: string[] = [];
      const kinds = await walk(page, starts[role], async (address) => {
        for (const size of [phone, desktop]) faults.push(...(await faultsAt(page, size, address)));
        await page.setViewportSize(phone);
      });
      expect(kinds).toBeGreaterThan(5);
      expect(faults).toEqual([]);
    });
  });

alone.describe("the field", () => {
  alone.use({ role: "inspector" });

  alone("is touched with a thumb: nothing is lower than 48 px", async ({ page }) => {
    const visit = await createVisit("ubnd-duc-pho");
    const faults: string[] = [];
    await page.setViewportSize(phone);
    let before = "";
    for (const place of ["", `#/v/${visit}`, `#/v/${visit}/before`, `#/v/${visit}/D`, `#/v/${visit}/check`]) {
      await page.goto(`/field${place}`);
      await expect(page.locator("h1")).not.toHaveText(before);
      before = await page.locator("h1").innerText();
      const { small } = await looked(page, 48);
      faults.push(...small.map((each) => `${place.replace(visit, "*")}: ${each}`));
    }
    expect(faults).toEqual([]);
  });
});

test.describe("the leader's page", () => {
  test.use({ role: "leader" });
  /** Before the days on which other journeys record anything. */
  const untouched = "/dashboard?on=28/12/2017";
  const rows = (page: Page) => page.getByRole("table", { name: /quá hạn/ }).locator("tbody tr");

  test("shows all ten overdue at a glance, and says once what all of them say", async ({ page }) => {
    await page.setViewportSize(desktop);
    await page.goto(untouched);
    await expect(rows(page)).toHaveCount(10);
    await expect(page.getByText("Chưa bố trí kinh phí")).toHaveCount(1);
    const last = await rows(page).last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(desktop.height);
    await expectAccessible(page);
  });

  test("lets the ten be read on the first two screens of a phone", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto(untouched);
    const last = await rows(page).last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(2 * (phone.height - bar));
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(whole).toBeLessThanOrEqual(4 * phone.height);
    await expectAccessible(page);
  });

  test("names who has not declared before it draws everybody", async ({ page }) => {
    await page.goto("/dashboard?on=31/12/2014");
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      const named = await page.getByRole("link", { name: "UBND huyện Lý Sơn" }).first().boundingBox();
      const tile = await page.locator(".tile").first().boundingBox();
      expect(named?.y ?? Infinity).toBeLessThan(tile?.y ?? Infinity);
    }
  });

  test("is one sheet of paper with its day, who it comes from and a page number", async ({ page }, info) => {
    for (const address of ["/dashboard", "/dashboard?on=31/12/2014"]) {
      await page.goto(address);
      const file = info.outputPath("leader.pdf");
      const paper = await page.pdf({ path: file, preferCSSPageSize: true });
      expect(paper.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
      // Letters that are set closer leave no space behind that a reader of PDF sees.
      const text = (await textOf(file)).replaceAll(/\s/g, "");
      expect(text).toContain("SởKhoahọcvàCôngnghệ");
      expect(text).toContain("Inngày31/12/2017");
      expect(text).toContain("1/1");
    }
  });
});

test.describe("an agency's page", () => {
  test.use({ role: "officer" });

  test("opens with one sentence and the one act that comes next", async ({ page }) => {
    await page.goto("/agencies/ubnd-duc-pho");
    const lead = page.locator("h1 + .lead");
    const act = page.getByRole("main").locator(".button:not(.second)");
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      await expect(lead).toContainText(/điểm tồn tại chưa đóng/);
      await expect(act).toHaveCount(1);
      await expect(act).toHaveAttribute("href", /^\/findings\/.+\/answer$/);
    }
  });
});

test.describe("on a phone", () => {
  test.use({ role: "officer" });

  /** Where a part ends, and how long the page is. */
  const measured = async (page: Page, part: string) => {
    const box = await page.locator(part).first().boundingBox();
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    return { ends: (box?.y ?? Infinity) + (box?.height ?? 0), whole };
  };
  const twoScreens = 2 * (phone.height - bar);

  test("the agency's page has its sentence, the next act and what is owed on the first two screens", async ({
    page,
  }) => {
    await page.setViewportSize(phone);
    await page.goto("/agencies/ubnd-duc-pho");
    expect((await measured(page, "main .button:not(.second)")).ends).toBeLessThanOrEqual(phone.height - bar);
    const { ends, whole } = await measured(page, ".records dd");
    expect(ends).toBeLessThanOrEqual(twoScreens);
    expect(whole).toBeLessThanOrEqual(4 * phone.height);
    await expectAccessible(page);
  });

  test("the desk has what is due first on the first two screens, and the rest folded", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto("/desk");
    expect((await measured(page, ".desk-task")).ends).toBeLessThanOrEqual(phone.height - bar);
    const { ends, whole } = await measured(page, ".desk section > ul");
    expect(ends).toBeLessThanOrEqual(twoScreens);
    expect(whole).toBeLessThanOrEqual(3 * phone.height);
    await expectAccessible(page);
  });
});

test.describe("a finding's page", () => {
  test.use({ role: "officer" });

  for (const size of [phone, desktop])
    test(`opens with its topic and what was found, ${size.width} px wide`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.goto("/findings?open=1");
      const link = page.locator("tbody th a").first();
      const found = await link.innerText();
      await link.click();
      await expect(page).toHaveURL(/\/findings\/[0-9a-f-]+$/);
      await expect(page.getByRole("heading", { level: 1 })).not.toContainText(/câu [A-L]\.\d/);
      await expect(page.locator("h1 + .lead")).toHaveText(found);
    });
});

test.describe("two revisions on a phone, without scripts,", () => {
  test.use({ role: "officer", javaScriptEnabled: false });

  test("stand in one column, each change marked in words, what did not change folded", async ({ page }) => {
    await page.setViewportSize(phone);
    await page.goto("/agencies/ubnd-duc-pho/documents");
    await page
      .getByRole("link", { name: /^QT-03/ })
      .first()
      .click();
    await page.getByRole("link", { name: "So với bản trước" }).first().click();
    await expect(page.locator(".compare del").first()).toBeVisible();
    await expect(page.locator(".compare ins").first()).toBeVisible();
    await expectShown(page.getByText("[bỏ]"));
    await expectShown(page.getByText("[thêm]"));
    const shown = await page.locator(".compare").innerText();
    const fold = page.locator(".compare details").first();
    await expect(fold.locator("p").first()).toBeHidden();
    await fold.locator("summary").click();
    await expect(fold.locator("p").first()).toBeVisible();
    expect(shown).not.toContain(await fold.locator("p").first().innerText());
  });
});
