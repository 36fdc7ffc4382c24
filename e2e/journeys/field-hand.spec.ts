import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

import type { Browser, Page } from "@playwright/test";

import { unfold } from "@/e2e/support/field";
import { draw, readOut, takeAlong } from "@/e2e/support/minutes";
import { enterAs, expect, expectAccessible, test } from "@/e2e/support/test";
import { joinTeam, createAnswers, createVisit } from "@/e2e/support/world/visits";
import { createTwin } from "@/e2e/support/world/people";
import { answersIn, photosIn } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
const mate = "Lê Thị Mai";
const note = "Bản công bố dán ở tầng 2, chưa có ở tầng 1.";
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const questionOf = (page: Page, code: string) => page.locator(`#question-${code.replace(".", "-")}`);
const choose = (page: Page, code: string, outcome: string): Promise<void> =>
  questionOf(page, code).getByLabel(outcome, { exact: true }).check();
const status = (page: Page) => page.locator(".field-status");

/** The phone of a team mate, who exists for this test alone. */
async function mateAt(browser: Browser, visit: string): Promise<Page> {
  const name = `mate-${randomUUID().slice(0, 8)}`;
  await createTwin("inspector", name, mate);
  await joinTeam(visit, name);
  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL ?? "" });
  const page = await context.newPage();
  await enterAs(page, name);
  return page;
}

const openPart = async (page: Page, visit: string): Promise<void> => {
  await page.goto(`/field#/v/${visit}`);
  await page.getByText("Ghép phần ghi của hai máy").click();
};

/** The file that a phone hands over of a visit. */
async function handOver(page: Page, visit: string): Promise<Buffer> {
  await openPart(page, visit);
  await page.getByRole("button", { name: "Đưa phần ghi sang máy khác" }).click();
  await expect(page.getByText("Tệp đã sẵn sàng.")).toBeVisible();
  await expectAccessible(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Lưu tệp" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^phan-ghi-skhdt-\d{12}\.nenep$/);
  return readFile(await saved.path());
}

const takeIn = (page: Page, buffer: Buffer): Promise<void> =>
  page
    .getByLabel("Nhận phần ghi từ máy khác")
    .setInputFiles({ name: "a.nenep", mimeType: "application/octet-stream", buffer });

/** What the team mate records: C.1 otherwise, with a note, and C.3 with a photograph. */
async function recordAsMate(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}/C`);
  await choose(page, "C.1", "Đạt một phần");
  await questionOf(page, "C.1").locator("textarea").fill(note);
  await choose(page, "C.3", "Không áp dụng");
  await unfold(questionOf(page, "C.3"));
  await questionOf(page, "C.3")
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "bảng tin.png", mimeType: "image/png", buffer: photo });
  await expect(page.getByRole("img", { name: "Ảnh 1 của câu C.3" })).toBeVisible();
}

async function seal(page: Page, visit: string): Promise<void> {
  await readOut(page, visit);
  await page.getByLabel("Đồng ý với biên bản").check();
  await page.getByLabel("Họ tên người đại diện").fill("Trần Thị Bình");
  await draw(page, "Chữ ký");
  await page.getByRole("button", { name: "Chốt biên bản trên máy" }).click();
  await expect(page.getByText(/Biên bản đã chốt lúc/)).toBeVisible();
}

/** Who recorded which group stands under minutes as long as they are on the phone. */
async function expectRecorders(page: Page, visit: string): Promise<void> {
  await page.goto(`/field#/v/${visit}`);
  const groupC = page.locator(".recorders li", { hasText: "C. Công bố" });
  await expect(groupC).toContainText(`${mate} ghi, `);
  await expectAccessible(page);
}

/** One phone seals minutes with what both recorded; neither has a network. */
async function recordTogether(page: Page, other: Page, visit: string): Promise<void> {
  for (const each of [page, other]) {
    await takeAlong(each, visit);
    await each.context().setOffline(true);
  }
  await page.goto(`/field#/v/${visit}/C`);
  await choose(page, "C.1", "Không áp dụng");
  await choose(page, "C.2", "Không áp dụng");
  await recordAsMate(other, visit);
  const file = await handOver(other, visit);
  await openPart(page, visit);
  await takeIn(page, file.subarray(0, -1));
  await expect(page.getByText("Tệp bị cắt hoặc bị sửa trên đường đi.")).toBeVisible();
  await takeIn(page, file);
  await expect(page.getByText(`Đã nhận phần ghi của ${mate}: 1 câu, 0 tồn tại, 1 ảnh.`)).toBeVisible();
  const hands = page.locator(".group-task", { hasText: "C. " }).locator(".hands-line");
  await expect(hands).toContainText(`${mate} ghi`);
  await expect(hands).not.toContainText("Bạn ghi");
  const differing = page.getByRole("alert").filter({ hasText: "Hai máy ghi khác nhau 1 chỗ" });
  await expect(differing).toContainText(`Bản của ${mate}: Đạt một phần. ${note}`);
  await expectAccessible(page);
  await page.reload();
  await page.goto(`/field#/v/${visit}/check`);
  await page.getByRole("link", { name: "Hai máy ghi khác nhau 1 chỗ" }).click();
  await differing.getByText("Bản của bạn: Không áp dụng").click();
  await expect(differing).toHaveCount(0);
  await page.getByText("Ghép phần ghi của hai máy").click();
  await takeIn(page, file);
  await expect(page.getByText("không có gì thay đổi")).toBeVisible();
  await expect(differing).toHaveCount(0);
  await page.goto(`/field#/v/${visit}/C`);
  for (const code of ["C.1", "C.2", "C.3"])
    await expect(questionOf(page, code).getByLabel("Không áp dụng", { exact: true })).toBeChecked();
  await unfold(questionOf(page, "C.3"));
  await expect(page.getByRole("img", { name: "Ảnh 1 của câu C.3" })).toBeVisible();
  await seal(page, visit);
}

type Pair = readonly [Page, Page];
const orders = [
  ["the one that sealed", ([sealed, other]: Pair): Pair => [sealed, other]],
  ["the other", ([sealed, other]: Pair): Pair => [other, sealed]],
] as const;

for (const [first, inOrder] of orders)
  test(`two phones without a network come to one set of minutes, and both to rest, ${first} first`, async ({
    page,
    browser,
  }) => {
    const visit = await createVisit("skhdt");
    await createAnswers(visit);
    const other = await mateAt(browser, visit);
    await recordTogether(page, other, visit);
    await expectRecorders(page, visit);
    for (const each of inOrder([page, other])) {
      await each.context().setOffline(false);
      await expect(status(each)).toContainText("Đã gửi hết", { timeout: 30_000 });
    }
    for (const each of [page, other]) {
      await each.goto("/field#/queue");
      await expect(status(each)).toContainText("Đã gửi hết");
      await expect(status(each)).not.toContainText("cần bạn xem lại");
      await expect(each.getByText("Có hai bản")).toHaveCount(0);
    }
    const stored = new Map((await answersIn(visit)).map(({ code, outcome }) => [code, outcome]));
    expect(["C.1", "C.2", "C.3"].map((code) => stored.get(code))).toEqual([
      "not_applicable",
      "not_applicable",
      "not_applicable",
    ]);
    expect(await photosIn(visit)).toBe(1);
    await expectRecorders(page, visit);
    await page.goto(`/audits/${visit}`);
    const groupC = page.locator(".answer-line", { hasText: "C. Công bố" });
    await expect(groupC).toContainText(`${mate} ghi (theo máy của người gửi), `);
    await expect(groupC).toContainText(" gửi, ");
    await other.context().close();
  });
