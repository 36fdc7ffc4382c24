import type { Page } from "@playwright/test";

import { storedOn, unfold } from "@/e2e/support/field";
import { draw, readOut, takeAlong, unfoldFindings } from "@/e2e/support/minutes";
import { enterAs, expect, expectAccessible, expectShown, test } from "@/e2e/support/test";
import { joinTeam, createAnswers, createVisit } from "@/e2e/support/world/visits";
import { createTwin } from "@/e2e/support/world/people";

test.use({ role: "inspector" });
const posting = "Bảng tin tầng 1 niêm yết bản ký năm 2012, chưa thay.";
const goal = "Mục tiêu chất lượng năm 2017 chưa đo được, văn bản số 12/KH ngày 10/01/2017.";
const answer = "Bản mới đã ký ngày 20/12/2017, đang in.";
const mate = "Lê Thị Mai";

const codes = ["A.1", "B.1", "C.1", "D.2", "E.1", "F.1", "G.1", "I.1", "K.1"];

/** A team of two: the inspector leads, the mate is a member. */
async function withMate(visit: string): Promise<string> {
  const name = `mate-${visit.slice(0, 8)}`;
  await createTwin("inspector", name, mate);
  await joinTeam(visit, name);
  return name;
}

async function describeFindings(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/check`);
  await unfoldFindings(page);
  for (const where of await page.getByLabel("Thấy ở đâu").all())
    await where.fill("Bảng tin tầng 1, ngày 15/3/2016");
  for (const scope of await page.getByLabel("Phạm vi").all()) await scope.fill("Trụ sở chính");
}

const inView = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.tagName === "H1" && scrollY === 0);

test("who was present is asked, and what the agency says of one finding is read and printed with it", async ({
  page,
  context,
}) => {
  const visit = await createVisit("skhdt");
  await createAnswers(visit, { "D.2": posting, "E.1": goal });
  await withMate(visit);
  await takeAlong(page, visit);
  await context.setOffline(true);
  await describeFindings(page, visit);
  await expect(page.getByLabel(/, trưởng đoàn$/)).toBeChecked();
  await page.getByLabel(`${mate}, thành viên`).uncheck();
  await page.getByLabel(/, trưởng đoàn$/).uncheck();
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  await expect(page.getByRole("alert")).toContainText("Chọn người của đoàn có mặt");
  await expect(page.getByLabel(/, trưởng đoàn$/)).toBeFocused();
  await page.getByLabel(/, trưởng đoàn$/).check();
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  await expect(page.getByText(`${mate}: thành viên (vắng mặt).`)).toBeVisible();
  await readOut(page, visit);
  await page.getByLabel("Không đồng ý, có ý kiến khác").check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByRole("alert")).toContainText("không đồng ý ở điểm nào, vì sao");
  await page.locator("summary", { hasText: "D.2" }).click();
  await page.getByLabel("Ý kiến của cơ quan về phát hiện này (câu D.2)").fill(answer);
  await draw(page, "Chữ ký");
  await page.getByLabel("Ý kiến của cơ quan về phát hiện này (câu D.2)").fill(`${answer} Xong trước 05/01.`);
  await expect(page.getByRole("status").filter({ hasText: "ý kiến về phát hiện" })).toBeVisible();
  await draw(page, "Chữ ký");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText("Biên bản đã chốt lúc")).toBeVisible();
  await expect.poll(() => inView(page)).toBe(true);
  await expect(page.getByText(`${answer} Xong trước 05/01.`)).toBeVisible();
  await page.goto(`/field#/v/${visit}/print`);
  const paper = page.getByRole("article", { name: "Biên bản" });
  await expect(paper).toContainText(`${mate}: thành viên (vắng mặt).`);
  await expect(paper).toContainText(`Ý kiến của cơ quan: ${answer}`);
  await expect(paper).toContainText("có ý kiến ghi ở từng điểm tồn tại");
  await context.setOffline(false);
  await expect(page.getByText(/số biên nhận: \d{6}/)).toBeVisible({ timeout: 30_000 });
  await page.goto(`/audits/${visit}`);
  await page.getByText("Toàn văn biên bản như đã đọc và ký").click();
  await expect(page.getByText(`${mate}: thành viên (vắng mặt).`)).toBeVisible();
  await expect(page.getByText(answer).first()).toBeVisible();
  await expectAccessible(page);
});

test("nine findings are folded to five screens, open where something is wrong, and are whole on paper", async ({
  page,
}) => {
  const visit = await createVisit("svhttdl");
  await createAnswers(visit, Object.fromEntries(codes.map((code) => [code, `${posting} (${code})`])));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/field#/v/${visit}/check`);
  const findings = page.locator("details.finding-fields");
  await expect(findings).toHaveCount(9);
  await expect(findings.first().locator("> summary")).toContainText(/Hạn \d\d\/\d\d\/\d{4}/);
  expect(await page.evaluate(() => document.documentElement.scrollHeight / 740)).toBeLessThanOrEqual(5);
  await expectAccessible(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.getByLabel("Phạm vi").nth(8)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.getByLabel("Phạm vi").nth(8)).toBeHidden();
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  const first = findings.first().getByLabel("Thấy ở đâu");
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await expect(page.getByRole("alert")).toContainText("A.1: Ghi thấy ở đâu");
});

test("a note that differs from its finding is said there, and is mended there or at its question", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sct");
  await createAnswers(visit, { "D.2": "Bảng tin tầng 1 niêm yết bản ký năm 2021" });
  await takeAlong(page, visit);
  await context.setOffline(true);
  await describeFindings(page, visit);
  const said = page.getByText(/^Ghi chú của câu D\.2 khác/u);
  await expect(said).toHaveCount(0);
  await page.getByLabel("Bằng chứng: đã thấy gì").fill(posting);
  await expect(said).toContainText("“Bảng tin tầng 1 niêm yết bản ký năm 2021”");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Sửa ghi chú (câu D.2)" }).click();
  await expect(page.locator("#question-D-2")).toBeInViewport();
  await page.goBack();
  await page.getByRole("button", { name: "Chép bằng chứng sang ghi chú (câu D.2)" }).click();
  await expect(said).toHaveCount(0);
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  await expectShown(page.getByText("KẾT LUẬN, KIẾN NGHỊ"));
  await expect(page.getByRole("main")).not.toContainText("2021");
});

test("a text of an old font is asked about beside it and before signing, and kept as it is", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sct");
  await createAnswers(visit, { "D.2": posting });
  await takeAlong(page, visit);
  await context.setOffline(true);
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator("#question-D-2");
  const asked = question.getByRole("status").filter({ hasText: "có vẻ gõ bằng phông chữ cũ" });
  await question.getByLabel("Thấy gì, ở đâu? (câu D.2)").fill("Quy tr×nh kiểm soát tài liệu");
  await expect(asked).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/field#/v/${visit}/check`);
  await page.getByRole("link", { name: "phông chữ cũ (TCVN3 hoặc VNI): câu D.2, ghi chú" }).click();
  await expect(question).toBeInViewport();
  await expect(question.getByLabel("Thấy gì, ở đâu? (câu D.2)")).toHaveValue("Quy tr×nh kiểm soát tài liệu");
  await question.getByLabel("Thấy gì, ở đâu? (câu D.2)").fill("Quy trình kiểm soát tài liệu");
  await expect(asked).toHaveCount(0);
});

test("gaps on other screens are said where the way to them is", async ({ page }) => {
  const visit = await createVisit("stttt");
  await page.goto(`/field#/v/${visit}/check`);
  await page.getByRole("link", { name: "Đọc biên bản" }).click();
  await expect(page.getByRole("alert")).toContainText(/Còn \d+ câu chưa kiểm tra/);
  const left = page.locator(":focus");
  await expect(left).toContainText(/Còn \d+ câu chưa kiểm tra/);
  await expect(left).toBeInViewport();
  await left.getByRole("link", { name: /^Mục A: còn/ }).click();
  await expect(page.locator("#question-A-1")).toBeInViewport();
});

test("a clock that is off is marked on the sealed page and on the agency's copy", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sldtbxh");
  await createAnswers(visit);
  await context.route("**/api/field/pack*", async (route) => {
    const reply = await route.fetch();
    const time = new Date(Date.now() - 2 * 3_600_000).toISOString();
    await route.fulfill({ response: reply, headers: { ...reply.headers(), "site-time": time } });
  });
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByText("Đã trả lời hết các câu.")).toBeVisible();
  await context.unrouteAll({ behavior: "wait" });
  await context.setOffline(true);
  await readOut(page, visit);
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText(/Biên bản đã chốt lúc .* đồng hồ máy nhanh 2 giờ/)).toBeVisible();
  await page.goto(`/field#/v/${visit}/print`);
  const paper = page.getByRole("article", { name: "Biên bản" });
  await expect(paper).toContainText(/Chốt trên máy lúc .* đồng hồ máy nhanh 2 giờ/);
  await expect(paper).toContainText(/Bản in từ máy lúc .* đồng hồ máy nhanh 2 giờ/);
});

test("a network that answers in our place is told apart from none, and from our server's no", async ({
  page,
  context,
}) => {
  const visit = await createVisit("snv");
  await takeAlong(page, visit);
  const answers = async (status: number, more: Record<string, string> = {}): Promise<void> => {
    await context.unrouteAll({ behavior: "wait" });
    await context.route("**/api/field/**", (route) =>
      route.fulfill({
        status,
        body: "<title>Wi-Fi</title>",
        headers: { "content-type": "text/html", ...more },
      }),
    );
  };
  await page.goto("/field#/");
  const ask = page.getByRole("button", { name: "Cập nhật dữ liệu mang theo" });
  const says = page.locator(".refreshed");
  await answers(200);
  await ask.click();
  await expect(says).toContainText("Mạng này đòi đăng nhập mạng trước");
  await expectAccessible(page);
  await page.goto(`/field#/v/${visit}/D`);
  await page.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
  await expect(page.locator(".field-status")).toContainText("Mạng này đòi đăng nhập mạng trước");
  await page.goto("/field#/");
  await answers(503, { "site-time": new Date().toISOString() });
  await ask.click();
  await expect(says).toContainText("Máy chủ trả lời là lúc này chưa làm được");
  await answers(401, { "site-time": new Date().toISOString() });
  await ask.click();
  await expect(says).toContainText("Máy chủ đòi đăng nhập lại");
  await context.unrouteAll({ behavior: "wait" });
  await context.setOffline(true);
  await ask.click();
  await expect(says).toContainText("không có mạng hoặc không tới được máy chủ");
  await context.setOffline(false);
  await ask.click();
  await expect(says).toContainText("Đã cập nhật.");
});

test("a HEIC picture that cannot be read is warned of at the photographs", async ({ page }) => {
  const visit = await createVisit("snv");
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator("#question-D-2");
  await expect(question).toBeVisible();
  await unfold(question);
  const heic = { mimeType: "image/heic", buffer: Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0", "latin1") };
  await question
    .locator("input[type=file]")
    .last()
    .setInputFiles([
      { name: "IMG_1.HEIC", ...heic },
      { name: "IMG_2.HEIC", ...heic },
    ]);
  const warning = question.getByRole("alert");
  await expect(warning).toHaveCount(1);
  await expect(warning).toContainText("IMG_1.HEIC, IMG_2.HEIC");
  await expect(warning).toHaveClass("notice bad stack");
  await expectAccessible(page);
});

test("a photograph that came after signing is marked among the answers, with its receipt", async ({
  page,
  browser,
}) => {
  const visit = await createVisit("sxd");
  await createAnswers(visit);
  const name = await withMate(visit);
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  const other = await context.newPage();
  await enterAs(other, name);
  await takeAlong(page, visit);
  await takeAlong(other, visit);
  await page.context().setOffline(true);
  await readOut(page, visit);
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText("Biên bản đã chốt lúc")).toBeVisible();
  await other.goto(`/field#/v/${visit}/D`);
  await expect(other.locator("#question-D-2")).toBeVisible();
  await unfold(other.locator("#question-D-2"));
  await other
    .locator("#question-D-2 input[type=file]")
    .last()
    .setInputFiles({
      name: "a.png",
      mimeType: "image/png",
      buffer: Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
      ),
    });
  await expect(other.locator(".field-status")).toContainText("Đã gửi hết, 1 biên nhận", { timeout: 30_000 });
  await page.context().setOffline(false);
  await expect(page.getByText(/Biên bản đã gửi, biên nhận \d{6}/)).toBeVisible({ timeout: 30_000 });
  expect(await storedOn(page, "photos")).toEqual([]);
  await page.goto(`/audits/${visit}`);
  await page.getByText("Câu trả lời", { exact: true }).click();
  await expect(page.getByText(/Gửi đến sau khi ký, không thuộc biên bản\. Biên nhận \d{6}/)).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
