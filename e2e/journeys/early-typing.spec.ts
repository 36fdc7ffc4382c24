import type { Page } from "@playwright/test";

import { expect, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";

/** Holds the scripts of a page back until they are let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

const alive = (page: Page, form: string) =>
  page.waitForFunction(
    (selector) =>
      Object.keys(document.querySelector(selector) ?? {}).some((key) => key.startsWith("__react")),
    form,
  );

test.describe("an officer", () => {
  test.use({ role: "officer" });

  test("what is typed before the scripts arrive is still there when they have", async ({ page }) => {
    const release = await holdScripts(page);
    await page.goto("/agencies/ubnd-duc-pho/policy/edit", { waitUntil: "commit" });
    const body = page.getByLabel("Nội dung chính sách");
    await body.fill("Gõ trước khi trang chạy xong");
    release();
    await alive(page, "form.form");
    await expect(body).toHaveValue("Gõ trước khi trang chạy xong");
  });
});

test.describe("an inspector", () => {
  test.use({ role: "inspector" });

  test("what is chosen and written in a section's form before the scripts arrive is kept, and saved", async ({
    page,
  }) => {
    const visit = await createVisit("sct");
    const release = await holdScripts(page);
    await page.goto(`/audits/${visit}/D`, { waitUntil: "commit" });
    const question = page.locator("#question-D-1");
    await question.getByLabel("Đạt một phần").check();
    await question.locator("textarea").fill("Ghi trước khi trang chạy xong");
    release();
    await alive(page, "form.sheet");
    await expect(question.getByLabel("Đạt một phần")).toBeChecked();
    await expect(question.locator("textarea")).toHaveValue("Ghi trước khi trang chạy xong");
    await page.getByRole("button", { name: "Lưu và về danh sách" }).click();
    await expect(page).toHaveURL(/\?receipt=/);
    await page.goto(`/audits/${visit}/D`);
    await expect(question.getByLabel("Đạt một phần")).toBeChecked();
  });
});
