import type { Page } from "@playwright/test";

import { enterAs, expect, expectAccessible, test } from "@/e2e/support/test";
import { rewriteDraft } from "@/e2e/support/world/documents";
import { endSessions, createHead, createOfficer, revokeSessions } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;
const saved = (page: Page) => expect(page.getByText(receipt)).toBeVisible();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await press(page, "Đăng nhập");
}

const agencies = {
  with: "ubnd-ba-to",
  without: "ubnd-tu-nghia",
} as const;

for (const how of ["with", "without"] as const)
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: how === "with" });
    const look = how === "with" ? expectAccessible : () => Promise.resolve();
    /** With scripts the form itself says so, and stays; without, the page for signing in. */
    const ended = how === "with" ? /^Phiên đăng nhập không còn/ : /^Phiên này đã bị kết thúc/;
    /** With scripts the other fields of a page that is opened anew stand as they were typed; without, as it begins. */
    const typedStill = how === "with" ? /^02\/01\/2018$/ : /./;

    test("a head approves no text that was not on the page, however often they press", async ({
      page,
    }, info) => {
      const code = agencies[how];
      const at = `${how}-${info.project.name}-${info.retry}`;
      const [officer, head] = [`viet-${at}`, `duyet-${at}`];
      await createOfficer(officer, code);
      await createHead(head, code);
      await enterAs(page, officer);
      await page.goto(`/agencies/${code}/documents/new`);
      await page.getByLabel("Mã hiệu").fill(`QT-L${info.retry}`);
      await page.getByLabel("Tên tài liệu").fill("Quy trình mượn hồ sơ");
      await page.getByLabel("Nội dung").fill("Trả trong 03 ngày.");
      await press(page, "Lưu dự thảo đầu tiên");
      await saved(page);
      await page
        .getByRole("link", { name: new RegExp(`^QT-L${info.retry}`) })
        .first()
        .click();
      await expect(page).toHaveURL(/\/documents\/[0-9a-f-]{36}/);
      const document = new URL(page.url()).pathname;

      await enterAs(page, head);
      await page.goto(`${document}/approve`);
      await expect(page.getByText("Trả trong 03 ngày.")).toBeVisible();
      await page.getByLabel("Ngày có hiệu lực").fill("02/01/2018");
      await rewriteDraft(document.split("/").at(-1) ?? "", "Trả trong 30 ngày.");
      for (let pressed = 0; pressed < 3; pressed += 1) {
        await press(page, "Phê duyệt");
        await expect(page.locator(".notice[role=alert]:visible")).toContainText("vừa thay đổi nội dung này");
      }
      await look(page);
      await page.getByRole("link", { name: "Mở bản mới của trang" }).click();
      await expect(page.getByText("Trả trong 30 ngày.")).toBeVisible();
      await expect(page.locator(".notice[role=alert]:visible")).toHaveCount(0);
      await expect(page.getByLabel("Ngày có hiệu lực")).toHaveValue(typedStill);
      await press(page, "Phê duyệt");
      await saved(page);
    });

    test("what was typed for one record comes back to it alone, and can be discarded", async ({
      page,
    }, info) => {
      const code = agencies[how];
      const name = `muc-tieu-${how}-${info.project.name}-${info.retry}`;
      await createOfficer(name, code);
      await enterAs(page, name);
      for (const text of ["Mục tiêu A", "Mục tiêu B"]) {
        await page.goto(`/agencies/${code}/objectives/edit?year=2017`);
        await page.getByLabel("Mục tiêu", { exact: true }).fill(`${text} ${name}`);
        await page.getByLabel("Cách đo").fill("Tỷ lệ đúng hạn");
        await page.getByLabel("Chỉ tiêu").fill("98%");
        await press(page, "Lưu mục tiêu");
        await saved(page);
      }
      const edit = async (text: string) => {
        await page.goto(`/agencies/${code}/policy`);
        const item = page.locator("tr, li").filter({ hasText: `${text} ${name}` });
        return (await item.locator('a[href*="objectives/edit?id="]').getAttribute("href")) ?? "";
      };
      const [a, b] = [await edit("Mục tiêu A"), await edit("Mục tiêu B")];
      expect(a).not.toBe(b);
      await page.goto(a);
      await page.getByLabel("Chỉ tiêu").fill("99% của A");
      await endSessions(name);
      await press(page, "Lưu mục tiêu");
      await expect(page.getByText("nội dung vừa nhập vẫn được giữ ở đúng trang đó")).toBeVisible();
      await signIn(page, name);
      await expect(page).toHaveURL(new RegExp(`id=${a.split("id=")[1]}`));
      await expect(page.getByLabel("Chỉ tiêu")).toHaveValue("99% của A");
      await expect(page.getByText(/^Đây là nội dung ông\/bà nhập trên trang này lúc/)).toBeVisible();
      await look(page);
      await page.goto(b);
      await expect(page.getByLabel("Chỉ tiêu")).toHaveValue("98%");
      await page.goto(a);
      await press(page, "Bỏ nội dung này");
      await expect(page.getByText(/^Đây là nội dung ông\/bà nhập/)).toHaveCount(0);
      await expect(page.getByLabel("Chỉ tiêu")).toHaveValue("98%");
      await page.goto(a);
      await expect(page.getByLabel("Chỉ tiêu")).toHaveValue("98%");

      await page.goto(a.replace("objectives/edit?id=", "cancel?of=objective&id="));
      const reason = page.getByRole("textbox").first();
      await reason.fill("Ghi trùng mục tiêu");
      await endSessions(name);
      await page.getByRole("button", { name: /Hủy/ }).click();
      await signIn(page, name);
      await expect(page).toHaveURL(/cancel\?/);
      await expect(reason).toHaveValue("Ghi trùng mục tiêu");

      await revokeSessions(name);
      await page.getByRole("button", { name: /Hủy/ }).click();
      await expect(page.getByText(ended)).toBeVisible();
      await expect(page.getByText("vẫn được giữ")).toHaveCount(0);
    });
  });

test("from the last look Back leads to the form with its text, and Forward to the look", async ({
  page,
}, info) => {
  const code = "ubnd-minh-long";
  const name = `quay-lai-${info.project.name}-${info.retry}`;
  await createOfficer(name, code);
  await enterAs(page, name);
  await page.goto("/desk");
  await page.goto(`/agencies/${code}/declarations/new`);
  const number = page.getByLabel("Số quyết định");
  await number.fill("812/QĐ-UBND");
  await page.getByLabel("Số bản công bố").fill("98/CB-UBND");
  await page.getByLabel("Ngày công bố").fill("20/12/2017");
  const check = page.getByRole("button", { name: "Kiểm tra trước khi ghi" });
  const look = page.getByRole("heading", { name: "Kiểm tra trước khi ghi công bố" });
  await check.click();
  await expect(look).toBeVisible();
  await page.goBack();
  await expect(number).toHaveValue("812/QĐ-UBND");
  await page.goForward();
  await expect(look).toBeVisible();
  await page.goBack();
  await expect(number).toHaveValue("812/QĐ-UBND");
  await page.goBack();
  await expect(page).toHaveURL(/\/desk/);
  await page.goForward();
  await expect(number).toHaveValue("812/QĐ-UBND");
});
