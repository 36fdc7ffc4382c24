import type { Page } from "@playwright/test";

import { draw, readOut, takeAlong, unfoldFindings } from "@/e2e/support/minutes";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createAnswers, createVisit } from "@/e2e/support/world/visits";

test.use({ role: "inspector" });
const posting = "Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa thay.";
const told = "Nội dung trên máy chủ khác bản đã đọc và ký. Kiểm tra lại các mục, đọc lại biên bản rồi chốt.";

const status = (page: Page) => page.locator(".field-status");

/** Everything from the finding to the signature, as it was asked. */
async function seal(page: Page, visit: string): Promise<void> {
  await readOut(page, visit);
  await page.getByLabel("Đồng ý với biên bản").check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await draw(page, "Chữ ký");
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
}

test("minutes that were refused and put away are no minutes anywhere, and are read and signed anew", async ({
  page,
  context,
}, info) => {
  const picture = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
  const visit = await createVisit("syt");
  await createAnswers(visit, { "D.2": posting });
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/check`);
  await unfoldFindings(page);
  await page.getByLabel("Thấy ở đâu").fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await context.route("**/api/field/minutes/*", (route) =>
    route.fulfill({
      status: 422,
      headers: { "site-time": new Date().toISOString() },
      json: { code: "minutes-differ", problem: told },
    }),
  );
  await seal(page, visit);
  await expect(status(page)).toContainText("1 nội dung cần bạn xem lại");
  await page.goto("/field#/queue");
  await page.getByRole("button", { name: "Cất đi…" }).click();
  await expect(page.getByText("KHÔNG thành biên bản")).toBeVisible();
  await picture("asked");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Thôi" }).click();
  await expect(page.getByText(told)).toBeVisible();
  await page.getByRole("button", { name: "Cất đi…" }).click();
  await page.getByRole("button", { name: "Cất bản này" }).click();
  await expect(page.getByText("Không được nhận làm biên bản, hệ thống giữ nguyên văn")).toBeVisible();
  await expect(status(page)).toContainText("1 nội dung không vào biên bản");
  await picture("queue");

  await page.goto("/field#/");
  await expect(page.getByText("biên bản không được nhận, cần ký lại")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Đã gửi" })).toBeHidden();
  await picture("home");
  await page.goto(`/field#/v/${visit}`);
  await expect(page.getByText("KHÔNG được nhận làm biên bản")).toBeVisible();
  await picture("visit");
  await expectAccessible(page);

  await page.goto(`/audits/${visit}`);
  await expect(page.getByRole("heading", { name: "Không được nhận, người ghi đã cất" })).toBeVisible();
  await expect(page.getByText("Cuộc kiểm tra này chưa có biên bản nào được nhận.")).toBeVisible();
  await expect(page.getByText("Đến sau khi biên bản đã chốt")).toBeHidden();
  await picture("office");

  await context.unrouteAll({ behavior: "wait" });
  await page.goto(`/field#/v/${visit}/check`);
  await seal(page, visit);
  await expect(page.getByText("Biên bản đã gửi, biên nhận")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/audits/${visit}`);
  await expect(page.getByText("không thuộc biên bản")).toBeVisible();
});
