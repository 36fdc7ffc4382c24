import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { spokenFor } from "@/e2e/gate/visitors";
import { createAnswers, createVisit, createVisitLedBy } from "@/e2e/support/world/visits";
import { expect, expectAccessible, expectShown, test } from "@/e2e/support/test";

test.use({ role: "inspector" });
const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const shortcoming = "Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa niêm yết bản ký ngày 15/3/2016.";

/** Answers every question of the section on screen: conforming, but for the posting of the policy. */
async function answerGroup(page: Page): Promise<void> {
  for (const question of await page.locator("fieldset.sheet-question").all()) {
    const posting = (await question.locator("legend").textContent())?.startsWith("D.2") ?? false;
    await question.getByLabel(posting ? "Không đạt" : "Đạt", { exact: true }).check();
    if (posting) await question.locator("textarea").fill(shortcoming);
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
    await answerGroup(page);
    await page.getByRole("button", { name: "Lưu và sang mục sau" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(`/${"ABCDEFGHIJKL"[section]}`));
  }
}

/** Reads the text before it is sealed; without scripts axe cannot look. */
async function finalise(page: Page, visit: string, look = expectAccessible): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/audits/${visit}/check`));
  await page.getByLabel("Không đồng ý, có ý kiến khác").check();
  await page.getByLabel("Ý kiến cụ thể").fill("Bản năm 2012 vẫn còn hiệu lực.");
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await expect(page.getByText("Đã trả lời hết các câu.")).toBeVisible();
  await page.getByLabel("Thấy ở đâu").fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await page.getByRole("button", { name: "Đọc lại trước khi chốt" }).click();
  const text = page.locator(".minutes-text");
  await expect(text.first()).toContainText("KẾT LUẬN, KIẾN NGHỊ");
  await expect(text.first()).toContainText("Bản năm 2012 vẫn còn hiệu lực.");
  await look(page);
  const read = await text.allTextContents();
  await page.getByRole("button", { name: "Chốt biên bản" }).click();
  await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();
  await expectShown(page.getByText(/Biên nhận số \d{6}/));
  const receipt = page.url();
  await page.goto(`/audits/${visit}`);
  await expect(text, "what was read is what was sealed").toHaveText(read);
  await page.goto(receipt);
}

test("an inspector records a whole visit, checks it, makes it final, and it changes no more", async ({
  page,
}) => {
  const visit = await createVisit("snv");
  await page.goto(`/audits/${visit}/before`);
  await expectAccessible(page);
  await recordAll(page, visit);
  await expectAccessible(page);
  await finalise(page, visit);
  await expectAccessible(page);
  await page.goto(`/audits/${visit}`);
  await expectShown(page.getByText("Đã chốt"));
  await expectShown(page.getByText("Bảng tin tầng 1 niêm yết bản ký năm 2012"));
  await expect(page.locator("dd", { hasText: "Bản năm 2012 vẫn còn hiệu lực." })).toBeVisible();
  await expectShown(page.getByText("Còn một bảng tin ở tầng 2 chưa thay."));
  await expectAccessible(page);
  const answer = await page.request.put(`/api/field/sheets/${randomUUID()}`, {
    headers: { origin: new URL(page.url()).origin, ...(await spokenFor(page.request)) },
    data: {
      format: 1,
      visitId: visit,
      groupCode: "D",
      version: 1,
      recordedAt: new Date().toISOString(),
      answers: { "D.2": { outcome: "conforming", note: "" } },
    },
  });
  expect(answer.status(), "it is kept beside the minutes").toBe(409);
  expect(await answer.text()).toContain("đã chốt");
});

test("the visit's page leads to the app, where each tap is kept; its forms are there as well", async ({
  page,
}) => {
  const visit = await createVisit("sxd");
  await page.goto(`/audits/${visit}/photos/D.1`);
  await expectAccessible(page);
  await page.goto(`/audits/${visit}/D`);
  await expectAccessible(page);
  await page.goto(`/audits/${visit}`);
  await page.getByText("Ghi bằng biểu mẫu từng mục").click();
  await expect(page.getByRole("link", { name: /^D\. / })).toHaveAttribute("href", `/audits/${visit}/D`);
  await page.getByRole("link", { name: "Bắt đầu ghi" }).click();
  await page.getByRole("link", { name: /^D\. / }).click();
  await page.locator("#question-D-1").getByLabel("Đạt một phần").check();
  await expect(page.getByRole("status").filter({ hasText: "Đã gửi hết, 1 biên nhận" })).toBeVisible();
  await page.reload();
  await expect(page.locator("#question-D-1").getByLabel("Đạt một phần")).toBeChecked();
});

test("a visit that is further ahead is taken along when its recording is begun, and stays", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sct", "2018-01-20");
  await page.goto(`/audits/${visit}`);
  await page.getByRole("link", { name: "Bắt đầu ghi" }).click();
  await expect(page.getByText("cuộc kiểm tra này là ngày 20/01/2018")).toBeVisible();
  await page.goto("/field");
  await page.reload();
  await expect(page.getByRole("heading", { name: "Các cuộc kiểm tra mang theo" })).toBeVisible();
  await context.setOffline(true);
  await page.goto(`/field#/v/${visit}/D`);
  await page.locator("#question-D-1").getByLabel("Đạt một phần").check();
  await context.setOffline(false);
  await expect(page.getByRole("status").filter({ hasText: "Đã gửi hết, 1 biên nhận" })).toBeVisible();
});

test("a visit that is not on the device says so, and leads to its page", async ({ page }) => {
  const visit = await createVisitLedBy("leader", "sct");
  await page.goto(`/field#/v/${visit}/D`);
  await expect(page.getByRole("heading", { name: "Cuộc kiểm tra này chưa có trên máy" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Mở trang của cuộc kiểm tra" }).click();
  await expect(page).toHaveURL(new RegExp(`/audits/${visit}$`));
});

/** Answers one question of a form, and saves the form. */
async function save(page: Page, outcome: string, question = "#question-D-1"): Promise<void> {
  await page.locator(question).getByLabel(outcome, { exact: true }).check();
  await page.getByRole("button", { name: "Lưu và về danh sách" }).click();
}

test("a stale form is shown what somebody else saved, and overwrites it only knowingly", async ({
  page,
  context,
}) => {
  const visit = await createVisit("stc");
  const other = await context.newPage();
  await page.goto(`/audits/${visit}/D`);
  await other.goto(`/audits/${visit}/D`);
  await save(other, "Đạt");
  await expect(other).toHaveURL(new RegExp(`/audits/${visit}\\?receipt=`));
  await page.locator("#question-D-1 textarea").fill("Chưa thấy bản ký");
  await save(page, "Không đạt");
  await expect(page.getByText(/đã lưu mục này lúc/)).toBeVisible();
  await expect(page.locator("#question-D-1 .stored")).toContainText("Đạt.");
  await expect(page.locator("#question-D-1").getByLabel("Không đạt")).toBeChecked();
  await expect(page.locator("#question-D-1 textarea")).toHaveValue("Chưa thấy bản ký");
  await save(page, "Không đạt");
  await expect(page).toHaveURL(new RegExp(`/audits/${visit}\\?receipt=`));
  await page.goto(`/audits/${visit}/D`);
  await expect(page.locator("#question-D-1").getByLabel("Không đạt")).toBeChecked();
});

test("a visit that is not finished cannot be made final", async ({ page }) => {
  const visit = await createVisit("stp");
  await page.goto(`/audits/${visit}/check`);
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await page.getByRole("button", { name: "Đọc lại trước khi chốt" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /Còn \d+ câu chưa kiểm tra/ })).toBeVisible();
});

test("what a colleague changes after the check page was opened is shown before it becomes final", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sgtvt");
  await createAnswers(visit, { "D.2": shortcoming });
  await page.goto(`/audits/${visit}/check`);
  await page.getByLabel("Thấy ở đâu").fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  const other = await context.newPage();
  await other.goto(`/audits/${visit}/E`);
  await save(other, "Đạt một phần", "#question-E-1");
  await expect(other).toHaveURL(/\?receipt=/);
  await page.getByRole("button", { name: "Đọc lại trước khi chốt" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Mục E vừa được người khác" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Tồn tại ở câu E/ })).toBeVisible();
  await expect(page.getByLabel("Phạm vi").first()).toHaveValue("Trụ sở chính");
});

test("a note that differs from its finding is said before it is read out, with the way to it", async ({
  page,
}) => {
  const visit = await createVisit("sct");
  await createAnswers(visit, { "D.2": shortcoming });
  await page.goto(`/audits/${visit}/check`);
  await page.getByLabel("Bằng chứng: đã thấy gì").fill("Bảng tin tầng 1 niêm yết bản ký năm 2010");
  await page.getByLabel("Thấy ở đâu").fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await page.getByRole("button", { name: "Đọc lại trước khi chốt" }).click();
  await expect(page.getByText("Ghi chú của câu D.2 khác với bằng chứng")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sửa ghi chú câu D.2" }).click();
  await expect(page.locator("#question-D-2")).toBeInViewport();
});

test("the minutes are amended by a new version; the first stays as it was", async ({ page }) => {
  const visit = await createVisit("skhdt");
  await createAnswers(visit, { "D.2": shortcoming });
  await page.goto(`/audits/${visit}/check`);
  await finalise(page, visit);
  await page.goto(`/audits/${visit}/amend`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Lưu bản bổ sung" }).click();
  await expect(page.locator(".fault").first()).toBeVisible();
  await page
    .getByLabel("Nội dung bổ sung", { exact: true })
    .fill("Cơ quan đã gửi ảnh niêm yết ngày 31/12/2017.");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.getByLabel("Đồng ý với nội dung bổ sung", { exact: true }).check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await page.getByRole("button", { name: "Lưu bản bổ sung" }).click();
  await expect(page.getByRole("heading", { name: "Bản bổ sung thứ 1" })).toBeVisible();
  await expect(page.locator("dd", { hasText: "Đồng ý với nội dung bổ sung" })).toBeVisible();
  await expect(page.locator("dd", { hasText: "Đồng ý với biên bản" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Lấy biên bản để mở bằng Word" })).toBeVisible();
  const second = page.getByRole("link", { name: "Lấy bản bổ sung thứ 1 để mở bằng Word" });
  await expect(second).toHaveAttribute("href", `/audits/${visit}/minutes.docx?version=2`);
  await expect(page.locator("dd", { hasText: "Bản năm 2012 vẫn còn hiệu lực." })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a photograph is added to an answer and taken off again; what is none is refused", async ({
    page,
  }) => {
    const visit = await createVisit("sldtbxh");
    await page.goto(`/audits/${visit}/D`);
    await page
      .locator("#question-D-2")
      .getByRole("link", { name: /Thêm ảnh/ })
      .click();
    const photo = page.getByLabel("Ảnh", { exact: true });
    await photo.setInputFiles({
      name: "ghi chép.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("không phải ảnh"),
    });
    await page.getByRole("button", { name: "Thêm ảnh" }).click();
    await expectShown(page.getByText("chọn ảnh JPEG, PNG hoặc WebP."));
    await photo.setInputFiles({ name: "bảng tin.png", mimeType: "image/png", buffer: onePixel });
    await page.getByRole("button", { name: "Thêm ảnh" }).click();
    await expect(page.getByRole("img", { name: /Ảnh 1 của câu D.2/ })).toBeVisible();
    await page.getByRole("button", { name: "Gỡ ảnh 1" }).click();
    await expect(page.getByText("Câu này chưa có ảnh.")).toBeVisible();
  });

  test("the forms of a visit open before its day, and say that it is early", async ({ page }) => {
    const visit = await createVisit("sxd", "2018-01-20");
    await page.goto(`/audits/${visit}`);
    await page.getByText("Ghi bằng biểu mẫu từng mục").click();
    await page.getByRole("link", { name: /^D\. / }).click();
    await expect(page.getByText("cuộc kiểm tra này là ngày 20/01/2018")).toBeVisible();
    await save(page, "Đạt");
    await expect(page).toHaveURL(new RegExp(`/audits/${visit}(?:\\?receipt=\\d+)?$`));
    await page.goto(`/audits/${visit}/before`);
    await expect(page.getByText("cuộc kiểm tra này là ngày 20/01/2018")).toBeVisible();
  });

  test("the whole visit is recorded and made final all the same", async ({ page }) => {
    const visit = await createVisit("sgddt");
    await recordAll(page, visit);
    await finalise(page, visit, () => Promise.resolve());
    await expect(page.getByRole("heading", { name: "Biên bản đã chốt" })).toBeVisible();
    await page.goto(`/audits/${visit}`);
    await page.getByRole("listitem").filter({ hasText: "Khắc phục một phần" }).getByRole("link").click();
    await expect(page.getByRole("heading", { name: "Xem lại ở các cuộc kiểm tra sau" })).toBeVisible();
    await expectShown(page.getByText("Còn một bảng tin ở tầng 2 chưa thay."));
  });
});
