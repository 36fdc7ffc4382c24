import type { Page } from "@playwright/test";

import { draw, readOut, takeAlong } from "@/e2e/support/minutes";
import { expect, expectAccessibleAsIs, expectShown, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { receiptsOf } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const status = (page: Page) => page.locator(".field-status");

/** Answers a whole visit, with one shortcoming: the policy is not posted. */
async function recordAll(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/A`);
  for (const group of "ABCDEFGHIJKL") {
    await expect(page.getByRole("heading", { name: new RegExp(`^${group}\\.`) })).toBeVisible();
    for (const question of await page.locator("fieldset.sheet-question").all()) {
      const posting = (await question.getAttribute("id")) === "question-D-2";
      await question.getByLabel(posting ? "Không đạt" : "Đạt", { exact: true }).check();
      if (posting)
        await question.locator("textarea").fill("Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa thay.");
    }
    await page.getByRole("link", { name: group === "L" ? /^Xem lại$/ : /^Mục sau/ }).click();
  }
}

/** Looks again at what is open from before: the first is partly corrected, the others wholly. How many there were. */
async function recheckAll(page: Page, visit: string): Promise<number> {
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByText(/Tồn tại lần trước chưa ghi kết quả: câu [A-L]\.\d/)).toBeVisible();
  await page.goto(`/field#/v/${visit}/before`);
  const findings = page.locator("fieldset.sheet-question");
  await expect(findings.first()).toBeVisible();
  const total = await findings.count();
  for (let n = 0; n < total; n += 1)
    await findings
      .nth(n)
      .getByLabel(n === 0 ? "Khắc phục một phần" : "Đã khắc phục")
      .check();
  await findings.first().locator("textarea").fill("Còn một bảng tin ở tầng 2 chưa thay.");
  await expect(page.getByText(`${total}/${total} tồn tại`)).toBeVisible();
  return total;
}

async function sign(page: Page): Promise<void> {
  await page.getByLabel("Không đồng ý, có ý kiến khác").check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await page.getByLabel("Ý kiến cụ thể").fill("Bản năm 2012 vẫn còn hiệu lực.");
  await draw(page, "Chữ ký");
}

test("a whole visit is recorded, read out and signed without a network, and arrives whole", async ({
  page,
  context,
}) => {
  const visit = await createVisit("snv");
  await takeAlong(page, visit);
  await context.setOffline(true);
  await page.reload();
  await expect(status(page)).toContainText("Đang ngoại tuyến");
  const earlier = await recheckAll(page, visit);
  await recordAll(page, visit);
  await page.goto(`/field#/v/${visit}/D`);
  await page
    .locator("#question-D-2 input[type=file]")
    .first()
    .setInputFiles({ name: "bảng tin.png", mimeType: "image/png", buffer: photo });
  await expect(page.getByRole("img", { name: "Ảnh 1 của câu D.2" })).toBeVisible();
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByText("Đã trả lời hết các câu.")).toBeVisible();
  await page.getByLabel("Giờ bắt đầu").fill("08:30");
  await page.getByLabel("Giờ kết thúc").fill("08:05");
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  await expect(page.getByRole("alert")).toContainText("Ghi phạm vi");
  await expect(page.getByRole("alert")).toContainText("Giờ kết thúc phải sau giờ bắt đầu (08:30)");
  await page.getByRole("alert").getByRole("link", { name: "D.2: Ghi thấy ở đâu" }).click();
  await expect(page.getByLabel("Thấy ở đâu")).toBeFocused();
  await expect(page.getByLabel("Thấy ở đâu")).toHaveAccessibleDescription(
    /Ghi thấy ở đâu, tài liệu hoặc hồ sơ nào/,
  );
  await page.getByLabel("Giờ kết thúc").fill("11:05");
  await page.getByLabel("Thấy ở đâu").fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  await expect(page.getByText("Còn một bảng tin ở tầng 2 chưa thay.")).toBeVisible();
  await readOut(page, visit);
  await sign(page);
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText(/Biên bản đã chốt lúc/)).toBeVisible();
  const fingerprint = await page.locator("code").innerText();
  const [score = ""] = /\d+,\d\d/.exec(await page.locator(".minutes-score").innerText()) ?? [];
  await expect(status(page)).toContainText(`${14 + earlier} nội dung chờ gửi, trong đó 1 ảnh`);
  await context.setOffline(false);
  await expect(page.getByText(/Biên bản đã gửi, biên nhận \d{6}/)).toBeVisible({ timeout: 30_000 });
  await expect(status(page)).toContainText(`Đã gửi hết, ${14 + earlier} biên nhận`);
  expect((await receiptsOf(visit)).filter((each) => each.accepted)).toHaveLength(14 + earlier);
  await page.goto(`/audits/${visit}`);
  await expect(page.getByText(fingerprint)).toBeVisible();
  await expect(page.locator(".result-score")).toContainText(score);
  await expect(page.locator(".minutes-score")).toContainText(score);
  await expect(page.getByText("11:05", { exact: true })).toBeVisible();
  await expectShown(page.getByText("Còn một bảng tin ở tầng 2 chưa thay."));
  await expect(page.getByRole("img", { name: "Chữ ký của Trần Thị Bình" })).toBeVisible();
  await page.getByText("Câu trả lời").click();
  await expect(page.getByRole("img", { name: /Ảnh 1 của câu D.2/ })).toBeVisible();
});

test("every screen of the app can be used by everybody, with targets for thumbs", async ({ page }) => {
  const visit = await createVisit("snv");
  await takeAlong(page, visit);
  for (const place of [
    "#/",
    `#/v/${visit}`,
    `#/v/${visit}/before`,
    `#/v/${visit}/D`,
    `#/v/${visit}/check`,
    `#/v/${visit}/read`,
    `#/v/${visit}/sign`,
    `#/v/${visit}/print`,
    "#/queue",
  ]) {
    await page.goto(`/field${place}`);
    await expect(page.locator("h1")).toBeVisible();
    await expectAccessibleAsIs(page);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "main a, main button, main label.choice, main label.option, main summary",
        ),
      ]
        .filter(
          (each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 47.5,
        )
        .map((each) => each.outerHTML.slice(0, 120)),
    );
    expect(small, place).toEqual([]);
  }
});
