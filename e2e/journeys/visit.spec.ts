import type { Page } from "@playwright/test";

import { plantVisit } from "@/e2e/support/world";
import { expect, expectAccessible, test } from "@/e2e/support/test";

test.use({ role: "inspector" });
test.describe.configure({ timeout: 120_000 });

/** Answers every question of the section on screen: conforming, but for the posting of the policy. */
async function answerSection(page: Page): Promise<void> {
  for (const question of await page.locator("fieldset.sheet-question").all()) {
    const posting = (await question.locator("legend").textContent())?.startsWith("D.2") ?? false;
    await question.getByLabel(posting ? "Không đạt" : "Đạt", { exact: true }).check();
    if (posting)
      await question
        .locator("textarea")
        .fill("Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa niêm yết bản ký ngày 15/3/2016.");
  }
}

async function recordAll(page: Page, visit: string): Promise<void> {
  await page.goto(`/audits/${visit}/A`);
  for (let section = 0; section < 12; section += 1) {
    await answerSection(page);
    await page.getByRole("button", { name: "Lưu và sang mục sau" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(`/${"ABCDEFGHIJKL"[section]}`));
  }
}

async function finalise(page: Page, visit: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/audits/${visit}/check`));
  await expect(page.getByText("Đã trả lời hết các câu.")).toBeVisible();
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();
  await expect(page.getByText(/Biên nhận số \d{6}/).first()).toBeVisible();
}

test("an inspector records a whole visit, checks it, makes it final, and it changes no more", async ({
  page,
}) => {
  const visit = await plantVisit("snv");
  await recordAll(page, visit);
  await expectAccessible(page);
  await finalise(page, visit);
  await page.goto(`/audits/${visit}`);
  await expect(page.getByText("Đã chốt").first()).toBeVisible();
  await expect(page.getByText("Bảng tin tầng 1 niêm yết bản ký năm 2012").first()).toBeVisible();
  await expectAccessible(page);
  const answer = await page.request.put(`/api/audits/${visit}/D`, {
    headers: { origin: new URL(page.url()).origin },
    data: { version: 1, answers: { "D.2": { outcome: "conforming", note: "" } } },
  });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("đã chốt");
});

test("each tap is saved at once, and still there after coming back", async ({ page }) => {
  const visit = await plantVisit("sxd");
  await page.goto(`/audits/${visit}/D`);
  await expectAccessible(page);
  await page.locator("#question-D-1").getByLabel("Đạt một phần").check();
  await expect(
    page.getByRole("status").filter({ hasText: /Đã lưu \d\d:\d\d, biên nhận \d{6}/ }),
  ).toBeVisible();
  await page.reload();
  await expect(page.locator("#question-D-1").getByLabel("Đạt một phần")).toBeChecked();
});

test("without a network nothing is lost: it is said, kept, and sent when the network is back", async ({
  page,
  context,
}) => {
  const visit = await plantVisit("sct");
  await page.goto(`/audits/${visit}/D`);
  await context.setOffline(true);
  await page.locator("#question-D-1").getByLabel("Không áp dụng").check();
  await expect(page.getByText(/Chưa lưu được: không có mạng/)).toBeVisible();
  await context.setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(page.locator("#question-D-1").getByLabel("Không áp dụng")).toBeChecked();
});

test("a stale tab is shown what somebody else saved, and overwrites it only knowingly", async ({
  page,
  context,
}) => {
  const visit = await plantVisit("stc");
  const other = await context.newPage();
  await page.goto(`/audits/${visit}/D`);
  await other.goto(`/audits/${visit}/D`);
  await other.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
  await expect(other.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible();
  await page.locator("#question-D-1").getByLabel("Không đạt").check();
  await expect(page.getByText(/đã lưu mục này lúc/)).toBeVisible();
  await expect(page.locator("#question-D-1 .stored")).toContainText("Đạt.");
  await page.getByRole("button", { name: "Lưu bản của tôi" }).click();
  await expect(page.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible();
});

test("reloading a stale tab does not overwrite what somebody else saved", async ({ page, context }) => {
  const visit = await plantVisit("snnptnt");
  const other = await context.newPage();
  await page.goto(`/audits/${visit}/D`);
  await other.goto(`/audits/${visit}/D`);
  await other.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
  await expect(other.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible();
  await page.locator("#question-D-1").getByLabel("Không đạt").check();
  await expect(page.getByText(/đã lưu mục này lúc/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/đã lưu mục này lúc/)).toBeVisible();
  await expect(page.locator("#question-D-1").getByLabel("Không đạt")).toBeChecked();
  await expect(page.locator("#question-D-1 .stored")).toContainText("Đạt.");
});

test("a visit that is not finished cannot be made final", async ({ page }) => {
  const visit = await plantVisit("stp");
  await page.goto(`/audits/${visit}/check`);
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /Còn \d+ câu chưa kiểm tra/ })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the whole visit is recorded and made final all the same", async ({ page }) => {
    const visit = await plantVisit("sgddt");
    await recordAll(page, visit);
    await finalise(page, visit);
    await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();
  });
});
