import type { Page } from "@playwright/test";

import { standBefore } from "@/e2e/support/editions";
import { unfold } from "@/e2e/support/field";
import { jpegOf } from "@/e2e/support/pictures";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { readOut } from "@/e2e/support/minutes";
import { createAnswers, createVisit } from "@/e2e/support/world/visits";
import { answersIn } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
/** A disk that fills up and is emptied again when the test says so. */
const fillable = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const disk = globalThis as unknown as { full: boolean };
    disk.full = false;
    for (const name of ["put", "add"] as const) {
      const { value } = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, name) as {
        value: () => IDBRequest;
      };
      const write = function (this: IDBObjectStore, ...given: []) {
        if (disk.full) throw new DOMException("no room", "QuotaExceededError");
        return value.apply(this, given);
      };
      Object.defineProperty(IDBObjectStore.prototype, name, {
        value: write,
        configurable: true,
        writable: true,
      });
    }
  });

const full = (page: Page, is: boolean): Promise<void> =>
  page.evaluate((now) => {
    (globalThis as unknown as { full: boolean }).full = now;
  }, is);

const status = (page: Page) => page.locator(".field-status");
const alert = (page: Page, what: string) =>
  page.getByRole("alert").filter({ hasText: `Máy hết chỗ, chưa lưu được ${what}.` });

test("a full disk is said at each thing, and nothing that was typed is lost", async ({ page }) => {
  await fillable(page);
  const visit = await createVisit("snv");
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator("#question-D-1");
  await expect(question).toBeVisible();
  await full(page, true);
  await question.getByLabel("Đạt một phần", { exact: true }).check();
  await question.locator("textarea").fill("Bản sao chưa ký");
  await expect(alert(page, "câu D.1")).toBeVisible();
  await expect(status(page)).toHaveText("1 nội dung CHƯA lưu được trên máy.");
  await expectAccessible(page);
  await unfold(page.locator("#question-D-2"));
  await page
    .locator("#question-D-2 input[type=file]")
    .last()
    .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: await jpegOf(page, 400, 300) });
  await expect(alert(page, "ảnh của câu D.2")).toBeVisible();
  // Leaving the screen takes nothing away.
  await page.goto(`/field#/v/${visit}/before`);
  const finding = page.locator("fieldset.sheet-question").first();
  await finding.getByLabel("Đã khắc phục", { exact: true }).check();
  await expect(alert(page, "kết quả xem lại")).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: "kết quả xem lại tồn tại câu" })).toBeVisible();
  await page.goto(`/field#/v/${visit}/check`);
  await page.getByLabel("Kết luận, kiến nghị").fill("Đề nghị khắc phục");
  await expect(alert(page, "biên bản đang soạn")).toBeVisible();
  await page.goto("/field#/");
  await page.getByRole("button", { name: "Cập nhật dữ liệu mang theo" }).click();
  await expect(alert(page, "dữ liệu mang theo")).toBeVisible();
  await page.goto(`/field#/v/${visit}/D`);
  await expect(question.locator("textarea")).toHaveValue("Bản sao chưa ký");
  await expect(alert(page, "câu D.1")).toBeVisible();
  expect(await answersIn(visit)).toEqual([]);
  await full(page, false);
  await alert(page, "câu D.1").getByRole("button", { name: "Lưu lại" }).click();
  await expect(alert(page, "câu D.1")).toBeHidden();
  // The rest goes by itself with the next change, which is no second tap on the key that has gone.
  await page.mouse.wheel(0, 1);
  await page.locator("#question-D-3").getByLabel("Đạt", { exact: true }).check();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.locator("#question-D-2").getByRole("button", { name: /^Xem lớn ảnh/ })).toHaveCount(1);
  await expect
    .poll(async () => (await answersIn(visit)).map(({ code, note }) => [code, note]), { timeout: 30_000 })
    .toContainEqual(["D.1", "Bản sao chưa ký"]);
  await page.reload();
  await expect(question.locator("textarea")).toHaveValue("Bản sao chưa ký");
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByLabel("Kết luận, kiến nghị")).toHaveValue("Đề nghị khắc phục");
});

test("a page whose words are in red does not go unasked, neither for a newer edition nor by itself", async ({
  page,
  baseURL,
}) => {
  const stand = await standBefore(baseURL ?? "");
  try {
    await fillable(page);
    const visit = await createVisit("snv");
    await page.goto(`${stand.origin}/field#/v/${visit}/D`);
    const note = page.locator("#question-D-1 textarea");
    await unfold(page.locator("#question-D-1"));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await full(page, true);
    await note.fill("Bản sao chưa ký");
    await expect(alert(page, "câu D.1")).toBeVisible();
    stand.publish();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    const waits = page.getByRole("status").filter({ hasText: "Còn 1 nội dung CHƯA lưu được" });
    await expect(waits).toContainText("lưu xong mới dùng bản mới được", { timeout: 30_000 });
    await waits.getByRole("button", { name: "Dùng bản mới" }).click();
    await expect(note).toHaveValue("Bản sao chưa ký");
    const asked = page.waitForEvent("dialog");
    const reload = page.reload({ timeout: 5_000 }).catch(() => null);
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await reload;
    await expect(note).toHaveValue("Bản sao chưa ký");
    await full(page, false);
    await page.getByRole("button", { name: "Dùng bản mới" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-edition", "newer");
    await expect(note).toHaveValue("Bản sao chưa ký");
  } finally {
    await stand.close();
  }
});

test("a seal that finds no room is not set, says so, and waits for its person", async ({ page }) => {
  await fillable(page);
  const visit = await createVisit("sxd");
  await createAnswers(visit);
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByText("Đã trả lời hết các câu.")).toBeVisible();
  await readOut(page, visit);
  const seal = page.getByRole("button", { name: "Chốt biên bản trên máy" });
  await full(page, true);
  await page.getByLabel("Chưa có ý kiến (đại diện vắng mặt)").check();
  await expect(alert(page, "biên bản đang soạn")).toBeVisible();
  await seal.click();
  await expect(alert(page, "biên bản vừa chốt")).toBeVisible();
  await expect(page.getByText(/Biên bản đã chốt lúc/)).toHaveCount(0);
  await full(page, false);
  await alert(page, "biên bản vừa chốt").getByRole("button", { name: "Lưu lại" }).click();
  await expect(page.getByText(/Biên bản đã chốt lúc/)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(status(page)).not.toContainText("CHƯA lưu được");
});

test("a full disk stops sending for as long as it is full, and no longer", async ({ page, context }) => {
  await fillable(page);
  const visit = await createVisit("snv");
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator("#question-D-1");
  await expect(question).toBeVisible();
  await context.setOffline(true);
  await question.getByLabel("Đạt", { exact: true }).check();
  await expect(status(page)).toContainText("1 nội dung chờ gửi");
  await full(page, true);
  await context.setOffline(false);
  await expect(status(page)).toContainText("Máy hết chỗ nên chưa gửi được");
  await full(page, false);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(async () => (await answersIn(visit)).length, { timeout: 30_000 }).toBe(1);
});

test.describe("a browser that does not give what the app needs says so at the start", () => {
  const without = (page: Page, name: string): Promise<unknown> =>
    page.addInitScript((missing) => {
      Object.defineProperty(globalThis, missing, {
        configurable: true,
        get: () => {
          if (missing === "localStorage") throw new DOMException("refused", "SecurityError");
          return undefined;
        },
      });
    }, name);

  test("no store: it does not open, and leads to the office pages", async ({ page }) => {
    await without(page, "indexedDB");
    await page.goto("/field");
    await expect(page.getByText("IndexedDB bị chặn")).toBeVisible();
    await expect(page.getByText(/ẩn danh hoặc riêng tư/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Về trang văn phòng" })).toBeVisible();
    await expectAccessible(page);
  });

  test("a store that does not answer is named, once it has been waited for", async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
    });
    await page.goto("/field");
    await expect(page.getByText("Đang mở…")).toBeVisible();
    await expect(page.getByText("quá cũ")).toHaveCount(0);
    await page.clock.runFor(8_000);
    await expect(page.getByText("(IndexedDB) không trả lời")).toBeVisible();
    await expect(page.getByText("bị chặn")).toHaveCount(0);
    await expectAccessible(page);
  });

  test("no memory: it records all the same", async ({ page }) => {
    await without(page, "localStorage");
    const visit = await createVisit("snv");
    await page.goto("/field");
    await expect(page.getByText("localStorage bị chặn")).toBeVisible();
    await page.goto(`/field#/v/${visit}/D`);
    await page.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
    await expect.poll(async () => (await answersIn(visit)).length, { timeout: 30_000 }).toBe(1);
    await page.context().setOffline(true);
    await page.reload().catch(() => undefined);
    await expect(page.locator("#question-D-1").getByLabel("Đạt", { exact: true })).toBeChecked();
  });

  test("no app on the device, little room, no promise: each is named, and recording works", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, "serviceWorker");
      StorageManager.prototype.estimate = () => Promise.resolve({ quota: 120 * 1024 * 1024, usage: 0 });
      StorageManager.prototype.persist = () => Promise.resolve(false);
    });
    const visit = await createVisit("snv");
    await page.goto("/field");
    await expect(page.getByText("không giữ được ứng dụng trên máy")).toBeVisible();
    await expect(page.getByText("còn 120 MB cho ứng dụng")).toBeVisible();
    await expect(page.getByText("chưa hứa giữ dữ liệu")).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/field#/v/${visit}/D`);
    await page.locator("#question-D-1").getByLabel("Đạt", { exact: true }).check();
    await expect.poll(async () => (await answersIn(visit)).length, { timeout: 30_000 }).toBe(1);
  });

  test("too old: it says what is missing", async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Array.prototype, "with");
    });
    await page.goto("/field");
    await expect(page.getByText("Trình duyệt quá cũ, thiếu: Array.prototype.with")).toBeVisible();
  });
});
