import { readFile } from "node:fs/promises";

import type { Browser, Page } from "@playwright/test";

import { unfold } from "@/e2e/support/field";
import { expect, expectAccessible, signedIn, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { receiptsOf } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Records an answer and a photograph without a network; gives the file that the device writes of them. */
async function exportWithoutNetwork(page: Page, visit: string): Promise<Buffer> {
  await page.goto(`/field#/v/${visit}`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await page.goto(`/field#/v/${visit}/D`);
  await page.locator("#question-D-1").getByLabel("Đạt một phần", { exact: true }).check();
  await page.locator("#question-D-1 textarea").fill("Bản sao chưa ký");
  await unfold(page.locator("#question-D-2"));
  await page
    .locator("#question-D-2 input[type=file]")
    .first()
    .setInputFiles({ name: "bảng tin.png", mimeType: "image/png", buffer: photo });
  await expect(page.getByRole("status").first()).toContainText("2 nội dung chờ gửi, trong đó 1 ảnh");
  await page.goto(`/field#/queue`);
  await page.getByRole("button", { name: "Xuất tệp" }).click();
  await expect(page.getByText("Tệp đã sẵn sàng")).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Lưu tệp 1/1 (2 nội dung)" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^nenep-\d{12}-1\.nenep$/);
  return readFile(await saved.path());
}

/** An administrator at another computer, in a browser without scripts. */
async function administrator(browser: Browser): Promise<Page> {
  const storageState = await signedIn("admin");
  const baseURL = test.info().project.use.baseURL ?? "";
  const context = await browser.newContext({ storageState, baseURL, javaScriptEnabled: false });
  return context.newPage();
}

/** The list of what a file held, in a browser with scripts: the checker is one. */
async function expectAccessibleTo(admin: Page, browser: Browser): Promise<void> {
  const context = await browser.newContext({ storageState: await admin.context().storageState() });
  const page = await context.newPage();
  await page.goto(admin.url());
  await expectAccessible(page);
  await context.close();
}

async function bringIn(page: Page, buffer: Buffer): Promise<void> {
  await page.goto("/imports");
  await page.getByLabel("Tệp .nenep").setInputFiles({ name: "a.nenep", mimeType: "", buffer });
  await page.getByRole("button", { name: "Nhập tệp" }).click();
}

test("what a device cannot send goes in a file, and gets the same receipts once there is a network", async ({
  page,
  browser,
}) => {
  const visit = await createVisit("sngv");
  const file = await exportWithoutNetwork(page, visit);
  const admin = await administrator(browser);
  const tampered = Buffer.from(file);
  tampered.writeUInt8(tampered.readUInt8(file.length - 9) ^ 1, file.length - 9);
  await bringIn(admin, tampered);
  await expect(admin.getByRole("alert")).toContainText("Tệp không còn nguyên vẹn");
  expect(await receiptsOf(visit)).toEqual([]);

  await bringIn(admin, file);
  await expect(admin.getByRole("heading", { level: 1 })).toContainText("2 nội dung trong tệp, 2 đã nhận");
  const lines = admin.locator("tbody tr");
  await expect(lines.filter({ hasText: "Nhận mới" })).toHaveCount(2);
  await expectAccessibleTo(admin, browser);
  const address = new URL(admin.url()).pathname;
  await bringIn(admin, file);
  await expect(admin).toHaveURL(new RegExp(address));

  await page.context().setOffline(false);
  await expect(page.getByRole("status").first()).toContainText("Đã gửi hết, 2 biên nhận", {
    timeout: 30_000,
  });
  expect(await receiptsOf(visit)).toHaveLength(2);
  for (const receipt of await admin.locator("tbody td:nth-of-type(4)").allTextContents())
    await expect(page.getByText(`Biên nhận ${receipt.replace(", ", ", hệ thống nhận lúc ")}`)).toBeVisible();
  await admin.context().close();
});
