import type { Page } from "@playwright/test";

import { storedOn } from "@/e2e/support/field";
import { draw, readOut, takeAlong, unfoldFindings } from "@/e2e/support/minutes";
import { expect, expectAccessible, expectShown, test } from "@/e2e/support/test";
import { createAnswers, createVisit } from "@/e2e/support/world/visits";

test.use({ role: "inspector" });
const posting = "Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa thay.";
const goal = "Mục tiêu chất lượng năm 2017 chưa đo được, văn bản số 12/KH ngày 10/01/2017.";

const choose = (page: Page, code: string, outcome: string): Promise<void> =>
  page
    .locator(`#question-${code.replace(".", "-")}`)
    .getByLabel(outcome, { exact: true })
    .check();

/** The findings of a created visit described, the second with the scope of the first. */
async function describeFindings(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/check`);
  await unfoldFindings(page);
  for (const where of await page.getByLabel("Thấy ở đâu").all())
    await where.fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").first().fill("Trụ sở chính");
  await page.getByRole("button", { name: "Như trên: Trụ sở chính" }).click();
  await expect(page.getByLabel("Phạm vi").nth(1)).toHaveValue("Trụ sở chính");
}

async function agree(page: Page): Promise<void> {
  await page.getByLabel("Đồng ý với biên bản").check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await draw(page, "Chữ ký");
  await page.getByText(/^Trưởng đoàn/).click();
  await page.getByLabel("Họ tên ghi ở trên thay chữ ký (Chữ ký: Trưởng đoàn)").check();
}

const signature = (page: Page) => page.getByRole("img", { name: "Chữ ký", exact: true }).locator("path");

test("a signature stands under what was read: any change takes it away and names what changed; sealed, nothing changes", async ({
  page,
  context,
}) => {
  const visit = await createVisit("skhdt");
  await createAnswers(visit, { "D.2": posting, "E.1": goal });
  await takeAlong(page, visit);
  await context.setOffline(true);
  await describeFindings(page, visit);
  await page.goto(`/field#/v/${visit}/sign`);
  await expect(page.getByText("Cần đọc biên bản như đang có trước khi ký.")).toBeVisible();
  await expect(signature(page)).toBeHidden();
  await page.goto(`/field#/v/${visit}/read`);
  await expect(page.locator("main input, main textarea, main select")).toHaveCount(0);
  await expectShown(page.getByText("điểm", { exact: false }));
  await expect(page.getByText(posting).first()).toBeVisible();
  await readOut(page, visit);
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByRole("alert")).toContainText("Chọn ý kiến của cơ quan");
  await agree(page);
  await expect(signature(page)).toHaveAttribute("d", /^M\d+ \d+ L/);
  await draw(page, "Chữ ký");
  await page.getByRole("button", { name: "Bỏ nét cuối" }).first().click();
  await expect(signature(page)).toHaveAttribute("d", /^M[^M]+$/);

  await page.goto(`/field#/v/${visit}/D`);
  await choose(page, "D.1", "Đạt một phần");
  const changed = page.getByRole("alert").filter({ hasText: "Nội dung đã đổi sau khi ký (" });
  await expect(changed).toContainText("câu D.1");
  await expect(changed).toContainText("Đọc lại và ký lại.");
  const stored = async () => JSON.stringify(await storedOn(page, "sheets"));
  await expect.poll(stored).toContain('"D.1":{"outcome":"partly');
  await choose(page, "D.1", "Đạt");
  await expect.poll(stored).toContain('"D.1":{"outcome":"conforming"');
  await page.reload();
  // It is once more what was read; the signatures do not come back with it.
  const signAgain = page.getByRole("status").filter({ hasText: "Chỉ còn ký lại." });
  await expect(signAgain).toContainText("câu D.1");
  await expect(changed).toBeHidden();
  await readOut(page, visit);
  await expect(signAgain).toBeVisible();
  const seal = page.getByRole("button", { name: "Chốt biên bản trên máy" });
  await seal.click();
  await expect(page.getByRole("alert").filter({ hasText: "Chọn ý kiến của cơ quan" })).toBeVisible();
  await page.getByLabel("Đồng ý với biên bản").check();
  await expect(signature(page)).toHaveAttribute("d", "");
  await expect(page.getByLabel("Họ tên ghi ở trên thay chữ ký (Chữ ký: Trưởng đoàn)")).not.toBeChecked();
  const again = page.getByRole("alert").filter({ hasText: "ký lại, hoặc chọn ký tay trên giấy" });
  await seal.click();
  await expect(again.getByRole("link")).toHaveText([/^Đại diện/, /^Trưởng đoàn/]);

  await draw(page, "Chữ ký");
  await expect(changed).toBeHidden();
  await seal.click();
  await expect(again.getByRole("link")).toHaveText([/^Trưởng đoàn/]);
  await again.getByRole("link").click();
  await page.getByLabel("Ký tay trên giấy (Chữ ký: Trưởng đoàn)").check();
  await seal.click();
  await expect(page.getByText(/Biên bản đã chốt lúc .* mọi thay đổi sau này là bản bổ sung/)).toBeVisible();
  for (const part of ["", "/A", "/D", "/before", "/check", "/read", "/sign"]) {
    await page.goto(`/field#/v/${visit}${part}`);
    await expect(page.getByText("Biên bản đã chốt lúc")).toBeVisible();
    await expect(page.locator("main input, main textarea, main select, main [type=radio]")).toHaveCount(0);
  }
});

test("minutes that were sent stay readable without a network, and a copy can be printed on the spot", async ({
  page,
  context,
}, info) => {
  const visit = await createVisit("svhttdl");
  await createAnswers(visit, { "D.2": posting, "E.1": goal });
  await takeAlong(page, visit);
  await context.setOffline(true);
  await describeFindings(page, visit);
  await page.goto(`/field#/v/${visit}/print`);
  await expect(page.getByText("DỰ THẢO BIÊN BẢN")).toBeVisible();
  await page.pdf({ path: info.outputPath("draft.pdf"), preferCSSPageSize: true });
  await readOut(page, visit);
  await agree(page);
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText("Biên bản đã chốt lúc")).toBeVisible();
  const fingerprint = await page.locator("code").innerText();
  await page.goto(`/field#/v/${visit}/print`);
  await expect(page.getByText("số biên nhận: chưa gửi")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/số biên nhận: \d{6}/)).toBeVisible({ timeout: 30_000 });
  await page.goto("/field#/");
  await page.getByRole("button", { name: "Cập nhật dữ liệu mang theo" }).click();
  await expect
    .poll(() =>
      page.evaluate((id) => fetch("/api/field/pack").then(async (r) => (await r.text()).includes(id)), visit),
    )
    .toBe(false);
  await page.reload();
  await expect.poll(async () => JSON.stringify(await storedOn(page, "packs"))).not.toContain(visit);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Đã gửi" })).toBeVisible();
  await page.locator(`a[href="#/v/${visit}"]`).click();
  await expect(page.getByText(fingerprint)).toBeVisible();
  await expect(page.getByText(posting).first()).toBeVisible();
  await expect(page.getByRole("img", { name: "Chữ ký của Trần Thị Bình" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bản in cho cơ quan" }).click();
  await expect(page.getByRole("article", { name: "Biên bản" })).toContainText(fingerprint);
  await expectAccessible(page);
  const paper = await page.pdf({ path: info.outputPath("minutes.pdf"), preferCSSPageSize: true });
  expect(paper.subarray(0, 4).toString()).toBe("%PDF");
  await page.goto(`/field#/v/${visit}`);
  await page.getByRole("button", { name: "Gỡ biên bản này khỏi máy" }).click();
  // What is asked stands where the key was: a second tap would be none of an answer.
  await page.mouse.wheel(0, 1);
  await page.getByRole("button", { name: "Gỡ khỏi máy" }).click();
  await expect(page.getByRole("heading", { name: "Các cuộc kiểm tra mang theo" })).toBeVisible();
  await expect(page.locator(`a[href="#/v/${visit}"]`)).toHaveCount(0);
});
