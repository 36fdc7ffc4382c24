import type { BrowserContext, Page } from "@playwright/test";

import { expect } from "@/e2e/support/test";

/** Opens the app with a network once: visits are taken along, and the app itself is put on the device. */
export async function takeAlong(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}`);
  await expect(page.getByRole("heading", { name: /^Kiểm tra / })).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** While this lasts the site gives packs out as it did on the day before its own, so many hours ago. */
export async function onTheEve(
  context: BrowserContext,
  hours: number,
  work: () => Promise<void>,
): Promise<void> {
  const address = "**/api/field/pack*";
  await context.route(address, async (route) => {
    const answer = await route.fetch();
    const pack = (await answer.json()) as Record<string, unknown>;
    const madeAt = new Date(Date.now() - hours * 3_600_000).toISOString();
    await route.fulfill({ response: answer, json: { ...pack, today: "2017-12-30", madeAt } });
  });
  await work();
  await context.unrouteAll({ behavior: "wait" });
}

/** Opens every finding of minutes being prepared: each is folded until somebody touches it. */
export async function unfoldFindings(page: Page): Promise<void> {
  const folded = page.locator("details.finding-fields:not([open]) > summary");
  await page.locator("details.finding-fields").first().waitFor();
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Hands the prepared minutes over to be read, and comes back to sign. */
export async function readOut(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/read`);
  await page.getByRole("link", { name: "Đã đọc" }).click();
  await expect(page.getByRole("heading", { name: "Ý kiến và chữ ký" })).toBeVisible();
}

/** Draws a line in a box to sign in, by its name. */
export async function draw(page: Page, name: string): Promise<void> {
  const pad = page.getByRole("img", { name, exact: true });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("no box to sign in");
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 40, { steps: 5 });
  await page.mouse.up();
}
