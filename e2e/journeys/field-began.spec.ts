import { takeAlong } from "@/e2e/support/minutes";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createAnswers, createVisit } from "@/e2e/support/world/visits";

test.use({ role: "inspector" });
test.describe.configure({ timeout: 90_000 });

test("a visit that was begun before its day is to be recorded, and its day is to be looked at before it is read out", async ({
  page,
}, info) => {
  const visit = await createVisit("syt", "2018-01-05");
  await createAnswers(visit);
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByText("trước ngày theo kế hoạch (05/01/2018)")).toBeVisible();
  await page.getByLabel("Ngày kiểm tra", { exact: true }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath("check.png") });
  await expectAccessible(page);
  await page.goto("/today");
  await expect(page.locator(`.tasks a[href="/audits/${visit}"]`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("không có cuộc kiểm tra");
  await page.screenshot({ path: info.outputPath("today.png"), fullPage: true });
  await page.goto(`/audits/${visit}/check`);
  await expect(page.getByText("trước ngày theo kế hoạch (05/01/2018)")).toBeVisible();
});
