import { test } from "@/e2e/support/tabs";
import { enterAs, expect, expectAccessible } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

test.use({ role: "officer" });

const own = "/agencies/ubnd-duc-pho";
const scan = { name: "Bản ký.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") };

test("the desk says how much there is to do, and each task leads to its act", async ({ page }, info) => {
  // Of an agency in which no other journey changes anything meanwhile.
  const name = `desk-${info.retry}`;
  await createOfficer(name, "ubnd-ba-to");
  await enterAs(page, name);
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /^Hôm nay có \d+ việc, \d+ việc đã quá hạn$/,
  );
  const overdue = page.getByText(/^Quá hạn \d+ ngày \(\d\d\/\d\d\/\d{4}\)$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    `${await overdue.count()} việc đã quá hạn`,
  );
  await expectAccessible(page);
  const acts = await page.getByRole("listitem").getByRole("link", { name: /: / }).all();
  const addresses = await Promise.all(acts.map((act) => act.getAttribute("href")));
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses)
    expect((await page.goto(address ?? "/"))?.status(), String(address)).toBe(200);
});

test("what the edition requires and nobody has written can be begun from the desk", async ({ page }) => {
  await page.goto("/desk");
  await page.getByRole("link", { name: /^Soạn tài liệu.*Quy trình hành động phòng ngừa/ }).click();
  await expect(page.getByLabel("Tên tài liệu")).toHaveValue("Quy trình hành động phòng ngừa");
  await expect(page.getByLabel("Đáp ứng yêu cầu")).not.toHaveValue("");
});

const browsers = [
  { how: "with", scripted: true, code: "QT-W1", floor: "tầng 2" },
  { how: "without", scripted: false, code: "QT-W2", floor: "tầng 3" },
] as const;

for (const { how, scripted, code, floor } of browsers) {
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("a document is taken out of use, for a reason", async ({ page }) => {
      await page.goto(`${own}/documents/new`);
      await page.getByLabel("Mã hiệu").fill(code);
      await page.getByLabel("Tên tài liệu").fill("Quy trình mượn hồ sơ");
      await page.getByLabel("Nội dung").fill("Quảng Ngãi".normalize("NFD"));
      await page.getByRole("button", { name: "Lưu dự thảo đầu tiên" }).click();
      await page.getByRole("link", { name: new RegExp(`^${code}`) }).click();
      await expect(page.getByText("Quảng Ngãi".normalize("NFC"), { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: "Hủy bỏ tài liệu" })).toHaveCount(0);
      await page.getByRole("link", { name: "Ghi theo bản giấy đã ký" }).click();
      await page.getByRole("radio").first().check();
      await page.getByLabel("Bản chụp có chữ ký").setInputFiles(scan);
      await page.getByRole("button", { name: "Ghi theo bản giấy" }).click();
      await page.getByRole("link", { name: "Hủy bỏ tài liệu" }).click();
      await expect(page.getByText(/Tài liệu bắt buộc đang có hiệu lực: vẫn \d+\/10/)).toBeVisible();
      await page.getByLabel("Ngày hết hiệu lực").fill("30/02/2017");
      await page.getByRole("button", { name: "Hủy bỏ tài liệu" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("không có ngày này trong lịch");
      await expect(page.getByLabel("Ngày hết hiệu lực")).toHaveValue("30/02/2017");
      await page.getByLabel("Ngày hết hiệu lực").fill("31/12/2017");
      await page.getByLabel("Lý do, văn bản căn cứ").fill("Quyết định số 15/QĐ-UBND");
      await page.getByLabel("Bản chụp có chữ ký").setInputFiles(scan);
      await page.getByRole("button", { name: "Hủy bỏ tài liệu" }).click();
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
      await expect(page.locator("h1 + p .tag")).toContainText("Hết hiệu lực");
      await expect(page.getByRole("link", { name: "Sửa tiếp dự thảo" })).toHaveCount(0);
      await page.getByRole("link", { name: /^Hủy mục ghi nhầm/ }).click();
      await page.getByLabel("Lý do hủy").fill("Nhầm mã tài liệu");
      await page.getByRole("button", { name: "Hủy mục này" }).click();
      await page.goto(`${own}/documents`);
      await page.getByRole("link", { name: new RegExp(`^${code}`) }).click();
      await expect(page.locator("h1 + p .tag")).toContainText("Hiệu lực");
      await expect(page.getByText("Quyết định số 15/QĐ-UBND")).toBeHidden();
    });

    test("a posting is recorded, and its removal", async ({ page }) => {
      const place = `Bảng tin ${floor} nhà B`;
      await page.goto(`${own}/policy/post`);
      await page.getByLabel("Nơi niêm yết").fill(place);
      await page.getByRole("button", { name: "Ghi nhận niêm yết" }).click();
      await expect(page.getByText(`${place}, từ ngày 31/12/2017`)).toBeVisible();
      await page.getByRole("link", { name: `Ghi nhận đã gỡ ${place}` }).click();
      await page.getByLabel("Ngày gỡ").fill("01/01/2018");
      await page.getByRole("button", { name: "Ghi nhận đã gỡ" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("ngày này chưa tới");
      await page.getByLabel("Ngày gỡ").fill("31/12/2017");
      await page.getByRole("button", { name: "Ghi nhận đã gỡ" }).click();
      await expect(page.getByText(`${place}, từ ngày 31/12/2017, đã gỡ ngày 31/12/2017`)).toBeVisible();
    });
  });
}

test("a policy of 10,000 characters is refused, and none of it is lost", async ({ page }) => {
  await page.goto(`${own}/policy/edit`);
  await page.getByLabel("Nội dung chính sách").fill("y".repeat(10_000));
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await expect(page.locator(".notice[role=alert]:visible")).toContainText(
    "rút gọn còn tối đa 8000 ký tự (hiện có 10000)",
  );
  await expect(page.getByLabel("Nội dung chính sách")).toHaveValue("y".repeat(10_000));
});

test.describe("for the province", () => {
  test.use({ role: "leader" });

  test("documents and policy are read, with nothing to change them by", async ({ page }) => {
    for (const address of [`${own}/documents`, `${own}/policy`]) {
      await page.goto(address);
      await expect(page.getByRole("main").locator(".button")).toHaveCount(0);
    }
    for (const address of ["/desk", `${own}/policy/edit`, `${own}/documents/new`])
      expect((await page.goto(address))?.status(), address).toBe(404);
  });
});
