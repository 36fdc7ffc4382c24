import { writeFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { enterAs, expect, expectAccessible, test } from "@/e2e/support/test";
import { createHead, createOfficer, revokeSessions } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;
const saved = (page: Page) => expect(page.getByText(receipt)).toBeVisible();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const summary = (page: Page) => page.locator(".notice[role=alert]:visible");

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await press(page, "Đăng nhập");
}

async function typeObjective(page: Page, code: string, text: string): Promise<void> {
  await page.goto(`/agencies/${code}/objectives/edit?year=2017`);
  await page.getByLabel("Mục tiêu", { exact: true }).fill(text);
  await page.getByLabel("Cách đo").fill("Tỷ lệ đúng hạn");
  await page.getByLabel("Chỉ tiêu").fill("98%");
}

async function typeDocument(page: Page, code: string, number: string): Promise<void> {
  await page.goto(`/agencies/${code}/documents/new`);
  await page.getByLabel("Mã hiệu").fill(number);
  await page.getByLabel("Tên tài liệu").fill("Quy trình mượn hồ sơ");
  await page.getByLabel("Nội dung").fill("Trả trong 03 ngày.");
}

/** The server does what it was sent, and the browser hears of it nothing but 504. */
const loseAnswers = (page: Page) =>
  page.route("**", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ status: 504 });
  });

const code = "ubnd-son-ha";

test("an answer that was lost is asked for again, and nothing is recorded twice, however long that takes", async ({
  page,
}, info) => {
  const name = `mat-tra-loi-${info.retry}`;
  await createOfficer(name, code);
  await enterAs(page, name);
  await typeObjective(page, code, `Mục tiêu ${name}`);
  await loseAnswers(page);
  await press(page, "Lưu mục tiêu");
  await expect(summary(page)).toContainText("mã 504");
  await expect(summary(page)).toContainText("Trước hết xem ở thẻ khác");
  await expectAccessible(page);
  await page.unroute("**");
  // Something else is done meanwhile, in another tab: the last that the account added is not this any more.
  const other = await page.context().newPage();
  await typeObjective(other, code, `Việc khác ${name}`);
  await press(other, "Lưu mục tiêu");
  await saved(other);
  await press(page, "Lưu mục tiêu");
  await saved(page);
  await page.goto(`/agencies/${code}/policy?year=2017`);
  await expect(page.getByRole("rowheader").filter({ hasText: `Mục tiêu ${name}` })).toHaveCount(1);
});

for (const how of ["with", "without"] as const)
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: how === "with" });
    const look = how === "with" ? expectAccessible : () => Promise.resolve();

    test("what one person typed is not recorded under the next one at the same computer", async ({
      page,
    }, info) => {
      const at = `${how}-${info.retry}`;
      const [officer, head] = [`ban-mot-${at}`, `ban-hai-${at}`];
      await createOfficer(officer, code);
      await createHead(head, code);
      await enterAs(page, officer);
      await typeDocument(page, code, `QT-M${how.length}${info.retry}`);
      await enterAs(page, head);
      await press(page, "Lưu dự thảo đầu tiên");
      await expect(summary(page)).toContainText("Trang này do");
      await expect(page.getByLabel("Nội dung")).toHaveValue("Trả trong 03 ngày.");
      await look(page);
      await press(page, "Lưu dự thảo đầu tiên");
      await expect(summary(page)).toContainText("Trang này do");
      await enterAs(page, officer);
      await press(page, "Lưu dự thảo đầu tiên");
      await saved(page);
    });
  });

test("a form whose session somebody ended stays with its text and file until one has signed in again", async ({
  page,
}, info) => {
  const name = `dang-xuat-${info.retry}`;
  await createOfficer(name, code);
  await enterAs(page, name);
  await page.goto(`/agencies/${code}/reviews/new`);
  await page.getByLabel("Ngày bắt đầu").fill("30/12/2017");
  await page.getByLabel("Ngày kết thúc").fill("30/12/2017");
  await page.getByLabel("Phạm vi").fill(`Phạm vi ${name}`);
  await page
    .getByLabel("Biên bản")
    .setInputFiles({ name: "biên bản.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") });
  await revokeSessions(name);
  await press(page, "Ghi nhận");
  await expect(summary(page)).toContainText("Phiên đăng nhập không còn");
  await expect(page.getByLabel("Phạm vi")).toHaveValue(`Phạm vi ${name}`);
  await expectAccessible(page);
  const [other] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Đăng nhập ở thẻ khác" }).click(),
  ]);
  await signIn(other, name);
  await expect(other.getByLabel("Phạm vi")).toBeVisible();
  await press(page, "Ghi nhận");
  await expect(summary(page)).not.toContainText("Phiên đăng nhập không còn");
});

/** How heavy a file is, in mebibytes, and whether it is read at all: what is not leads back to its form. */
const weights = [
  [11, 0],
  [23, 0],
  [24, 1],
  [26, 1],
  [41, 1],
] as const;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("after signing in again the browser's own way back brings the text of a session that was ended", async ({
    page,
  }, info) => {
    const name = `quay-lai-sau-${info.retry}`;
    await createOfficer(name, code);
    await enterAs(page, name);
    await typeDocument(page, code, `QT-B${info.retry}`);
    await revokeSessions(name);
    await press(page, "Lưu dự thảo đầu tiên");
    await expect(page.getByText("bấm nút Quay lại của trình duyệt")).toBeVisible();
    const other = await page.context().newPage();
    await other.goto("/sign-in");
    await signIn(other, name);
    await page.goBack();
    await expect(page.getByLabel("Nội dung")).toHaveValue("Trả trong 03 ngày.");
  });

  for (const [mebibytes, leads] of weights)
    test(`a sending of ${mebibytes} MiB is answered in words`, async ({ page }, info) => {
      const name = `nang-${mebibytes}-${info.retry}`;
      await createOfficer(name, code);
      await enterAs(page, name);
      await page.goto(`/agencies/${code}/reviews/new`);
      await page.getByLabel("Phạm vi").fill(`${mebibytes} MB`);
      const path = info.outputPath(`${mebibytes}.pdf`);
      writeFileSync(path, Buffer.alloc(mebibytes * 1024 * 1024, "%PDF-1.4\n"));
      await page.getByLabel("Biên bản").setInputFiles(path);
      await press(page, "Ghi nhận");
      await expect(summary(page)).toContainText(/10 MB/);
      await expect(page.getByRole("link", { name: "Mở lại biểu mẫu" })).toHaveCount(leads);
    });
});

test("the page to which too heavy a sending leads can be used by everybody", async ({ page }) => {
  await page.goto("/not-taken?why=heavy&next=%2Fdesk");
  await expect(page.getByRole("link", { name: "Mở lại biểu mẫu" })).toHaveAttribute("href", "/desk");
  await expectAccessible(page);
});
