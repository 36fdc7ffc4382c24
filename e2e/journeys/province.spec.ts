import { test } from "@/e2e/support/tabs";
import { expect, expectShown, unfold } from "@/e2e/support/test";

test.use({ role: "leader" });

test("the leader reads where the province stands, and every number leads to as many rows", async ({
  page,
}) => {
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /36 trên 46 cơ quan đã công bố.*\(78,26%\)/,
  );
  await expectShown(page.getByText("7 đang triển khai, 3 chưa thực hiện"));
  const overdue = page.getByRole("table", { name: /quá hạn/ }).locator("tbody tr");
  await expect(overdue).toHaveCount(10);
  for (const row of await overdue.all()) await expect(row).toContainText("365 ngày");
  for (const [link, rows] of [
    ["36 đã công bố", 36],
    ["7 đang triển khai", 7],
    ["3 chưa thực hiện", 3],
    ["10 cơ quan quá hạn", 10],
  ] as const) {
    await page.goto("/dashboard");
    await page.getByRole("link", { name: link }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`${rows} cơ quan`);
    await expect(page.locator("tbody tr")).toHaveCount(rows);
  }
});

test("the page of the overdue is called so, and says why and what comes next as the dashboard does", async ({
  page,
}) => {
  const columns = () =>
    page
      .getByRole("table", { name: /quá hạn/ })
      .locator("thead th")
      .allInnerTexts();
  await page.goto("/dashboard");
  const shown = await columns();
  await page.getByRole("link", { name: "Xem cả 10 cơ quan quá hạn" }).click();
  await expect(page).toHaveTitle(/^Cơ quan quá hạn công bố/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "10 cơ quan quá hạn công bố, tính đến 31/12/2017",
  );
  expect(await columns()).toEqual(shown);
  await expectShown(page.getByText("Chưa bố trí kinh phí"));
});

test("an as-of date rebuilds every figure", async ({ page }) => {
  await page.goto("/dashboard");
  await unfold(page, "Tính đến 31/12/2017");
  await page.getByLabel("Tính đến ngày").fill("31/12/2014");
  await page.getByRole("button", { name: "Xem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/14 trên 34 cơ quan đã công bố/);
  await expect(page.getByText("Không có cơ quan nào quá hạn.")).toBeVisible();
  await expect(page.getByText(/Mẫu số: .* theo 19\/2014\/QĐ-TTg, còn/)).toBeVisible();
  await page.goto("/dashboard");
  await unfold(page, "Công bố theo thời gian");
  await expect(
    page.getByText("Mẫu số từ 34 thành 46: thêm 12 cơ quan từ 29/05/2015 theo 832/QĐ-UBND."),
  ).toBeVisible();
});

for (const [typed, said] of [
  ["31/02/2017", "31/02/2017: không có ngày này."],
  ["01/01/2030", "01/01/2030: ngày này chưa tới. Nhập ngày không muộn hơn 31/12/2017"],
  ["2030", "Nhập ngày theo dạng ngày/tháng/năm"],
] as const)
  test(`${typed} is no day that figures can be told of, and the page says why`, async ({ page }) => {
    await page.goto(`/dashboard?on=${typed}`);
    await expect(page).toHaveTitle(/^Lỗi: Toàn tỉnh/);
    await expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible();
    await expect(page.getByLabel("Tính đến ngày")).toHaveValue(typed);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("36 trên 46");
    for (const path of ["/agencies", "/agencies/ubnd-duc-pho"]) {
      await page.goto(`${path}?on=${typed}`);
      await expect(page).toHaveTitle(/^Lỗi: /);
      await expect(page.getByText(said)).toBeVisible();
    }
  });

test("agencies are found without diacritics, and wherever the tone stands", async ({ page }) => {
  for (const [typed, found] of [
    ["quang ngai", "UBND thành phố Quảng Ngãi"],
    ["duc pho", "UBND huyện Đức Phổ"],
    ["uỷ ban nhân dân ba tơ", "UBND huyện Ba Tơ"],
    ["văn hoá", "Sở Văn hóa, Thể thao và Du lịch"],
  ] as const) {
    await page.goto("/agencies");
    await unfold(page, "Bộ lọc");
    await page.getByLabel("Tên cơ quan").fill(typed);
    await page.getByRole("button", { name: "Lọc" }).click();
    await expect(page.getByRole("link", { name: found })).toBeVisible();
  }
});

test("an agency's page says what its status rests on", async ({ page }) => {
  await page.goto("/agencies/ubnd-ly-son");
  await expect(page.getByText("Quá hạn 365 ngày")).toBeVisible();
  await expect(page.getByText("Chưa có mốc nào được ghi nhận đến ngày này.")).toBeVisible();
  await page.goto("/agencies/ubnd-duc-pho");
  await expect(page.getByText(/Theo mốc gần nhất: Công bố/)).toBeVisible();
});

test("an agency's page says what it has in hand and what is wanting, each leading to where it stands", async ({
  page,
}) => {
  await page.goto("/agencies/ubnd-binh-son");
  const records = page.locator("dl.records");
  await expect(records.getByText(/^\d+ trên \d+ tài liệu theo TCVN ISO 9001:2008/)).toBeVisible();
  await expect(records.getByText(/^Chưa có: .*\(\d\.\d\.\d\)/)).toBeVisible();
  await expect(records.getByText("Chưa niêm yết bản hiện hành")).toBeVisible();
  await expect(
    records.getByText(/^5 điểm tồn tại: 4 chưa đóng, trong đó 4 quá hạn; 1 đã đóng/),
  ).toBeVisible();
  await records.getByRole("link", { name: "Niêm yết chính sách chất lượng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Niêm yết chính sách chất lượng");
  await page.goto("/agencies/ccbvmt?on=31/12/2016");
  await expect(page.getByText("Chưa có cuộc kiểm tra nào.")).toBeVisible();
  await unfold(page, "Thông tin theo thời gian");
  await expect(page.getByRole("table", { name: /văn bản làm căn cứ/ })).toContainText("832/QĐ-UBND");
});
