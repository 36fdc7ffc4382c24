import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";

import { spokenFor } from "@/e2e/gate/visitors";
import { standBefore, type Sent, type Stand } from "@/e2e/support/editions";
import { storedOn } from "@/e2e/support/field";
import { onTheEve } from "@/e2e/support/minutes";
import { enterAs, expect, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { answersIn, photosIn, receiptsOf } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });

/** `FIELD_VISITS=20 FIELD_GROUPS=ABCDEFGHIJKL` for the long day. */
const visits = Number(process.env.FIELD_VISITS ?? "2");
const groups = (process.env.FIELD_GROUPS ?? "D").split("");
const half = Math.floor((visits - 1) / 2);
test.describe.configure({ timeout: 90_000 + visits * groups.length * 12_000 });

/** Agencies without findings of their own, taken in turn: a journey of another project may plan visits there as well. */
const agencies = ["stttt", "svhttdl", "skhdt", "sldtbxh"] as const;

const picture = (n: number): Buffer =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    Buffer.from(`ảnh ${n}`),
  ]);

const status = (page: Page) => page.locator(".field-status");

async function takeAlong(page: Page, origin: string, visit: string): Promise<void> {
  await page.goto(`${origin}/field#/v/${visit}`);
  await expect(page.getByRole("heading", { name: /^Kiểm tra / })).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** One visit: every question of the day's groups, a note at each first one, and a photograph. */
async function record(page: Page, origin: string, visit: string, n: number): Promise<number> {
  let questions = 0;
  for (const group of groups) {
    await page.goto(`${origin}/field#/v/${visit}/${group}`);
    // Nobody answers a new screen as soon as it is there: on the spot of the last tap that would be a double tap.
    await page.getByRole("heading", { name: new RegExp(`^${group}\\.`) }).click();
    const all = await page.locator("fieldset.sheet-question").all();
    for (const question of all) await question.getByLabel("Đạt một phần", { exact: true }).check();
    await all[0]?.locator("textarea").fill(`cuộc ${n}`);
    questions += all.length;
  }
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: `ảnh ${n}.png`, mimeType: "image/png", buffer: picture(n) });
  await expect(page.getByRole("img", { name: /^Ảnh 1 của câu/ })).toBeVisible();
  return questions;
}

/** A newer edition comes while a note is being written. It waits, says so, and is taken when the person wants it. */
async function updateInMidVisit(page: Page, context: BrowserContext, stand: Stand): Promise<void> {
  const note = page.locator("fieldset.sheet-question textarea").first();
  const before = await note.inputValue();
  await note.fill(`${before}, đang ghi`);
  await page.evaluate(() => {
    (window as { here?: boolean }).here = true;
  });
  // The session ends meanwhile: what is tried from here on is refused.
  await context.clearCookies();
  stand.publish();
  await context.setOffline(false);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration("/field"))?.update());
  await expect(page.getByText("Có bản mới của ứng dụng.")).toBeVisible();
  expect(await page.evaluate(() => (window as { here?: boolean }).here), "loaded again unasked").toBe(true);
  await expect(note).toHaveValue(`${before}, đang ghi`);
  await note.fill(`${before}, ghi tiếp`);
  await page.getByRole("button", { name: "Dùng bản mới" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-edition", "newer");
  await expect(note).toHaveValue(`${before}, ghi tiếp`);
  await expect(page.getByText("Có bản mới của ứng dụng.")).toBeHidden();
  await context.setOffline(true);
}

/** How many photographs lie on the device with their bytes. */
const picturesOn = async (page: Page): Promise<number> => (await storedOn(page, "pictures")).length;

/** Everything once more, the last first: a device that never heard an answer, and a network that turns things round. */
async function deliverAgain(request: APIRequestContext, { origin }: Stand, sent: readonly Sent[]) {
  const numbers: string[] = [];
  for (const { path, body, type } of sent.toReversed()) {
    if (path.startsWith("/api/field/photos/")) continue;
    const headers = { origin, ...(await spokenFor(request)), ...(type && { "content-type": type }) };
    const answer = await request.put(`${origin}${path}`, { headers, data: body });
    expect(answer.status(), path).toBe(200);
    numbers.push(((await answer.json()) as { number: string }).number);
  }
  return numbers;
}

/** Nothing lost, nothing twice, each item with its receipt. How many receipts there are. */
async function expectWhole(visit: string, questions: number, note: string): Promise<number> {
  const receipts = await receiptsOf(visit);
  expect(receipts.every((each) => each.accepted)).toBe(true);
  expect(new Set(receipts.map((each) => each.id)).size).toBe(receipts.length);
  expect(new Set(receipts.map((each) => each.subject)).size).toBe(groups.length + 1);
  const answers = await answersIn(visit);
  expect(answers.filter((each) => each.outcome === "partly")).toHaveLength(questions);
  expect(answers.map((each) => each.note)).toContain(note);
  expect(await photosIn(visit)).toBe(1);
  return receipts.length;
}

test("a day of visits with photographs, a new edition in the middle and a session that runs out: all arrives, once", async ({
  page,
  context,
}, { project, workerIndex }) => {
  const stand = await standBefore(project.use.baseURL ?? "");
  const { origin } = stand;
  const planned: string[] = [];
  for (let n = 0; n < visits; n += 1)
    planned.push(await createVisit(agencies[(n + workerIndex) % agencies.length] ?? agencies[0]));
  await onTheEve(context, 24, () => takeAlong(page, origin, planned[0] ?? ""));
  await context.setOffline(true);
  const questions: number[] = [];
  for (const [n, visit] of planned.slice(0, half + 1).entries())
    questions.push(await record(page, origin, visit, n));
  await updateInMidVisit(page, context, stand);
  for (const [n, visit] of planned.slice(half + 1).entries())
    questions.push(await record(page, origin, visit, half + 1 + n));
  await expect(status(page)).toContainText("ngoại tuyến");
  expect(await picturesOn(page)).toBe(visits);
  stand.stop(true);
  await context.setOffline(false);
  await expect(status(page)).toContainText("máy chủ không trả lời");
  stand.stop(false);
  await page.reload();
  await expect(status(page)).toContainText("cần đăng nhập lại");
  await enterAs(page, "inspector");
  await page.reload();
  await expect(status(page)).toContainText("Đã gửi hết", { timeout: 30_000 + visits * groups.length * 1000 });
  expect(await picturesOn(page), "photographs left on the device").toBe(0);
  let receipts = 0;
  for (const [n, visit] of planned.entries()) {
    receipts += await expectWhole(visit, questions[n] ?? 0, n === half ? `cuộc ${n}, ghi tiếp` : `cuộc ${n}`);
  }
  await expect(status(page)).toContainText(`Đã gửi hết, ${receipts} biên nhận`);
  expect(new Set(await deliverAgain(page.request, stand, stand.sent)).size).toBe(receipts);
  let after = 0;
  for (const visit of planned) after += (await receiptsOf(visit)).length;
  expect(after).toBe(receipts);
  await stand.close();
});
