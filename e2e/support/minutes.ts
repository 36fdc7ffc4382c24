import type { Page } from "@playwright/test";

import { expect } from "@/e2e/support/test";

/** Opens the app with a network once: visits are taken along, and the app itself is put on the device. */
export async function takeAlong(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}`);
  await expect(page.getByRole("heading", { name: /^Kiểm tra / })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
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
