import type { BrowserContext, Page } from "@playwright/test";

import { takeAlong } from "@/e2e/support/minutes";
import { expect, openOwnMenu, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { answersIn, receiptsOf } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
const choose = (page: Page, code: string, outcome: string): Promise<void> =>
  page
    .locator(`#question-${code.replace(".", "-")}`)
    .getByLabel(outcome, { exact: true })
    .check();

const status = (page: Page) => page.locator(".field-status");

test("nothing is lost when the browser is killed, and the server is gone", async ({ page, context }) => {
  const visit = await createVisit("sxd");
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/D`);
  await context.route("**/api/field/**", (route) => route.abort());
  await choose(page, "D.1", "Đạt một phần");
  await page.locator("#question-D-1 textarea").fill("Bản sao chưa ký");
  await expect(status(page)).toContainText("máy chủ không trả lời");
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto(`/field#/v/${visit}/D`);
  await expect(again.locator("#question-D-1").getByLabel("Đạt một phần", { exact: true })).toBeChecked();
  await expect(again.locator("#question-D-1 textarea")).toHaveValue("Bản sao chưa ký");
  await context.unroute("**/api/field/**");
  await again.reload();
  await expect(status(again)).toContainText("Đã gửi hết");
  expect(await answersIn(visit)).toContainEqual({ code: "D.1", outcome: "partly", note: "Bản sao chưa ký" });
});

/** Lets the request through to the server, and loses the answer on the way back. */
async function loseAnswers(context: BrowserContext): Promise<void> {
  await context.route("**/api/field/sheets/**", async (route) => {
    await route.fetch();
    await route.abort();
  });
}

test("an answer that got lost on the way back does no harm: the same item gets the same receipt", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sct");
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/D`);
  await loseAnswers(context);
  await choose(page, "D.1", "Đạt");
  await expect(status(page)).toContainText("máy chủ không trả lời");
  await choose(page, "D.1", "Không đạt");
  await expect(status(page)).toContainText("Còn 2 nội dung");
  await context.unroute("**/api/field/sheets/**");
  await page.reload();
  await expect(status(page)).toContainText("Đã gửi hết, 2 biên nhận");
  const receipts = await receiptsOf(visit);
  expect(receipts.map((each) => [each.accepted, each.version])).toEqual([
    [true, 1],
    [true, 2],
  ]);
  expect(await answersIn(visit)).toContainEqual({ code: "D.1", outcome: "not_conforming", note: "" });
});

test("two of one team in the same section are shown both versions, and decide", async ({ page, browser }) => {
  const visit = await createVisit("stc");
  await takeAlong(page, visit);
  const elsewhere = await browser.newContext({
    storageState: await page.context().storageState(),
    baseURL: new URL(page.url()).origin,
  });
  const other = await elsewhere.newPage();
  await takeAlong(other, visit);
  await other.goto(`/field#/v/${visit}/D`);
  await choose(other, "D.1", "Đạt");
  await choose(other, "D.2", "Đạt");
  await expect(status(other)).toContainText("Đã gửi hết");
  await page.goto(`/field#/v/${visit}/D`);
  await choose(page, "D.1", "Không đạt");
  await choose(page, "D.2", "Đạt một phần");
  const note = page.getByRole("alert").filter({ hasText: "khác với bản của bạn" });
  await expect(note).toContainText("Bản trên hệ thống: Đạt");
  await expect(note).toContainText("Bản của bạn: Không đạt");
  await expect(note).toContainText(/đã được máy chủ giữ, biên nhận \d{6}/);
  await page.reload();
  await expect(note).toContainText("Bản của bạn: Không đạt");
  await expect(page.locator("#question-D-1").getByLabel("Không đạt", { exact: true })).toBeChecked();
  const mine = page.getByRole("radio", { name: "Bản của bạn: Không đạt" });
  await mine.click();
  await expect(mine, "on the device").toBeChecked();
  await page.reload();
  await expect(mine, "half decided").toBeChecked();
  await page.getByRole("radio", { name: "Bản của bạn: Đạt một phần" }).click();
  await expect(status(page)).toContainText("Đã gửi hết");
  expect(await answersIn(visit)).toContainEqual({ code: "D.1", outcome: "not_conforming", note: "" });
  await elsewhere.close();
});

test("a session that has run out keeps everything, and sends it after signing in again", async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill("inspector");
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  const visit = await createVisit("skhcn");
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/D`);
  await context.clearCookies();
  await choose(page, "D.1", "Đạt một phần");
  await expect(status(page)).toContainText("cần đăng nhập lại");
  await page.getByRole("link", { name: "Đăng nhập để gửi" }).first().click();
  await page.getByLabel("Tên đăng nhập").fill("inspector");
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page).toHaveURL(/\/field/);
  await expect(status(page)).toContainText("Đã gửi hết");
  expect(await answersIn(visit)).toContainEqual({ code: "D.1", outcome: "partly", note: "" });
  await context.close();
});

test("signing out asks first where something has not been sent", async ({ browser }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill("inspector");
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  const visit = await createVisit("sgtvt");
  await takeAlong(page, visit);
  await context.route("**/api/field/sheets/**", (route) => route.abort());
  await page.goto(`/field#/v/${visit}/D`);
  await choose(page, "D.1", "Đạt");
  await expect(status(page)).toContainText("máy chủ không trả lời");
  await page.goto("/today");
  await openOwnMenu(page);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Máy này còn 1 nội dung" })).toBeVisible();
  await page.getByRole("button", { name: "Vẫn đăng xuất" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/field");
  await expect(page.getByText("Chưa ai đăng nhập trên máy này")).toBeVisible();
  await expect(page.getByText("Còn 1 nội dung chờ gửi trên máy này")).toBeVisible();
  await context.close();
});
