import type { Page } from "@playwright/test";

import { endSessions, createOfficer } from "@/e2e/support/world/people";
import { expect, openOwnMenu, test } from "@/e2e/support/test";

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

test.describe("a stranger", () => {
  test("gets one answer for a wrong password and for a name that does not exist", async ({ page }) => {
    for (const name of ["leader", "nobody-at-all"]) {
      await page.goto("/sign-in");
      await page.getByLabel("Tên đăng nhập").fill(name);
      await page.getByLabel("Mật khẩu").fill("wrong password");
      await page.getByRole("button", { name: "Đăng nhập" }).click();
      await expect(page.getByText("Tên đăng nhập hoặc mật khẩu chưa đúng.")).toBeVisible();
    }
  });

  test("comes to the page that was asked for, and leaves for good", async ({ page }) => {
    await page.goto("/audits?year=2017");
    await signIn(page, "leader");
    await expect(page).toHaveURL(/\/audits\?year=2017/);
    await openOwnMenu(page);
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
    await page.goto("/dashboard");
    await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  });

  test("may read everything in English", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("what was typed when a session ran out is there again after signing in", async ({ page }, info) => {
  const name = `lapsed-${info.project.name}-${info.retry}`;
  const address = "/agencies/snv/declarations/new";
  await createOfficer(name, "snv");
  await page.goto(address);
  await signIn(page, name);
  await page.getByLabel("Số quyết định").fill("123/QĐ-SNV");
  await endSessions(name);
  await page.getByRole("button", { name: "Kiểm tra trước khi ghi" }).click();
  await expect(page.getByText("Phiên đăng nhập đã hết.")).toBeVisible();
  await signIn(page, name);
  await expect(page).toHaveURL(new RegExp(address));
  await expect(page.getByLabel("Số quyết định")).toHaveValue("123/QĐ-SNV");
});
