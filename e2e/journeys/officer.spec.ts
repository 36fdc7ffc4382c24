import type { Page } from "@playwright/test";

import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible, expectShown } from "@/e2e/support/test";

test.use({ role: "officer" });

const documents = "/agencies/ubnd-duc-pho/documents";

/** Adds a document of one's own and opens it. */
async function newDocument(page: Page, code: string): Promise<void> {
  await page.goto(`${documents}/new`);
  await page.getByLabel("Mã hiệu").fill(code);
  await page.getByLabel("Tên tài liệu").fill(`Quy trình thử ${code}`);
  await page
    .getByLabel("Nội dung")
    .fill("1. Mục đích\n\n2. Nội dung\nNgười mượn trả trong 05 ngày làm việc.");
  await page.getByRole("button", { name: "Lưu dự thảo đầu tiên" }).click();
  await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
  await page
    .getByRole("link", { name: new RegExp(code) })
    .first()
    .click();
}

const scan = { name: "Bản ký.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\nBản giấy") };

async function recordApproval(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Ghi theo bản giấy đã ký" }).click();
  await page.getByRole("radio").first().check();
  await page.getByLabel("Bản chụp có chữ ký").setInputFiles(scan);
  await page.getByRole("button", { name: "Ghi theo bản giấy" }).click();
}

async function revise(page: Page, code: string): Promise<void> {
  await newDocument(page, code);
  await recordApproval(page);
  await expect(page.locator(".tag.good", { hasText: "Hiệu lực" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Bắt đầu sửa đổi" }).click();
  await page
    .getByLabel("Nội dung", { exact: true })
    .fill("1. Mục đích\n\n2. Nội dung\nNgười mượn trả trong 03 ngày làm việc.");
  await page.getByLabel("Yêu cầu sửa đổi").fill("Kết luận đánh giá nội bộ ngày 20/12/2017");
  await page.getByLabel("Trang, mục sửa đổi").fill("Mục 2");
  await page.getByLabel("Nội dung sửa đổi").fill("Rút ngắn thời gian mượn");
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page.getByRole("heading", { name: "Dự thảo đang soạn" })).toBeVisible();
  await page.getByRole("link", { name: "So với bản hiện hành" }).click();
}

test("an officer drafts, puts in force, revises a procedure and sees the difference", async ({ page }) => {
  await revise(page, "QT-E1");
  await expect(page.locator("del")).toContainText("05");
  await expect(page.locator("ins")).toContainText("03");
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the same revision works", async ({ page }) => {
    await revise(page, "QT-E2");
    await expect(page.locator("del")).toContainText("05");
    await expect(page.locator("ins")).toContainText("03");
  });
});

test("a refused form keeps everything typed and says what to do, on top and at the field", async ({
  page,
}) => {
  await page.goto(`${documents}/new`);
  await page.getByLabel("Mã hiệu").fill("QT-E3");
  await page.getByLabel("Tên tài liệu").fill("Së KÕ ho¹ch vµ §Çu t­");
  await page.getByLabel("Nội dung").fill("x".repeat(10_000));
  await page.getByRole("button", { name: "Lưu dự thảo đầu tiên" }).click();
  await expect(page.locator(".notice[role=alert]:visible")).toContainText("phông chữ cũ");
  await expect(page.getByRole("checkbox", { name: /^Đúng như vậy, giữ nguyên “Së KÕ/ })).not.toBeChecked();
  await expect(page.getByLabel("Nội dung")).toHaveValue("x".repeat(10_000));
  await expect(page.getByLabel("Mã hiệu")).toHaveValue(/QT-E3/);
  await expectAccessible(page);
});

test("two tabs: the stale one is shown both texts", async ({ page, context }) => {
  await newDocument(page, "QT-E4");
  await page.getByRole("link", { name: "Sửa tiếp dự thảo" }).click();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel("Nội dung", { exact: true }).fill("Bản của người kia");
  await other.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(other.getByText(/Biên nhận số/)).toBeVisible();
  await page.getByLabel("Nội dung", { exact: true }).fill("Bản của tôi");
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page.getByText(/Nội dung do .* lưu lúc/)).toBeVisible();
  await expect(page.locator(".stored").filter({ hasText: "Bản của người kia" })).toBeVisible();
  await expect(page.getByLabel("Nội dung", { exact: true })).toHaveValue("Bản của tôi");
});

test("another agency's pages do not exist for an officer", async ({ page }) => {
  for (const address of [
    "/agencies/snv",
    "/agencies/snv/documents",
    "/agencies/snv/policy",
    "/dashboard",
    "/agencies",
    "/accounts",
  ]) {
    expect((await page.goto(address))?.status(), address).toBe(404);
  }
});

test("the policy is posted with a photo; a file of another kind is refused", async ({ page }) => {
  const place = "Bảng tin tầng 1, cạnh cầu thang";
  await page.goto("/agencies/ubnd-duc-pho/policy/post");
  await page.getByLabel("Nơi niêm yết").fill(place);
  await page
    .getByLabel("Ảnh niêm yết")
    .setInputFiles({ name: "anh.png", mimeType: "image/png", buffer: Buffer.from("<script>") });
  await page.getByRole("button", { name: "Ghi nhận niêm yết" }).click();
  await expect(page.locator(".notice[role=alert]:visible")).toContainText("không nhận được tệp “anh.png”");
  await expect(page.getByLabel("Nơi niêm yết")).toHaveValue(place);
  await page
    .getByLabel("Ảnh niêm yết")
    .setInputFiles({ name: "Ảnh niêm yết.png", mimeType: "image/png", buffer: await page.screenshot() });
  await page.getByRole("button", { name: "Ghi nhận niêm yết" }).click();
  await expectShown(page.getByText(`${place}, từ ngày`));
  await expect(page.getByRole("img", { name: new RegExp(place) }).first()).toBeVisible();
});

test("no careless step ends a declared system: nothing of the kind is offered, and the lapse is the head's page", async ({
  page,
}) => {
  await page.goto("/agencies/ubnd-duc-pho");
  await expect(page.getByRole("link", { name: "Ghi nhận hệ thống ngừng hiệu lực" })).toHaveCount(0);
  await page.goto("/agencies/ubnd-duc-pho/milestones/new");
  await expect(page.getByText("Không có mốc nào ghi ở trang này lúc này.")).toBeVisible();
  expect((await page.goto("/agencies/ubnd-duc-pho/lapse"))?.status()).toBe(404);
});

test("the page on which an approval is recorded can be used by everybody", async ({ page }) => {
  await newDocument(page, "QT-E5");
  await page.getByRole("link", { name: "Ghi theo bản giấy đã ký" }).click();
  await expect(page.getByRole("button", { name: "Ghi theo bản giấy" })).toBeVisible();
  await expectAccessible(page);
});

test("a posting that no longer hangs is taken off the list, and stays in it as such", async ({ page }) => {
  const place = "Sảnh nhà khách";
  await page.goto("/agencies/ubnd-duc-pho/policy/post");
  await page.getByLabel("Nơi niêm yết").fill(place);
  await page.getByRole("button", { name: "Ghi nhận niêm yết" }).click();
  const posting = page.getByRole("listitem").filter({ hasText: place });
  await posting.getByRole("link", { name: "Ghi nhận đã gỡ" }).click();
  await expect(page.getByLabel("Ngày gỡ")).toHaveValue("31/12/2017");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ghi nhận đã gỡ" }).click();
  await expect(posting).toContainText("đã gỡ ngày 31/12/2017");
});
