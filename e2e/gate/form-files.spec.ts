import { writeFileSync } from "node:fs";

import { expect, type Locator, type Page } from "@playwright/test";

import { alive, awake, browsers, fillIn, open } from "./form-filling";
import { settleIn, type Places } from "./places";
import { test } from "@/e2e/support/tabs";
import { expectAccessible } from "@/e2e/support/test";
import { disconnect } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const MiB = 1024 * 1024;

/** The path of a PDF of so many bytes: a browser reads it from the disk, as it does for a person. */
function paper(name: string, size: number): string {
  const path = test.info().outputPath(name);
  writeFileSync(path, Buffer.alloc(size, size > 0 ? "%PDF-1.4\n" : undefined));
  return path;
}

const review = "app/agencies/[code]/reviews/new/actions.ts#save";
const answer = "app/findings/[id]/actions.ts#answer";
const spoken = (n: number) => `Phần ${n}: bản niêm yết cũ chưa được thay, tài liệu QT-0${n} ngày 15/3/2017`;

async function openReview(page: Page, scope: string): Promise<Locator> {
  const form = await open(page, review, places);
  await fillIn(form);
  await page.getByLabel("Ngày bắt đầu").fill("30/12/2017");
  await page.getByLabel("Phạm vi").fill(scope);
  return form;
}

const press = (form: Locator): Promise<void> => form.locator("button:not([type=button])").click();

for (const { how, scripted } of browsers)
  test.describe(how, () => {
    test.use({ javaScriptEnabled: scripted });
    // With scripts nothing is sent and the file is still chosen; without, it is asked for again.
    const sentOnce = scripted ? 0 : 1;

    test("a file of ten mebibytes is taken", async ({ page }) => {
      const form = await openReview(page, `10 MiB ${how}`);
      await awake(page, scripted);
      await page.getByLabel("Biên bản").setInputFiles(paper("mười.pdf", 10 * MiB));
      await press(form);
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
      const kept = page.getByRole("article").filter({ hasText: `10 MiB ${how}` });
      const file = await kept.getByRole("link", { name: "Mở tệp biên bản" }).getAttribute("href");
      const bytes = await (await page.request.get(file ?? "")).body();
      expect(bytes).toHaveLength(10 * MiB);
    });

    test("several that come to the sum are taken together", async ({ page }) => {
      const form = await open(page, answer, places);
      await awake(page, scripted);
      for (const [n, area] of (await form.locator("textarea").all()).entries()) await area.fill(spoken(n));
      await form.locator("input[name=responsible]").fill("Thư ký ISO");
      await page
        .getByLabel(/^Bằng chứng/)
        .setInputFiles([paper("một.pdf", 10 * MiB - 1), paper("hai.pdf", 10 * MiB)]);
      await press(form);
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
    });

    for (const [what, name, size, said] of [
      ["an empty file", "rỗng.pdf", 0, "Biên bản: tệp “rỗng.pdf” rỗng"],
      ["a file that is larger", "to.pdf", 10 * MiB + 1, "“to.pdf” nặng 10,1 MB. Chọn tệp không quá 10 MB"],
    ] as const)
      test(`${what} is refused at its field, in words, and the rest stays`, async ({ page }) => {
        const form = await openReview(page, what);
        await awake(page, scripted);
        await page.getByLabel("Biên bản").setInputFiles(paper(name, size));
        let sent = 0;
        page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
        await press(form);
        await expect(form.getByRole("alert")).toContainText(said);
        await expect(page).toHaveTitle(/^Lỗi: /);
        await expect(page.getByLabel("Phạm vi")).toHaveValue(what);
        expect(sent).toBe(sentOnce);
        await expect(page.getByText(`Chọn lại tệp: “${name}”`)).toHaveCount(sentOnce);
      });
  });

test("files that come to more than the sum are refused before anything is sent", async ({ page }) => {
  const form = await open(page, answer, places);
  await alive(page);
  await page.getByLabel(/^Bằng chứng/).setInputFiles([1, 2, 3].map((n) => paper(`${n}.pdf`, 8 * MiB)));
  let sent = 0;
  page.on("request", (request) => (sent += request.method() === "POST" ? 1 : 0));
  await press(form);
  await expect(form.getByRole("alert")).toContainText("nặng tất cả 24 MB");
  expect(sent).toBe(0);
});

test("after an error the chosen file goes along with the corrected form", async ({ page }) => {
  const form = await openReview(page, "tệp còn nguyên");
  await alive(page);
  await page.getByLabel("Ngày kết thúc").fill("29/12/2017");
  await press(form);
  await expect(form.getByRole("alert")).toContainText("Ngày kết thúc: ");
  await page.getByLabel("Ngày kết thúc").fill("30/12/2017");
  await press(form);
  const kept = page.getByRole("article").filter({ hasText: "tệp còn nguyên" });
  await expect(kept.getByRole("link", { name: "Mở tệp biên bản" })).toBeVisible();
  await expect(page).not.toHaveTitle(/Lỗi:/);
});

test("what was recorded without its scan is given it later, with scripts or without", async ({ page }) => {
  const form = await openReview(page, "biên bản đến sau");
  await alive(page);
  await page.getByLabel("Biên bản").setInputFiles([]);
  await press(form);
  const kept = page.getByRole("article").filter({ hasText: "biên bản đến sau" });
  await kept.getByRole("link", { name: "Bổ sung bản chụp" }).click();
  await expect(page.getByLabel("Bản chụp", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Bản chụp", { exact: true }).setInputFiles(paper("đến sau.pdf", 1000));
  await page.getByRole("button", { name: "Bổ sung bản chụp" }).click();
  await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
  await expect(kept.getByRole("link", { name: "Mở tệp biên bản" })).toBeVisible();
  await expect(kept.getByRole("link", { name: "Bổ sung bản chụp" })).toHaveCount(0);
});
