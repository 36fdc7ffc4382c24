import type { BrowserContext, Page } from "@playwright/test";

import { draw, readOut, takeAlong } from "@/e2e/support/minutes";
import { expect, expectAccessible, openOwnMenu, test } from "@/e2e/support/test";
import { answersIn, plantVisit, receiptsOf } from "@/e2e/support/world";

test.use({ role: "inspector" });
test.describe.configure({ timeout: 120_000 });

const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const choose = (page: Page, code: string, outcome: string): Promise<void> =>
  page
    .locator(`#question-${code.replace(".", "-")}`)
    .getByLabel(outcome, { exact: true })
    .check();

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
  const visit = await plantVisit("snv");
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
  const score = await page.locator(".reading-result strong").first().innerText();
  await expect(status(page)).toContainText(`${14 + earlier} nội dung chờ gửi, trong đó 1 ảnh`);
  await context.setOffline(false);
  await expect(page.getByText(/Biên bản đã gửi, biên nhận \d{6}/)).toBeVisible({ timeout: 30_000 });
  await expect(status(page)).toContainText(`Đã gửi hết, ${14 + earlier} biên nhận`);
  expect((await receiptsOf(visit)).filter((each) => each.accepted)).toHaveLength(14 + earlier);
  await page.goto(`/audits/${visit}`);
  await expect(page.getByText(fingerprint)).toBeVisible();
  await expect(page.getByText(score)).toBeVisible();
  await expect(page.getByText("11:05", { exact: true })).toBeVisible();
  await expect(page.getByText("Còn một bảng tin ở tầng 2 chưa thay.")).toBeVisible();
  await expect(page.getByRole("img", { name: "Chữ ký của Trần Thị Bình" })).toBeVisible();
  await page.getByText("Câu trả lời").click();
  await expect(page.getByRole("img", { name: /Ảnh 1 của câu D.2/ })).toBeVisible();
});

test("nothing is lost when the browser is killed, and the server is gone", async ({ page, context }) => {
  const visit = await plantVisit("sxd");
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
  const visit = await plantVisit("sct");
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
  const visit = await plantVisit("stc");
  await takeAlong(page, visit);
  const elsewhere = await browser.newContext({
    storageState: await page.context().storageState(),
    baseURL: new URL(page.url()).origin,
  });
  const other = await elsewhere.newPage();
  await takeAlong(other, visit);
  await other.goto(`/field#/v/${visit}/D`);
  await choose(other, "D.1", "Đạt");
  await expect(status(other)).toContainText("Đã gửi hết");
  await page.goto(`/field#/v/${visit}/D`);
  await choose(page, "D.1", "Không đạt");
  const note = page.getByRole("alert").filter({ hasText: "khác với bản của bạn" });
  await expect(note).toContainText("Bản trên hệ thống: Đạt");
  await expect(note).toContainText("Bản của bạn: Không đạt");
  await expect(note).toContainText(/đã được máy chủ giữ, biên nhận \d{6}/);
  await page.reload();
  await expect(note).toContainText("Bản của bạn: Không đạt");
  await expect(page.locator("#question-D-1").getByLabel("Không đạt", { exact: true })).toBeChecked();
  await page.getByRole("radio", { name: "Bản của bạn: Không đạt" }).click();
  await expect(status(page)).toContainText("Đã gửi hết");
  expect(await answersIn(visit)).toContainEqual({ code: "D.1", outcome: "not_conforming", note: "" });
  await elsewhere.close();
});

test("every screen of the app can be used by everybody, with targets for thumbs", async ({ page }) => {
  const visit = await plantVisit("snv");
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
    await expectAccessible(page);
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

test("a session that has run out keeps everything, and sends it after signing in again", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill("inspector");
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  const visit = await plantVisit("skhcn");
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
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill("inspector");
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  const visit = await plantVisit("sgtvt");
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
  await expect(page.getByRole("link", { name: /Kiểm tra / }).first()).toBeVisible();
  await context.close();
});
