import { randomUUID } from "node:crypto";

import { enterAs, expect, expectAccessible, test } from "@/e2e/support/test";
import { answerAll, createVisit } from "@/e2e/support/world/visits";
import { createOfficer } from "@/e2e/support/world/people";

test.use({ role: "inspector" });
/** An agency with findings of its own that no other journey visits. */
const agency = "cckl";

test("what a visit saw corrected stops the clock, is asked of the agency no more, and is verified by who saw it", async ({
  page,
  browser,
}) => {
  const name = `officer-${randomUUID().slice(0, 8)}`;
  await createOfficer(name, agency);
  const officer = await (await browser.newContext()).newPage();
  await enterAs(officer, name);
  const visit = await createVisit(agency);
  await page.goto(`/audits/${visit}/before`);
  const findings = page.locator("section[id^=finding-]");
  const address = (await findings.first().getByRole("link").first().getAttribute("href")) ?? "";
  const demanded = officer.locator(`a[href="${address}"]`);
  await officer.goto("/desk");
  const before = await demanded.count();
  const total = await findings.count();
  for (let n = 0; n < total; n += 1) {
    await findings.nth(n).getByLabel("Đã khắc phục").check();
    await findings.nth(n).getByRole("button", { name: "Lưu kết quả" }).click();
    await expect(page.getByText(`${n + 1}/${total} tồn tại`)).toBeVisible();
  }
  await officer.reload();
  await expect(demanded, "minutes that are not final say nothing").toHaveCount(before);
  await answerAll(visit);
  await page.goto(`/audits/${visit}/check`);
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await page.getByRole("button", { name: "Đọc lại trước khi chốt" }).click();
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();

  await officer.reload();
  await expect(demanded).toHaveCount(0);
  await officer.goto(address);
  const state = "Đã thấy khắc phục ngày 31/12/2017, chờ xác nhận";
  await expect(officer.locator(".lead + p")).toContainText(state);
  await expect(officer.getByRole("link", { name: "Trả lời", exact: true })).toHaveCount(0);
  await expectAccessible(officer);
  await officer.goto(`/agencies/${agency}`);
  await expect(officer.getByText(state).first()).toBeVisible();
  await officer.context().close();

  await page.goto("/findings?clock=corrected");
  await expect(page.locator(`tr:has(a[href="${address}"])`)).toContainText(state);
  await expectAccessible(page);
  await page.goto("/today");
  await expect(page.locator(`li:has(a[href="${address}"])`)).toContainText(
    "Đã thấy khắc phục ngày 31/12/2017",
  );
  await page.locator(`a[href="${address}"]`).click();
  await page.getByRole("link", { name: "Xác nhận hiệu lực" }).click();
  await expect(page.getByLabel("Đã xem gì")).toHaveValue("Cuộc kiểm tra ngày 31/12/2017 đã thấy khắc phục.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Xác nhận và đóng" }).click();
  await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
  await expect(page.locator(".lead + p")).toContainText("Đã đóng 31/12/2017");
  await page.getByRole("link", { name: "Cuộc kiểm tra đã thấy khắc phục" }).click();
  await expect(page).toHaveURL(new RegExp(visit));
});
