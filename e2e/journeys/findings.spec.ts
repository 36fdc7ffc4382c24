import type { Browser, Page } from "@playwright/test";

import { expect, expectAccessible, expectShown, signedIn, test, unfold } from "@/e2e/support/test";
import { createFinding } from "@/e2e/support/world/visits";
import type { Role } from "@/lib/identity/types";
import { noticePicture } from "@/prisma/seed/picture";

/** A page of somebody signed in, with or without scripts. */
async function pageOf(browser: Browser, role: Role, javaScriptEnabled: boolean): Promise<Page> {
  const storageState = await signedIn(role);
  return (await browser.newContext({ storageState, javaScriptEnabled })).newPage();
}

const receipt = (page: Page) => page.getByText(/Biên nhận số \d{6}/);

async function answer(page: Page, correction: string): Promise<void> {
  await page.getByRole("link", { name: "Trả lời", exact: true }).click();
  await page.getByLabel("Nguyên nhân").fill("Bản ký năm 2016 chỉ lưu ở Văn phòng, chưa thay trên bảng tin");
  await page.getByLabel("Đã khắc phục thế nào").fill(correction);
  await page.getByLabel("Biện pháp để không lặp lại").fill("Văn phòng chụp ảnh nơi niêm yết mỗi khi ký lại");
  await page.getByLabel("Người chịu trách nhiệm").fill("Chánh Văn phòng");
  await page.getByLabel("Hoàn thành đến ngày").fill("28/12/2017");
  await page.getByLabel("Bằng chứng").setInputFiles({
    name: "Bảng tin.png",
    mimeType: "image/png",
    buffer: noticePicture(),
  });
  await page.getByRole("button", { name: "Gửi câu trả lời" }).click();
}

for (const { how, scripted } of [
  { how: "with", scripted: true },
  { how: "without", scripted: false },
])
  test.describe(`${how} JavaScript`, () => {
    /** The checker is a script: it sees the same pages where scripts run. */
    const check = (page: Page) => (scripted ? expectAccessible(page) : Promise.resolve());

    test("the officer answers with a photo, the inspector sends back, the officer answers again, the inspector verifies", async ({
      browser,
    }) => {
      const address = `/findings/${await createFinding("ubnd-duc-pho")}`;
      const officer = await pageOf(browser, "officer", scripted);
      const inspector = await pageOf(browser, "inspector", scripted);

      await officer.goto(address);
      await answer(officer, "");
      const wanting = officer.locator(".notice[role=alert]:visible li");
      await expect(wanting).toHaveText([/^Đã khắc phục thế nào: ghi đã khắc phục thế nào/]);
      await wanting.getByRole("link").click();
      await expect(officer.getByLabel("Đã khắc phục thế nào")).toBeFocused();
      await expect(officer.getByLabel("Người chịu trách nhiệm")).toHaveValue("Chánh Văn phòng");
      await check(officer);
      await officer.goto(address);
      await answer(officer, "Đã thay bản niêm yết ở bảng tin tầng 1 ngày 28/12/2017");
      await expect(receipt(officer)).toBeVisible();
      await expect(officer.locator(".lead + p")).toContainText("Đã trả lời, chờ xác nhận");
      await expect(officer.getByRole("link", { name: "Mở tệp Bảng tin.png" })).toBeVisible();
      await expect(officer.getByRole("link", { name: "Trả lời", exact: true })).toHaveCount(0);
      await check(officer);

      await inspector.goto("/today");
      await expect(inspector.locator(`a[href="${address}"]`)).toContainText("Xem câu trả lời");
      await inspector.goto(address);
      await inspector.getByRole("link", { name: "Trả lại" }).click();
      await check(inspector);
      await inspector.getByLabel("Lý do").fill("Ảnh chưa thấy ngày ký; gửi ảnh rõ chữ ký và ngày niêm yết");
      await inspector.getByRole("button", { name: "Trả lại" }).click();
      await expect(receipt(inspector)).toBeVisible();

      await officer.goto("/desk");
      await expect(officer.locator(`a[href="${address}"]`)).toContainText("Xem lý do và trả lời lại");
      await officer.goto(address);
      await answer(officer, "Đã niêm yết lại bản ký ngày 15/3/2016, ảnh chụp ngày 29/12/2017");
      await expect(officer.getByRole("heading", { name: "Cơ quan đã trả lời 2 lần" })).toBeVisible();

      await inspector.goto(address);
      await inspector.getByRole("link", { name: "Xác nhận hiệu lực" }).click();
      await check(inspector);
      await inspector.getByLabel("Đã xem gì").fill("Đã xem ảnh niêm yết ngày 29/12/2017 tại bảng tin tầng 1");
      await inspector.getByRole("button", { name: "Xác nhận và đóng" }).click();
      await expect(receipt(inspector)).toBeVisible();
      await expect(inspector.locator(".lead + p")).toContainText("Đã đóng 31/12/2017");
      await officer.context().close();
      await inspector.context().close();
    });

    test("a higher level blocks: the agency's clock stops, and runs again from a later day", async ({
      browser,
    }) => {
      const address = `/findings/${await createFinding("ubnd-duc-pho")}`;
      const officer = await pageOf(browser, "officer", scripted);
      const inspector = await pageOf(browser, "inspector", scripted);
      await officer.goto(address);
      await expect(officer.locator(".lead + p")).toContainText("Quá hạn 50 ngày");
      await officer.getByRole("link", { name: "Báo vướng do cấp trên" }).click();
      await check(officer);
      await officer.getByLabel("Cơ quan cấp trên phải chờ").fill("UBND tỉnh Quảng Ngãi");
      await officer.getByLabel("Văn bản, nội dung đang chờ").fill("Công văn số 1123/UBND-KT ngày 06/11/2017");
      await officer.getByLabel("Phải chờ từ ngày").fill("06/11/2017");
      await officer
        .getByLabel("Giải trình")
        .fill("UBND tỉnh chưa công bố danh mục thủ tục hành chính cấp huyện");
      await officer.getByRole("button", { name: "Gửi báo vướng" }).click();
      await expect(receipt(officer)).toBeVisible();

      await inspector.goto("/today");
      await expect(inspector.locator(`a[href="${address}"]`)).toContainText("Xem giải trình");
      await inspector.goto(address);
      for (const act of ["refuse", "accept"]) {
        await inspector.goto(`${address}/${act}`);
        await check(inspector);
      }
      await inspector.getByRole("button", { name: "Chấp nhận, tạm dừng hạn" }).click();
      await expect(inspector.locator(".lead + p")).toContainText("Chờ UBND tỉnh Quảng Ngãi: 55 ngày");
      await expect(inspector.locator(".lead + p")).not.toContainText("Quá hạn");
      await check(inspector);

      await officer.goto(address);
      await officer.getByRole("link", { name: "Ghi nhận đã hết vướng" }).click();
      await check(officer);
      await officer.getByLabel("Hết vướng từ ngày").fill("20/12/2017");
      await officer.getByLabel("Cấp trên đã làm gì").fill("Quyết định số 2389/QĐ-UBND ngày 20/12/2017");
      await officer.getByRole("button", { name: "Ghi nhận hết vướng" }).click();
      await expect(officer.locator(".lead + p")).toContainText("Quá hạn 6 ngày");
      await expect(officer.getByText("25/12/2017 (đã lùi 44 ngày do chờ cấp trên)")).toBeVisible();
      await officer.context().close();
      await inspector.context().close();
    });

    test("a question is asked with a file, told to the other side, and answered", async ({ browser }) => {
      const address = `/findings/${await createFinding("ubnd-duc-pho")}`;
      const officer = await pageOf(browser, "officer", scripted);
      const inspector = await pageOf(browser, "inspector", scripted);
      await officer.goto(address);
      await unfold(officer, "Hỏi hoặc trả lời");
      await officer.getByLabel("Nội dung").fill("Niêm yết tạm ở cửa Bộ phận một cửa có được không?");
      await officer.getByLabel("Tệp kèm theo").setInputFiles({
        name: "Cửa.png",
        mimeType: "image/png",
        buffer: noticePicture(),
      });
      await officer.getByRole("button", { name: "Gửi" }).click();
      await expect(receipt(officer)).toBeVisible();
      await expect(officer.getByText("Chờ đoàn kiểm tra trả lời")).toBeVisible();
      await expect(officer.getByRole("link", { name: "Mở tệp Cửa.png" })).toBeVisible();

      await inspector.goto("/today");
      await inspector.locator(`a[href="${address}#thread"]`).click();
      await inspector.getByLabel("Nội dung").fill("Được, miễn là người dân nhìn thấy.");
      await expect(inspector.getByLabel("Trả lời hoặc bổ sung thông tin")).toBeChecked();
      await inspector.getByRole("button", { name: "Gửi" }).click();
      await expect(receipt(inspector)).toBeVisible();
      await expect(inspector.getByText("Chờ đoàn kiểm tra trả lời")).toHaveCount(0);
      await expect(inspector.locator("#thread ol > li")).toHaveCount(2);
      await officer.context().close();
      await inspector.context().close();
    });
  });

test.describe("for the leader", () => {
  test.use({ role: "leader" });

  test("the dashboard counts what is late and what waits for a higher level, each with its list", async ({
    page,
  }) => {
    await page.goto("/dashboard");
    await unfold(page, "Điểm tồn tại đang theo dõi");
    const section = page.locator("section", {
      has: page.getByRole("heading", { name: "Điểm tồn tại đang theo dõi" }),
    });
    await expect(section.getByRole("row", { name: /UBND tỉnh Quảng Ngãi/ })).toBeVisible();
    await section.getByRole("link", { name: /chờ cấp trên/ }).click();
    await expectShown(page.getByText(/Chờ UBND tỉnh Quảng Ngãi: \d+ ngày/));
    await expectAccessible(page);
    await page.locator("tbody a").first().click();
    await expect(page.getByRole("link", { name: "Trả lời", exact: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Gửi" })).toHaveCount(0);
    await expectAccessible(page);
  });
});
