import type { Page } from "@playwright/test";

import { draw, onTheEve, readOut, takeAlong, unfoldFindings } from "@/e2e/support/minutes";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createAnswers, createVisit } from "@/e2e/support/world/visits";
import { answersIn, signedIn } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
const posting = "Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa thay.";
const day = 86_400_000;

const status = (page: Page) => page.locator(".field-status");
const early = (page: Page) => page.getByText("cuộc kiểm tra này là ngày 31/12/2017");

async function noteAt(page: Page, visit: string, note: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/D`);
  await page.locator("#question-D-2 textarea").fill(note);
}

/** Everything from the finding to the signatures, as in a meeting room without a network. */
async function seal(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/check`);
  await unfoldFindings(page);
  await page.getByLabel("Thấy ở đâu").fill("Bảng tin tầng 1, ngày 15/3/2016");
  await page.getByLabel("Phạm vi").fill("Trụ sở chính");
  await readOut(page, visit);
  await page.getByLabel("Đồng ý với biên bản").check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await draw(page, "Chữ ký");
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText("Biên bản đã chốt lúc")).toBeVisible();
}

test("a visit taken along the day before is recorded, signed and dated on its day without a network", async ({
  page,
  context,
}) => {
  const visit = await createVisit("syt");
  await createAnswers(visit, { "D.2": posting });
  await onTheEve(context, 24, () => takeAlong(page, visit));
  await context.setOffline(true);
  await page.reload();
  await page.goto(`/field#/v/${visit}`);
  await expect(page.getByRole("heading", { name: /^Kiểm tra / })).toBeVisible();
  await expect(early(page)).toBeHidden();
  await noteAt(page, visit, `${posting} Đã hẹn thay.`);
  await seal(page, visit);
  await context.setOffline(false);
  await expect(status(page)).toContainText("Đã gửi hết", { timeout: 30_000 });
  expect(await signedIn(visit)).toEqual({ on: "2017-12-31", due: ["2018-01-30"] });
  expect(await answersIn(visit)).toContainEqual({
    code: "D.2",
    outcome: "not_conforming",
    note: `${posting} Đã hẹn thay.`,
  });
});

test("a visit begun early is warned of, not shut; past midnight it is its day, and what is signed bears that day", async ({
  page,
  context,
}) => {
  await page.clock.install();
  const visit = await createVisit("stnmt");
  await createAnswers(visit, { "D.2": posting });
  await onTheEve(context, 0, () => takeAlong(page, visit));
  await context.setOffline(true);
  await expect(early(page)).toContainText("hôm nay là 30/12/2017");
  await expectAccessible(page);
  await noteAt(page, visit, "Ghi lúc chuẩn bị, tối hôm trước.");
  await page.goto(`/field#/v/${visit}`);
  await expect(early(page)).toBeVisible();
  await page.clock.fastForward(day);
  await expect(early(page)).toBeHidden();
  await page.goto(`/field#/v/${visit}/D`);
  await expect(page.locator("#question-D-2 textarea")).toHaveValue("Ghi lúc chuẩn bị, tối hôm trước.");
  await seal(page, visit);
  await context.setOffline(false);
  await expect(status(page)).toContainText("Đã gửi hết", { timeout: 30_000 });
  expect(await signedIn(visit)).toEqual({ on: "2017-12-31", due: ["2018-01-30"] });
});

test("minutes signed on the eve and delivered the day after keep the day on which people signed", async ({
  page,
  context,
}) => {
  const visit = await createVisit("snnptnt");
  await createAnswers(visit, { "D.2": posting });
  await onTheEve(context, 0, () => takeAlong(page, visit));
  await context.setOffline(true);
  await seal(page, visit);
  await context.setOffline(false);
  await expect(status(page)).toContainText("Đã gửi hết", { timeout: 30_000 });
  expect(await signedIn(visit)).toEqual({ on: "2017-12-30", due: ["2018-01-29"] });
});
