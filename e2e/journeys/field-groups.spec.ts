import { randomUUID } from "node:crypto";

import type { Browser, Page } from "@playwright/test";

import { takeAlong } from "@/e2e/support/minutes";
import { expect, expectAccessible, signedIn, test } from "@/e2e/support/test";
import { joinTeam, createVisit } from "@/e2e/support/world/visits";
import { createTwin } from "@/e2e/support/world/people";

test.use({ role: "inspector" });
const colleague = "Trần Văn Bảo";
const theirs = `Mục này do ${colleague} ghi. Bạn vẫn ghi được; chỗ khác nhau sẽ được hỏi từng câu.`;

/** A visit of two: whoever leads it, and a colleague by the name of their account. */
async function visitOfTwo(): Promise<{ visit: string; account: string }> {
  const visit = await createVisit("stttt");
  const account = `twin.${randomUUID().slice(0, 8)}`;
  await createTwin("inspector", account, colleague);
  await joinTeam(visit, account);
  return { visit, account };
}

/** The colleague's own device. */
async function deviceOf(browser: Browser, account: string, like: Page): Promise<Page> {
  const storageState = await signedIn(account);
  const { baseURL } = test.info().project.use;
  const context = await browser.newContext({
    storageState,
    viewport: like.viewportSize(),
    ...(baseURL && { baseURL }),
  });
  return context.newPage();
}

const status = (page: Page) => page.locator(".field-status");
const groupLine = (page: Page, code: string) =>
  page.locator(".group-task").filter({ has: page.getByRole("link", { name: new RegExp(`^${code}\\.`) }) });

test("two of a team see who of them has which group, taken without a network too, and both may record it", async ({
  page,
  browser,
}) => {
  const { visit, account } = await visitOfTwo();
  const other = await deviceOf(browser, account, page);
  await takeAlong(page, visit);
  await takeAlong(other, visit);
  await other.context().setOffline(true);
  await other.goto(`/field#/v/${visit}/D`);
  await other.getByRole("button", { name: "Tôi ghi mục này" }).click();
  await expect(other.getByText(/^Bạn nhận, \d\d:\d\d$/)).toBeVisible();
  await expect(other.getByRole("button", { name: "Trả lại mục này" })).toBeVisible();
  await expectAccessible(other);
  await other.context().setOffline(false);
  await expect(status(other)).toContainText("Đã gửi hết", { timeout: 30_000 });

  await page.goto(`/field#/v/${visit}`);
  await page.reload();
  await expect(groupLine(page, "D")).toContainText(new RegExp(`${colleague} nhận, \\d\\d:\\d\\d`));
  await expectAccessible(page);
  await page.goto(`/field#/v/${visit}/D`);
  await expect(page.getByText(theirs)).toBeVisible();
  await expectAccessible(page);
  await page.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
  await expect(page.getByText(/^Bạn ghi, \d\d:\d\d · Trần Văn Bảo nhận/)).toBeVisible();
  await page.getByRole("button", { name: "Tôi ghi mục này" }).click();
  await expect(page.getByText(theirs)).toBeHidden();
  await expect(page.getByText(/ · Bạn nhận, \d\d:\d\d · Trần Văn Bảo nhận, \d\d:\d\d$/)).toBeVisible();
  await expect(status(page)).toContainText("Đã gửi hết", { timeout: 30_000 });

  await other.goto(`/field#/v/${visit}`);
  await other.reload();
  const line = groupLine(other, "D");
  await expect(line).toContainText(/ ghi, \d\d:\d\d · .+ nhận, \d\d:\d\d · Bạn nhận, \d\d:\d\d/);
  await other.goto(`/field#/v/${visit}/D`);
  await other.getByRole("button", { name: "Trả lại mục này" }).click();
  await expect(other.getByText(/^Mục này do .+ ghi\. Bạn vẫn ghi được/)).toBeVisible();
  await other.locator("#question-D-3").getByLabel("Đạt", { exact: true }).check();
  await expect(status(other)).toContainText("Đã gửi hết", { timeout: 30_000 });
  await other.context().close();

  await page.goto(`/audits/${visit}`);
  const hands = page.getByRole("listitem").filter({ hasText: /^D\. .+nhận/ });
  await expect(hands).toContainText(new RegExp(`${colleague} ghi, \\d\\d:\\d\\d · Bạn nhận, \\d\\d:\\d\\d`));
  await expectAccessible(page);
});

/** The checker is a script itself: it is asked where there are scripts. */
const browsers = [
  { how: "with scripts", scripted: true, check: expectAccessible },
  { how: "without scripts", scripted: false, check: () => Promise.resolve() },
] as const;

for (const { how, scripted, check } of browsers)
  test.describe(how, () => {
    test.use({ javaScriptEnabled: scripted });

    test("the team divides its groups in the office, in one form", async ({ page }) => {
      const { visit } = await visitOfTwo();
      await page.goto(`/audits/${visit}`);
      await expect(page.getByText("Chưa ai nhận hoặc ghi mục nào.")).toBeVisible();
      await page.getByRole("link", { name: "Chia mục cho thành viên" }).click();
      await page.getByLabel(/^C\./).selectOption({ label: colleague });
      await page.getByLabel(/^D\./).selectOption({ index: 1 });
      await check(page);
      await page.getByRole("button", { name: "Lưu cách chia mục" }).click();
      await expect(page.getByText(/biên nhận/i).first()).toBeVisible();
      const line = (code: string) =>
        page.getByRole("listitem").filter({ hasText: new RegExp(`^${code}\\. .+nhận`) });
      await expect(line("C")).toContainText(new RegExp(`${colleague} nhận, \\d\\d:\\d\\d`));
      await expect(line("D")).toContainText(/Bạn nhận, \d\d:\d\d/);
      await page.getByRole("link", { name: "Chia mục cho thành viên" }).click();
      await page.getByLabel(/^C\./).selectOption({ label: "Chưa giao cho ai" });
      await page.getByRole("button", { name: "Lưu cách chia mục" }).click();
      await expect(line("D")).toBeVisible();
      await expect(line("C")).toHaveCount(0);
      await check(page);
    });
  });
