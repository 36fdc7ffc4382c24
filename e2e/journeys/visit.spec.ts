import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { plantVisit } from "@/e2e/support/world";
import { expect, expectAccessible, test } from "@/e2e/support/test";

test.use({ role: "inspector" });
test.describe.configure({ timeout: 120_000 });

const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

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

/** Looks again at what is open from before: the first is partly corrected, the others wholly. */
async function recheckAll(page: Page, visit: string): Promise<void> {
  await page.goto(`/audits/${visit}/before`);
  const findings = page.locator("section[id^=finding-]");
  const total = await findings.count();
  for (let n = 0; n < total; n += 1) {
    const finding = findings.nth(n);
    await finding.getByLabel(n === 0 ? "Khắc phục một phần" : "Đã khắc phục").check();
    if (n === 0) await finding.getByLabel("Thấy gì, còn gì?").fill("Còn một bảng tin ở tầng 2 chưa thay.");
    await finding.getByRole("button", { name: "Lưu kết quả" }).click();
    await expect(page.getByText(`${n + 1}/${total} tồn tại`)).toBeVisible();
  }
}

async function recordAll(page: Page, visit: string): Promise<void> {
  await recheckAll(page, visit);
  await page.goto(`/audits/${visit}/A`);
  for (let section = 0; section < 12; section += 1) {
    await answerSection(page);
    await page.getByRole("button", { name: "Lưu và sang mục sau" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(`/${"ABCDEFGHIJKL"[section]}`));
  }
}

async function finalise(page: Page, visit: string): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/audits/${visit}/check`));
  await page.getByLabel("Không đồng ý, có ý kiến khác").check();
  await page.getByLabel("Ý kiến cụ thể").fill("Bản năm 2012 vẫn còn hiệu lực.");
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
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
  await page.goto(`/audits/${visit}/before`);
  await expectAccessible(page);
  await recordAll(page, visit);
  await expectAccessible(page);
  await finalise(page, visit);
  await expectAccessible(page);
  await page.goto(`/audits/${visit}`);
  await expect(page.getByText("Đã chốt").first()).toBeVisible();
  await expect(page.getByText("Bảng tin tầng 1 niêm yết bản ký năm 2012").first()).toBeVisible();
  await expect(page.getByText("Bản năm 2012 vẫn còn hiệu lực.")).toBeVisible();
  await expect(page.getByText("Còn một bảng tin ở tầng 2 chưa thay.")).toBeVisible();
  await expectAccessible(page);
  const answer = await page.request.put(`/api/field/sheets/${randomUUID()}`, {
    headers: { origin: new URL(page.url()).origin },
    data: {
      format: 1,
      visitId: visit,
      groupCode: "D",
      version: 1,
      recordedAt: new Date().toISOString(),
      answers: { "D.2": { outcome: "conforming", note: "" } },
    },
  });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("đã chốt");
});

test("each tap is saved at once, and still there after coming back", async ({ page }) => {
  const visit = await plantVisit("sxd");
  await page.goto(`/audits/${visit}/photos/D.1`);
  await expectAccessible(page);
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

test("what a colleague changes after the check page was opened is shown before it becomes final", async ({
  page,
  context,
}) => {
  const visit = await plantVisit("sgtvt");
  await recordAll(page, visit);
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  const other = await context.newPage();
  await other.goto(`/audits/${visit}/E`);
  await other.locator("fieldset.sheet-question").first().getByLabel("Đạt một phần").check();
  await expect(other.getByText(/Đã lưu \d\d:\d\d/)).toBeVisible();
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Mục E vừa được người khác" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Tồn tại ở câu E/ })).toBeVisible();
  await expect(page.getByLabel("Phạm vi").first()).toHaveValue("Trụ sở chính");
});

test("the minutes are amended by a new version; the first stays as it was", async ({ page }) => {
  const visit = await plantVisit("skhdt");
  await recordAll(page, visit);
  await finalise(page, visit);
  await page.goto(`/audits/${visit}/amend`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lưu bản bổ sung" }).click();
  await expect(page.locator(".fault").first()).toBeVisible();
  await page.getByLabel("Nội dung bổ sung").fill("Cơ quan đã gửi ảnh niêm yết ngày 31/12/2017.");
  await page.getByRole("button", { name: "Lưu bản bổ sung" }).click();
  await expect(page.getByRole("heading", { name: "Bản 2, bổ sung cho bản 1" })).toBeVisible();
  await expect(page.getByText("Bản năm 2012 vẫn còn hiệu lực.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a photograph is added to an answer and taken off again; what is none is refused", async ({
    page,
  }) => {
    const visit = await plantVisit("sldtbxh");
    await page.goto(`/audits/${visit}/D`);
    await page
      .locator("#question-D-2")
      .getByRole("link", { name: /Thêm ảnh/ })
      .click();
    await page.getByLabel("Ảnh").setInputFiles({
      name: "ghi chép.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("không phải ảnh"),
    });
    await page.getByRole("button", { name: "Thêm ảnh" }).click();
    await expect(page.getByText("Chọn ảnh JPEG, PNG hoặc WebP.").first()).toBeVisible();
    await page
      .getByLabel("Ảnh")
      .setInputFiles({ name: "bảng tin.png", mimeType: "image/png", buffer: onePixel });
    await page.getByRole("button", { name: "Thêm ảnh" }).click();
    await expect(page.getByRole("img", { name: /Ảnh 1 của câu D.2/ })).toBeVisible();
    await page.getByRole("button", { name: "Gỡ ảnh 1" }).click();
    await expect(page.getByText("Câu này chưa có ảnh.")).toBeVisible();
  });

  test("the whole visit is recorded and made final all the same", async ({ page }) => {
    const visit = await plantVisit("sgddt");
    await recordAll(page, visit);
    await finalise(page, visit);
    await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();
    await page.goto(`/audits/${visit}`);
    await page.getByRole("listitem").filter({ hasText: "Khắc phục một phần" }).getByRole("link").click();
    await expect(page.getByRole("heading", { name: "Xem lại ở các cuộc kiểm tra sau" })).toBeVisible();
    await expect(page.getByText("Còn một bảng tin ở tầng 2 chưa thay.").first()).toBeVisible();
  });
});
