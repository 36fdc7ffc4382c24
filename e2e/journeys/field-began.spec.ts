import type { Locator } from "@playwright/test";

import { takeAlong } from "@/e2e/support/minutes";
import { expect, expectAccessible, test } from "@/e2e/support/test";
import { createAnswers, createVisit } from "@/e2e/support/world/visits";

test.use({ role: "inspector" });
test.describe.configure({ timeout: 90_000 });

test("a visit that was begun before its day is to be recorded, and its day is to be looked at before it is read out", async ({
  page,
}, info) => {
  const visit = await createVisit("syt", "2018-01-05");
  await createAnswers(visit);
  await takeAlong(page, visit);
  await page.goto(`/field#/v/${visit}/check`);
  await expect(page.getByText("trước ngày theo kế hoạch (05/01/2018)")).toBeVisible();
  await page.getByLabel("Ngày kiểm tra", { exact: true }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: info.outputPath("check.png") });
  await expectAccessible(page);
  await page.goto("/today");
  await expect(page.locator(`.tasks a[href="/audits/${visit}"]`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("không có cuộc kiểm tra");
  await page.screenshot({ path: info.outputPath("today.png"), fullPage: true });
  await page.goto(`/audits/${visit}/check`);
  await expect(page.getByText("trước ngày theo kế hoạch (05/01/2018)")).toBeVisible();
});

test("a phone that takes nothing along yet asks again once the network lets it", async ({
  page,
  context,
}) => {
  await createVisit("snv");
  await context.route("**/api/field/pack*", (route) => route.fulfill({ status: 502, body: "Bad gateway" }));
  await page.goto("/field");
  await expect(page.getByText("Trên đường đi chỉ có trang báo lỗi")).toBeVisible();
  await expectAccessible(page);
  await context.unrouteAll({ behavior: "wait" });
  await page.getByRole("button", { name: "Cập nhật dữ liệu mang theo" }).click();
  await expect(page.getByRole("link", { name: /^Kiểm tra / }).first()).toBeVisible();
});

/** Words of these labels that stand on two lines. */
const brokenIn = (labels: Locator): Promise<string[]> =>
  labels.evaluateAll((all) =>
    all.flatMap((each) =>
      [...(each.textContent.match(/[a-z]+/gi) ?? [])].filter((word) => {
        const words = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let text = words.nextNode(); text; text = words.nextNode()) {
          const at = (text.textContent ?? "").indexOf(word);
          if (at < 0) continue;
          range.setStart(text, at);
          range.setEnd(text, at + word.length);
          if (range.getClientRects().length > 1) return true;
        }
        return false;
      }),
    ),
  );

test("words of English stay whole at every width, and a finding's code stands apart from its words", async ({
  page,
  context,
  baseURL,
}) => {
  const visit = await createVisit("ubnd-duc-pho");
  await createAnswers(visit, { "D.2": "Bảng tin tầng 1 niêm yết bản ký năm 2012." });
  await context.addCookies([{ name: "nenep.locale", value: "en", url: baseURL ?? "" }]);
  await page.goto(`/field#/v/${visit}/D`);
  const choices = page.locator("#question-D-2 .choices label");
  await expect(choices).toHaveText([/Conforming/, /Partly/, /Not conforming/, /Not applicable/]);
  for (const width of [360, 700, 1000, 1366]) {
    await page.setViewportSize({ width, height: 740 });
    await expect.poll(() => brokenIn(choices), { message: `${width} pixels wide` }).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await page.goto(`/field#/v/${visit}/check`);
  const summary = page.locator("details.finding-fields > summary").first();
  await summary.click();
  expect(await summary.innerText()).toContain("D.2 Bảng tin");
  await page.goto(`/field#/v/${visit}/before`);
  await expect(page.locator("main")).toContainText(
    "điều 5.3. Minor nonconformity. Raised 12/10/2017. Due 11/11/2017.",
  );
});
