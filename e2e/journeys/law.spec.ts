import type { Page } from "@playwright/test";

import { enterAs, expect, expectAccessible, expectShown, follow, test } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

test.use({ role: "leader" });

/** The tool that looks runs in the page: only where there are scripts. */
const accessible = async (page: Page, scripted: boolean): Promise<void> => {
  if (scripted) await expectAccessible(page);
};

async function register(page: Page, number: string, inForceFrom: string): Promise<void> {
  await page.goto("/laws/new");
  await page.getByLabel("Số, ký hiệu").fill(number);
  await page.getByLabel("Cơ quan ban hành").fill("Bộ Tư pháp");
  await page.getByLabel("Ngày ban hành").fill("14/03/2017");
  await page.getByLabel("Trích yếu").fill("Sửa đổi, bổ sung quy định về đăng ký");
  await page.getByLabel("Có hiệu lực từ").fill(inForceFrom);
  await page.getByRole("group", { name: "Có quy định thủ tục" }).getByLabel("Không", { exact: true }).check();
  await page.getByRole("button", { name: "Đăng ký" }).click();
  await expect(page.getByRole("heading", { name: "Văn bản pháp luật", exact: true })).toBeVisible();
}

const find = async (page: Page, number: string): Promise<void> => {
  await page.goto(`/laws?q=${encodeURIComponent(number)}`);
  await follow(page, `Thông tư số ${number}`);
};

// Agencies in which no other journey changes a document.
for (const [how, scripted, agency, first] of [
  ["with", true, "ubnd-binh-son", 1],
  ["without", false, "ubnd-nghia-hanh", 2],
] as const) {
  test.describe(`${how} scripts`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("a change of law reaches the desk of whoever it touches, and is taken back", async ({
      page,
    }, info) => {
      const n = `${first}${info.retry}`;
      const [old, changing] = [`7${n}/2015/TT-BTP`, `8${n}/2017/TT-BTP`];
      await register(page, old, "01/01/2016");
      await register(page, changing, "01/05/2017");

      const officer = `law-${how}-${info.retry}`;
      await createOfficer(officer, agency);
      await enterAs(page, officer);
      await page.goto(`/agencies/${agency}/documents`);
      await page.getByRole("main").getByRole("link", { name: /^QT-0/ }).first().click();
      const document = page.url();
      await follow(page, /^(?:Ghi|Sửa) căn cứ/);
      await accessible(page, scripted);
      await page.getByLabel("Mỗi dòng một văn bản").fill(`Thông tư số 7${n}/2015/TT-BTC`);
      await page.getByRole("button", { name: "Lưu căn cứ" }).click();
      await expectShown(page.getByText(`Có phải bạn muốn ghi: Thông tư số ${old}`));
      await page
        .getByLabel("Mỗi dòng một văn bản")
        .fill(`Căn cứ khoản 2 Điều 7 Thông tư số ${old} ngày 14 tháng 3 năm 2017 của Bộ trưởng Bộ Tư pháp;`);
      await page.getByRole("button", { name: "Lưu căn cứ" }).click();
      await expectShown(page.getByText("khoản 2 Điều 7"));

      await enterAs(page, "leader");
      await find(page, changing);
      await follow(page, "Ghi văn bản này làm gì");
      await accessible(page, scripted);
      await page.getByLabel("Văn bản nào?").fill(old);
      await page.getByLabel("Điều khoản nào?").fill("Điều 7");
      await page.getByRole("button", { name: "Ghi quan hệ này" }).click();
      await follow(page, "Bỏ quan hệ này");
      await accessible(page, scripted);
      await page.goBack();
      await follow(page, "Xem tài liệu bị ảnh hưởng và công bố");
      await expectShown(page.getByText("1 tài liệu của 1 cơ quan bị ảnh hưởng"));
      await accessible(page, scripted);
      await page.getByRole("button", { name: "Công bố thay đổi" }).click();
      await expectShown(page.getByText("0 trên 1 tài liệu đã áp dụng"));
      await expectShown(page.getByText("Quá hạn từ 01/08/2017"));
      await accessible(page, scripted);

      await enterAs(page, officer);
      await page.goto("/desk");
      await expectShown(page.getByText(`theo Thông tư số ${changing}`));
      await page.goto(document);
      await follow(page, "Không bị ảnh hưởng");
      await page.getByLabel("Vì sao không phải sửa?").fill("Chỉ sửa mẫu tờ khai");
      await page.getByRole("button", { name: "Ghi không bị ảnh hưởng" }).click();
      await expectShown(page.getByText("Chỉ sửa mẫu tờ khai"));

      await enterAs(page, "leader");
      await find(page, changing);
      await follow(page, "Hủy công bố này");
      await page.getByLabel("Lý do hủy").fill("Đăng ký nhầm điều khoản");
      await page.getByRole("button", { name: "Hủy công bố" }).click();
      await expectShown(page.getByText("Đăng ký nhầm điều khoản"));
      await enterAs(page, officer);
      await page.goto(document);
      await expect(page.getByText(changing)).toHaveCount(0);
    });
  });
}
