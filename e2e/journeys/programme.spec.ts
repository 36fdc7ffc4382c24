import type { Page } from "@playwright/test";

import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible, expectShown, unfold } from "@/e2e/support/test";

/** A year for each way of walking, so that no journey meets another's plan. */
const yearOf = (scripts: boolean): number => (scripts ? 2020 : 2022);

/** The tool that looks runs in the page: only where there are scripts. */
const accessible = async (page: Page): Promise<void> => {
  if (!test.info().titlePath.includes("without scripts")) await expectAccessible(page);
};

const plan = (year: number): string => `/audits/programmes/${year}/plan`;

const rowOf = (page: Page, agency: string) =>
  page
    .getByRole("table", { name: /Các cuộc kiểm tra/ })
    .getByRole("row")
    .filter({ hasText: agency });

async function propose(page: Page, year: number): Promise<void> {
  await page.goto(plan(year));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `Chưa có chương trình kiểm tra năm ${year}`,
  );
  await expectShown(page.getByText("Chưa được kiểm tra lần nào"));
  await accessible(page);
  await page.getByLabel("Số cuộc tại trụ sở").fill("3");
  await page.getByLabel("Số cuộc qua hồ sơ, báo cáo").fill("1");
  await page.getByLabel("Từ ngày").fill(`01/06/${year}`);
  await page.getByLabel("Đến ngày").fill(`01/06/${year + 1}`);
  await page.getByRole("button", { name: "Lập bản dự thảo" }).click();
  await expect(page.locator(".notice.bad:visible")).toContainText(`chọn ngày trong năm ${year}`);
  await expect(page.getByLabel("Số cuộc tại trụ sở")).toHaveValue("3");
  await page.getByLabel("Đến ngày").fill(`31/08/${year}`);
  await page.getByRole("button", { name: "Lập bản dự thảo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Dự thảo năm ${year}: 4 cuộc kiểm tra`);
  await expect(page.getByText("3 cuộc tại trụ sở, 1 cuộc qua hồ sơ, báo cáo.")).toBeVisible();
  await accessible(page);
}

/** The Sunday on or after the first of July. */
function sundayOf(year: number): string {
  const first = new Date(Date.UTC(year, 6, 1));
  return `${String(1 + ((7 - first.getUTCDay()) % 7)).padStart(2, "0")}/07/${year}`;
}

/** Another day and a team for the first visit, and the same team for all; gives the agency. */
async function giveTeams(page: Page, year: number): Promise<string> {
  await page.getByRole("link", { name: /^Sửa/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kế hoạch kiểm tra");
  const agency = ((await page.getByRole("heading", { level: 1 }).textContent()) ?? "").replace(
    "Kế hoạch kiểm tra ",
    "",
  );
  await accessible(page);
  await page.getByLabel("Ngày kiểm tra").fill(sundayOf(year));
  await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
  await expect(page.locator(".notice.bad:visible")).toContainText("là thứ Bảy hoặc Chủ nhật");
  await expect(page.locator(".notice.bad:visible")).toContainText("chọn trưởng đoàn.");
  await accessible(page);
  await page.getByLabel("Vẫn giữ ngày này dù là ngày nghỉ").check();
  await page.getByLabel("Trưởng đoàn", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Thư ký").selectOption({ index: 2 });
  await page.getByLabel("Dùng đoàn này cho mọi cuộc chưa có trưởng đoàn").check();
  await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
  await expect(page.getByRole("status")).toContainText("Đã lưu");
  await expect(rowOf(page, agency)).toContainText(sundayOf(year));
  await expect(page.getByText("Chưa có đoàn")).toHaveCount(0);
  return agency;
}

async function leaveOneOut(page: Page, agency: string): Promise<void> {
  await rowOf(page, agency).getByRole("link", { name: "Sửa" }).click();
  await page.getByLabel("Lý do").fill("Đang sắp xếp tổ chức");
  await page.getByRole("button", { name: "Đưa ra khỏi chương trình" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3 cuộc kiểm tra");
  await unfold(page, "Các cơ quan chưa chọn năm nay");
  await expect(page.getByText("Không chọn dù được đề xuất: Đang sắp xếp tổ chức")).toBeVisible();
}

async function addAnother(page: Page, year: number): Promise<void> {
  await page.goto(`/audits/programmes/${year}/agencies/snv`);
  await accessible(page);
  await page.getByLabel("Ngày kiểm tra").fill(sundayOf(year));
  await page.getByLabel("Vẫn giữ ngày này dù là ngày nghỉ").check();
  await page.getByLabel("Trưởng đoàn", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Lý do").fill("Theo đề nghị của UBND tỉnh");
  await page.getByRole("button", { name: "Thêm vào chương trình" }).click();
  await expect(rowOf(page, "Sở Nội vụ")).toContainText("Thêm ngoài đề xuất: Theo đề nghị của UBND tỉnh");
}

async function approve(page: Page, year: number): Promise<void> {
  await page.goto(plan(year));
  await page.getByRole("link", { name: "Duyệt chương trình" }).click();
  await accessible(page);
  await page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(page.locator(".notice.bad:visible")).toContainText("nhập nội dung");
  await page.getByLabel("Số quyết định").fill("2345/QĐ-UBND");
  await page.getByRole("button", { name: "Duyệt", exact: true }).click();
  await expect(page.getByText(/Quyết định 2345\/QĐ-UBND ngày 31\/12\/2017/)).toBeVisible();
  await accessible(page);
}

async function amend(page: Page, year: number): Promise<void> {
  await rowOf(page, "Sở Nội vụ").getByRole("link", { name: "Sửa" }).click();
  await page.getByLabel("Qua hồ sơ, báo cáo").check();
  await page.getByLabel("Vẫn giữ ngày này dù là ngày nghỉ").check();
  await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
  await expect(page.locator(".notice.bad:visible")).toContainText("nhập nội dung");
  await page.getByLabel("Lý do").first().fill("Trụ sở đang sửa chữa");
  await page.getByRole("button", { name: "Lưu kế hoạch" }).click();
  await expect(rowOf(page, "Sở Nội vụ")).toContainText("Qua hồ sơ, báo cáo");
  await page.goto(`/audits/programmes/${year}/calendar`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Năm ${year} có 4 cuộc kiểm tra`);
  await expect(page.getByRole("table", { name: `Tháng 7/${year}` })).toContainText(
    `Chủ nhật, ${sundayOf(year)}`,
  );
  await accessible(page);
}

for (const scripts of [true, false])
  test.describe(`${scripts ? "with" : "without"} scripts`, () => {
    test.use({ role: "leader", javaScriptEnabled: scripts });

    test("a year is proposed from risk, changed, approved and amended", async ({ page }) => {
      // A dozen pages, each looked at whole.
      test.slow();
      const year = yearOf(scripts);
      await propose(page, year);
      const agency = await giveTeams(page, year);
      await leaveOneOut(page, agency);
      await addAnother(page, year);
      await approve(page, year);
      await amend(page, year);
      await page.goto(plan(year));
      await page.getByRole("link", { name: "Lịch sử thay đổi" }).click();
      await expect(page.getByText("Trụ sở đang sửa chữa").first()).toBeAttached();
    });
  });

test.describe("the draft of next year", () => {
  test.use({ role: "leader" });

  test("waits for the leader, each agency with its reasons, and says how long a round takes", async ({
    page,
  }) => {
    await page.goto("/audits");
    await page.getByRole("link", { name: "Dự thảo năm 2018" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dự thảo năm 2018: 16 cuộc kiểm tra");
    await expect(page.getByText(/sau \d+ năm mọi cơ quan đều được kiểm tra/)).toBeVisible();
    const rows = page.getByRole("table", { name: /Các cuộc kiểm tra/ }).locator("tbody tr");
    await expect(rows).toHaveCount(16);
    for (const row of await rows.all()) await expect(row).toContainText(/điểm/);
    await unfold(page, "Cách tính điểm");
    await expect(page.getByText(/cơ quan chủ trì chưa quyết định/)).toBeVisible();
    await accessible(page);
  });
});

test.describe("an agency", () => {
  test.use({ role: "officer" });

  test("sees nothing of a draft", async ({ page }) => {
    for (const address of [plan(2018), "/audits/programmes/2018/calendar"]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(404);
    }
    await page.goto("/audits/programmes/2017/calendar");
    const visits = page.locator("tbody tr");
    await expect(visits.first()).toBeVisible();
    for (const visit of await visits.all()) await expect(visit).toContainText("UBND huyện Đức Phổ");
  });
});
