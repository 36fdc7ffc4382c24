import type { Page } from "@playwright/test";

import { storedOn, unfold } from "@/e2e/support/field";
import { asTaken, jpegOf, seenIn, writtenBeside } from "@/e2e/support/pictures";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createVisit } from "@/e2e/support/world/visits";
import { photographsIn } from "@/e2e/support/world/stored";

test.use({ role: "inspector" });
/** The question of the posting, with everything on the device. */
async function atQuestion(page: Page, visit: string) {
  await page.goto(`/field#/v/${visit}/D`);
  const question = page.locator("#question-D-2");
  await expect(question).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await unfold(question);
  return question;
}

const file = (name: string, buffer: Buffer, mimeType = "image/jpeg") => ({ name, mimeType, buffer });

const captions = async (visit: string): Promise<string[]> =>
  (await photographsIn(visit)).map(({ caption }) => caption);

test("photographs from the gallery leave as pictures alone, upright, with what they show", async ({
  page,
  context,
}) => {
  const visit = await createVisit("snv");
  const question = await atQuestion(page, visit);
  const taken = asTaken(await jpegOf(page, 1200, 900));
  expect(writtenBeside(taken)).toHaveLength(6);
  await context.setOffline(true);
  const [camera, gallery] = await question.locator("input[type=file]").all();
  await expect(camera ?? question).toHaveAttribute("capture", "environment");
  await gallery?.setInputFiles([
    file("IMG_1.jpg", taken),
    file("IMG_2.HEIC", Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0", "latin1"), "image/heic"),
    file("IMG_3.jpg", await jpegOf(page, 800, 600)),
  ]);
  await expect(question.getByRole("alert")).toContainText("IMG_2.HEIC");
  await expect(question.getByRole("alert")).toContainText("Cài đặt › Camera › Định dạng › Tương thích nhất");
  await question.getByLabel("Ảnh 1 chụp gì?").fill("Bảng niêm yết tầng 1");
  await expect.poll(() => storedOn(page, "photos")).toMatchObject([{ caption: "Bảng niêm yết tầng 1" }, {}]);
  await page.reload();
  await expect(question.getByLabel("Ảnh 1 chụp gì?")).toHaveValue("Bảng niêm yết tầng 1");
  await expect(question.getByRole("alert")).toContainText("IMG_2.HEIC");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Đã rõ IMG_2.HEIC" }).click();
  await expect(question.getByRole("alert")).toHaveCount(0);
  await question.getByRole("button", { name: "Bỏ ảnh 2" }).click();
  await expect(question.getByLabel("Ảnh 2 chụp gì?")).toHaveCount(0);
  await question.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(question.getByLabel("Ảnh 2 chụp gì?")).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => captions(visit), { timeout: 30_000 }).toEqual(["Bảng niêm yết tầng 1", ""]);
  const [first] = await photographsIn(visit);
  expect(first?.bytes.length, "the original is smaller, and is not sent for that").toBeGreaterThan(
    taken.length,
  );
  expect(writtenBeside(first?.bytes ?? taken)).toEqual([]);
  expect(await seenIn(page, first?.bytes ?? taken)).toEqual([900, 1200, "red", "blue"]);
  await question.getByLabel("Ảnh 2 chụp gì?").fill("Sổ theo dõi");
  await expect
    .poll(() => captions(visit), { timeout: 30_000 })
    .toEqual(["Bảng niêm yết tầng 1", "Sổ theo dõi"]);
  await page.goto(`/audits/${visit}/photos/D.2`);
  await expect(page.getByLabel("Chú thích ảnh 2")).toHaveValue("Sổ theo dõi");
  await page.getByLabel("Chú thích ảnh 2").fill("Sổ theo dõi năm 2017");
  await page.getByRole("button", { name: "Lưu chú thích ảnh 2" }).click();
  await expect(page.getByText(/biên nhận/i)).toBeVisible();
  await expectAccessible(page);
  expect(await captions(visit)).toEqual(["Bảng niêm yết tầng 1", "Sổ theo dõi năm 2017"]);
});

/** A file that was chosen, and held when its page went before it was a photograph. */
const hold = (page: Page, visit: string): Promise<void> =>
  page.evaluate(
    (visitId) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(`nenep-field-${localStorage.getItem("nenep.field.account") ?? ""}`);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction("taken", "readwrite");
          const chosen = new File(["gone"], "Bảng tin tầng 3.jpg");
          writing.objectStore("taken").put({ id: "held", visitId, questionCode: "D.2", file: chosen });
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    visit,
  );

test("a photograph that was held and cannot be read is told at its question until it is put away", async ({
  page,
  context,
}) => {
  const visit = await createVisit("stttt");
  const question = await atQuestion(page, visit);
  await context.setOffline(true);
  await hold(page, visit);
  const told = question.getByRole("alert").filter({ hasText: "Bảng tin tầng 3.jpg" });
  for (const time of ["taken up", "still told"]) {
    await page.reload();
    await expect(told, time).toContainText("máy không đọc được tệp này như một ảnh");
  }
  expect(await storedOn(page, "taken")).toEqual([]);
  await page.goto(`/field#/v/${visit}/check`);
  await page.getByRole("link", { name: "Câu D.2: có tệp đã chọn" }).click();
  await expect(told).toBeInViewport();
  await expectAccessible(page);
  await told.getByRole("button", { name: "Đã rõ" }).click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(question).toBeVisible();
  await expect(told).toHaveCount(0);
});

async function draw(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await page.locator(".photo-sheet").boundingBox();
  if (!box) throw new Error("no paper");
  const at = ([x, y]: [number, number]): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

test("what matters is marked on a photograph with a finger or with two taps, and seen large", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sxd");
  const question = await atQuestion(page, visit);
  await context.setOffline(true);
  await question
    .locator("input[type=file]")
    .last()
    .setInputFiles([
      file("a.jpg", await jpegOf(page, 800, 600)),
      file("b.jpg", await jpegOf(page, 600, 800)),
    ]);
  await question.getByLabel("Ảnh 1 chụp gì?").fill("Bảng tin");
  await question.getByRole("button", { name: "Xem lớn ảnh 1 của câu D.2" }).click();
  const viewer = page.getByRole("dialog");
  await expect(viewer.getByRole("img", { name: "Bảng tin" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(viewer.getByText("Ảnh 2 của câu D.2")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expectAccessible(page);
  await viewer.getByRole("button", { name: "Vẽ lên ảnh" }).click();
  await draw(page, [0.2, 0.2], [0.6, 0.7]);
  await viewer.getByRole("button", { name: "Mũi tên" }).click();
  await draw(page, [0.9, 0.9], [0.9, 0.9]);
  await draw(page, [0.5, 0.5], [0.5, 0.5]);
  await expect(viewer.locator(".photo-sheet path")).toHaveCount(4);
  await viewer.getByRole("button", { name: "Hoàn tác" }).click();
  await expect(viewer.locator(".photo-sheet path")).toHaveCount(2);
  await expectAccessible(page);
  await viewer.getByRole("button", { name: "Lưu thay ảnh này" }).click();
  await expect(viewer.getByRole("button", { name: "Vẽ lên ảnh" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(viewer).toBeHidden();
  await expect(question.getByRole("button", { name: /^Xem lớn ảnh/ })).toHaveCount(2);
  await context.setOffline(false);
  await expect.poll(() => captions(visit), { timeout: 30_000 }).toHaveLength(2);
  // Once it has left, a marked picture is one more beside it, with the same words.
  await question.getByRole("button", { name: "Xem lớn ảnh 1 của câu D.2" }).click();
  await viewer.getByRole("button", { name: "Vẽ lên ảnh" }).click();
  await draw(page, [0.3, 0.3], [0.5, 0.5]);
  await expect(viewer.getByRole("button", { name: "Lưu thay ảnh này" })).toHaveCount(0);
  await viewer.getByRole("button", { name: "Lưu thành ảnh mới" }).click();
  await expect.poll(() => captions(visit), { timeout: 30_000 }).toEqual(["Bảng tin", "", "Bảng tin"]);
});

test("a photograph that was sent is read and printed from the device, and taken back before the seal", async ({
  page,
  context,
}) => {
  const visit = await createVisit("sct");
  const question = await atQuestion(page, visit);
  await question
    .locator("input[type=file]")
    .last()
    .setInputFiles([
      file("a.jpg", await jpegOf(page, 1600, 1200)),
      file("b.jpg", await jpegOf(page, 600, 800)),
    ]);
  await question.getByLabel("Ảnh 1 chụp gì?").fill("Bảng tin");
  await expect.poll(() => captions(visit), { timeout: 30_000 }).toEqual(["Bảng tin", ""]);
  await expect.poll(() => storedOn(page, "pictures")).toEqual([]);
  await context.setOffline(true);
  const widths = async (): Promise<number[]> => {
    const all = await page
      .locator("img.annex-picture")
      .evaluateAll((pictures: HTMLImageElement[]) => pictures.map((each) => each.naturalWidth));
    return all.sort((a, b) => b - a);
  };
  for (const part of ["read", "print"]) {
    await page.goto(`/field#/v/${visit}/${part}`);
    await expect.poll(widths).toEqual([720, 540]);
  }
  await expectAccessible(page);
  await page.goto(`/field#/v/${visit}/D`);
  await question.getByRole("button", { name: "Bỏ ảnh 2" }).click();
  await expect(question.getByText("Ảnh 2 đã gửi.")).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Bỏ ảnh này" }).click();
  await expect(question.getByLabel("Ảnh 2 chụp gì?")).toHaveCount(0);
  await page.reload();
  await expect(question.getByLabel("Ảnh 1 chụp gì?")).toHaveValue("Bảng tin");
  await expect(question.getByLabel("Ảnh 2 chụp gì?")).toHaveCount(0);
  await page.goto(`/field#/v/${visit}/read`);
  await expect.poll(widths).toEqual([720]);
  await context.setOffline(false);
  await expect.poll(() => captions(visit), { timeout: 30_000 }).toEqual(["Bảng tin"]);
});
