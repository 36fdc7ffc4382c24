import { test } from "@/e2e/support/tabs";
import { enterAs, expect, expectAccessible } from "@/e2e/support/test";
import { createFinding } from "@/e2e/support/world/visits";
import { createOfficer } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;

/** The link beside an entry; what is said to those who do not see stands apart from what is shown. */
const cancelling = (what: string): RegExp => new RegExp(`^Hủy mục ghi nhầm ?: ${what}`);

const unseen = (): Promise<void> => Promise.resolve();

for (const { how, scripted, look, code } of [
  { how: "with", scripted: true, look: expectAccessible, code: "ubnd-mo-duc" },
  { how: "without", scripted: false, look: unseen, code: "ubnd-tu-nghia" },
] as const)
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("what was entered wrongly is cancelled with its reason, and stays readable", async ({
      page,
    }, info) => {
      const name = `wrong-${how}-${info.retry}`;
      await createOfficer(name, code);
      await enterAs(page, name);
      const place = `Nhầm chỗ, ${name}`;
      await page.goto(`/agencies/${code}/policy/post`);
      await page.getByLabel("Nơi niêm yết").fill(place);
      await page.getByRole("button", { name: "Ghi nhận niêm yết" }).click();
      await page.getByRole("link", { name: cancelling(place) }).click();
      await expect(page.getByText(`Niêm yết tại ${place}`)).toBeVisible();
      await look(page);
      await page.getByRole("button", { name: "Hủy mục này" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("Lý do hủy");
      await page.getByLabel("Lý do hủy").fill("Bảng tin ấy của cơ quan khác");
      await page.getByRole("button", { name: "Hủy mục này" }).click();
      await expect(page.getByText(receipt)).toBeVisible();
      await expect(page.locator("del", { hasText: place })).toBeVisible();
      await expect(page.getByText("Lý do: Bảng tin ấy của cơ quan khác")).toBeVisible();
      await expect(page.getByRole("link", { name: cancelling(place) })).toHaveCount(0);
      await look(page);
    });
  });

for (const { how, scripted, look } of [
  { how: "with", scripted: true, look: expectAccessible },
  { how: "without", scripted: false, look: unseen },
])
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("an answer sent by mistake is cancelled: the finding waits for the agency again, and it stays readable", async ({
      page,
    }, info) => {
      const code = "ubnd-duc-pho";
      const name = `answers-${how}-${info.project.name}-${info.retry}`;
      await createOfficer(name, code);
      const finding = await createFinding(code);
      await enterAs(page, name);
      await page.goto(`/findings/${finding}/answer`);
      await page.getByLabel("Nguyên nhân").fill("Trả lời nhầm cho điểm khác");
      await page.getByLabel("Đã khắc phục thế nào").fill("Đã thay bảng tin tầng 1");
      await page.getByLabel("Biện pháp để không lặp lại").fill("Chụp ảnh mỗi quý");
      await page.getByLabel("Người chịu trách nhiệm").fill("Nguyễn Văn An");
      await page.getByLabel("Hoàn thành đến ngày").fill("30/12/2017");
      await page.getByRole("button", { name: "Gửi câu trả lời" }).click();
      await expect(page.getByText(receipt)).toBeVisible();
      await page.getByRole("link", { name: cancelling("Lần 1") }).click();
      await expect(page.getByText("đang chờ cơ quan trả lời, thời hạn cũ vẫn tính")).toBeVisible();
      await look(page);
      await page.getByLabel("Lý do hủy").fill("Câu trả lời này của điểm khác");
      await page.getByRole("button", { name: "Hủy mục này" }).click();
      await expect(page).toHaveURL(new RegExp(`/findings/${finding}`));
      await expect(page.getByText(receipt)).toBeVisible();
      await expect(page.locator("del", { hasText: "Lần 1" })).toBeVisible();
      await expect(page.getByText("Lý do: Câu trả lời này của điểm khác")).toBeVisible();
      await expect(page.getByRole("link", { name: "Trả lời", exact: true })).toBeVisible();
      await look(page);
    });
  });

test("a lapse says first what it changes, to the leader in figures", async ({ page }) => {
  await enterAs(page, "leader");
  await page.goto("/agencies/ubnd-mo-duc");
  await page.getByRole("link", { name: "Ghi nhận hệ thống ngừng hiệu lực" }).click();
  await expect(page.getByText("Tình trạng: Đã công bố → Đã ngừng hiệu lực")).toBeVisible();
  await expect(page.getByText(/^Toàn tỉnh đã công bố: \d+\/46 → \d+\/46$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Ngày ngừng hiệu lực").fill("01/01/2018");
  await page.getByLabel("Căn cứ").fill("Thông báo số 9/TB-UBND");
  await page.getByRole("button", { name: "Ghi nhận ngừng hiệu lực" }).click();
  await expect(page.locator(".notice[role=alert]:visible")).toContainText("ngày này chưa tới");
});
