import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible } from "@/e2e/support/test";

const own = "/agencies/ubnd-duc-pho";

test.use({ role: "officer" });

test("the desk and the agency's page say what the year still asks for", async ({ page }) => {
  await page.goto(own);
  await expect(page.getByText("xong ngày")).not.toHaveCount(0);
  await page.getByRole("link", { name: /^Đánh giá nội bộ, xem xét/ }).click();
  await expect(page.getByRole("heading", { name: "Việc hằng năm" })).toBeVisible();
  await expectAccessible(page);
});

for (const { how, scripted } of [
  { how: "with", scripted: true },
  { how: "without", scripted: false },
])
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("an internal audit is recorded with its minutes; what was typed is kept where a date is wrong", async ({
      page,
    }) => {
      const scope = `Phòng Tư pháp, ghi ${how} JavaScript`;
      await page.goto(`${own}/reviews`);
      await page.getByRole("link", { name: "Ghi nhận một lần" }).click();
      await page.getByLabel("Đánh giá nội bộ").check();
      await page.getByLabel("Ngày bắt đầu").fill("30/12/2017");
      await page.getByLabel("Ngày kết thúc").fill("29/12/2017");
      await page.getByLabel("Người thực hiện, thành phần").fill("02 đánh giá viên của Văn phòng");
      await page.getByLabel("Phạm vi").fill(scope);
      await page.getByLabel("Kết quả, kết luận").fill("Không có điểm chưa phù hợp.");
      await page.getByRole("button", { name: "Ghi nhận" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("không sớm hơn 30/12/2017");
      await expect(page.getByLabel("Phạm vi")).toHaveValue(scope);
      await expect(page.getByLabel("Đánh giá nội bộ")).toBeChecked();
      await page.getByLabel("Ngày kết thúc").fill("30/12/2017");
      await page.getByLabel("Biên bản").setInputFiles({
        name: "Biên bản đánh giá nội bộ.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.4\n%biên bản\n"),
      });
      await page.getByRole("button", { name: "Ghi nhận" }).click();
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
      const review = page.getByRole("article").filter({ hasText: scope });
      await expect(review.getByRole("link", { name: "Mở tệp biên bản" })).toBeVisible();
    });
  });

test.describe("for the province", () => {
  test.use({ role: "leader" });

  test("reviews are read, with nothing to record", async ({ page }) => {
    await page.goto(`${own}/reviews`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Đã ghi nhận \d+ lần/);
    await expect(page.getByRole("link", { name: "Ghi nhận một lần" })).toHaveCount(0);
    expect((await page.goto(`${own}/reviews/new`))?.status()).toBe(404);
  });
});
