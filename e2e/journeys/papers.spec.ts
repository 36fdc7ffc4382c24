import { readFileSync } from "node:fs";

import type { Page, TestInfo } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";

import { visitor } from "@/e2e/gate/visitors";
import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible, signedIn } from "@/e2e/support/test";

type Taken = { name: string; text: string };

const textIn = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, "\n")
    .replace(/<w:noBreakHyphen\/>/g, "-")
    .replace(/<[^>]+>/g, "");

/** Follows a link to a paper: the name it is saved under, and what is written in it. */
async function take(page: Page, link: string): Promise<Taken> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  const xml = strFromU8(
    unzipSync(readFileSync(await download.path()))["word/document.xml"] ?? new Uint8Array(),
  );
  return { name: download.suggestedFilename(), text: textIn(xml) };
}

/** A number that no other run of the same test takes. */
const numberOf = ({ parallelIndex }: TestInfo, scripted: boolean): string =>
  `1${scripted ? 1 : 0}${parallelIndex}`;

const visitOf = async (page: Page, agency: string): Promise<void> => {
  await page.goto("/audits?year=2017");
  await page.getByRole("link", { name: agency, exact: true }).first().click();
};

test.describe("an inspector", () => {
  test.use({ role: "inspector" });

  test("takes the minutes and the notice of a visit that is final", async ({ page }) => {
    await visitOf(page, "Sở Nội vụ");
    const minutes = await take(page, "Biên bản (.docx)");
    expect(minutes.name).toBe("Biên bản kiểm tra Sở Nội vụ 22-08-2017.docx");
    expect(minutes.text).toContain("Thư ký ISO được điều động từ 01/8/2017");
    const notice = await take(page, "Thông báo kết quả (.docx)");
    expect(notice.name).toBe("Thông báo kết quả kiểm tra Sở Nội vụ 22-08-2017.docx");
    await expectAccessible(page);
  });

  test("takes the plan of a year, with its decision's number where it is known", async ({ page }) => {
    await page.goto("/audits?year=2017");
    const plan = await take(page, "Kế hoạch năm (.docx)");
    expect(plan.name).toBe("Kế hoạch kiểm tra năm 2017.docx");
    expect(plan.text).toContain("UBND huyện Bình Sơn");
    const answer = await page.request.get("/reports/2017/plan.docx?number=7&date=ngay-mai");
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain("ngày/tháng/năm");
  });
});

test.describe("a leader", () => {
  test.use({ role: "leader" });

  test("takes the year's report from the dashboard", async ({ page }) => {
    await page.goto("/dashboard");
    const report = await take(page, "Báo cáo năm (.docx)");
    expect(report.name).toBe("Báo cáo tổng hợp năm 2017.docx");
    expect(report.text).toContain("36/46 (78,26%)");
  });
});

for (const scripted of [true, false])
  test.describe(`a leader ${scripted ? "with" : "without"} JavaScript`, () => {
    test.use({ role: "leader", javaScriptEnabled: scripted });

    test("issues the year's report, and takes it again as it was issued", async ({ page }, info) => {
      const number = numberOf(info, scripted);
      await page.goto("/dashboard");
      await page.getByRole("link", { name: "Báo cáo đã chốt" }).click();
      await page.getByLabel("Số văn bản").fill(number);
      await page.getByLabel("Ngày văn bản").fill("31/02/2018");
      await page.getByRole("button", { name: "Chốt báo cáo" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("không có ngày này trong lịch");
      await expect(page.getByLabel("Số văn bản")).toHaveValue(number);
      await page.getByLabel("Ngày văn bản").fill("05/01/2018");
      await page.getByRole("button", { name: "Chốt báo cáo" }).click();
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
      const taken = await take(page, `Số ${number} ngày 05/01/2018`);
      expect(taken.text).toContain(`Số: ${number}/BC-SKHCN`);
      expect(taken.text).toContain("ngày 05 tháng 01 năm 2018");
    });
  });

test("the page of issued reports holds to the rules of WCAG", async ({ browser }) => {
  const context = await browser.newContext({ storageState: await signedIn("leader") });
  const page = await context.newPage();
  await page.goto("/reports/2017");
  await expect(page.getByRole("heading", { name: "Chốt số liệu báo cáo" })).toBeVisible();
  await expectAccessible(page);
  await context.close();
});

test.describe("an officer", () => {
  test.use({ role: "officer" });

  test("takes the papers of the agency's own final visit, and no others", async ({ page }) => {
    await page.goto("/audits?agency=ubnd-duc-pho");
    await page.getByRole("row").filter({ hasText: "12/10/2017" }).getByRole("link").first().click();
    expect((await take(page, "Biên bản (.docx)")).text).toContain("BIÊN BẢN");
    const inspector = await visitor("inspector");
    const lines = await (await inspector.get("/audits?year=2017")).text();
    const ids = [...new Set([...lines.matchAll(/\/audits\/([0-9a-f-]{36})/g)].map(([, id]) => id))];
    const statuses = await Promise.all(
      ids.map(async (id) => (await page.request.get(`/audits/${id}/minutes.docx`)).status()),
    );
    const opened = ids.filter((_, index) => statuses[index] === 200);
    expect(new Set(statuses)).toEqual(new Set([200, 404]));
    expect(ids.length).toBeGreaterThan(5);
    expect(opened).toEqual([new URL(page.url()).pathname.split("/").at(-1)]);
    for (const path of ["/reports/2017/plan.docx", "/reports/2017/summary.docx"])
      expect((await page.request.get(path)).status(), path).toBe(404);
  });
});
