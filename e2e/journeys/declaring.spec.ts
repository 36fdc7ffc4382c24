import type { Page } from "@playwright/test";

import { test } from "@/e2e/support/tabs";
import { enterAs, expect, expectAccessible } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;

const codeOf = (project: string, { desktop, phone }: { desktop: string; phone: string }): string =>
  project === "phone" ? phone : desktop;

/** Records one missing step after the other, as the page of a declaration names them, until none is missing. */
async function recordMissing(page: Page, code: string): Promise<void> {
  const next = page.getByRole("link", { name: /^Ghi mốc này/ });
  while ((await next.count()) > 0) {
    await next.click();
    await page.getByLabel("Ngày thực hiện").fill("31/12/2017");
    await page.getByLabel("Bằng chứng").fill("Biên bản số 9/BB-UBND ngày 31/12/2017");
    await page.getByRole("button", { name: "Ghi mốc" }).click();
    await expect(page.getByText(receipt)).toBeVisible();
    await page.goto(`/agencies/${code}/declarations/new`);
  }
}

const unseen = (): Promise<void> => Promise.resolve();

for (const { how, scripted, look, agencies } of [
  {
    how: "with",
    scripted: true,
    look: expectAccessible,
    agencies: { desktop: "ubnd-son-tinh", phone: "ubnd-tra-bong" },
  },
  {
    how: "without",
    scripted: false,
    look: unseen,
    agencies: { desktop: "ubnd-minh-long", phone: "ubnd-son-ha" },
  },
] as const)
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("a declaration is looked at in words, changed, recorded, and made known later", async ({
      page,
    }, info) => {
      const code = codeOf(info.project.name, agencies);
      const name = `declares-${how}-${info.project.name}-${info.retry}`;
      await createOfficer(name, code);
      await enterAs(page, name);
      await page.goto(`/agencies/${code}/declarations/new`);
      await expect(page.getByText(/^Bản đang có hiệu lực: số /)).toBeVisible();
      // The numbers of the last declaration stand there already.
      const covered = page.getByLabel("Số TTHC đã áp dụng");
      const before = Number(await covered.inputValue());
      expect(before).toBeGreaterThan(10);
      await look(page);
      await page.getByLabel("Số quyết định").fill("812/QĐ-UBND");
      await page.getByLabel("Số bản công bố").fill("98/CB-UBND");
      await page.getByLabel("Ngày công bố").fill("20/12/2017");
      await covered.fill(String(before - 5));
      await page.getByLabel("Ngày niêm yết tại trụ sở").fill("19/12/2017");
      await page.getByRole("button", { name: "Kiểm tra trước khi ghi" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("Ngày niêm yết tại trụ sở: ");
      await page.getByLabel("Ngày niêm yết tại trụ sở").fill("21/12/2017");
      await page.getByRole("button", { name: "Kiểm tra trước khi ghi" }).click();

      await expect(page.getByRole("heading", { name: "Kiểm tra trước khi ghi công bố" })).toBeVisible();
      await expect(page.locator("dd", { hasText: /^Thu hẹp phạm vi, so với bản số / })).toBeVisible();
      await expect(
        page.getByText(
          "Tình trạng của cơ quan và số liệu toàn tỉnh, cả của những ngày đã qua, không thay đổi.",
        ),
      ).toBeVisible();
      await expect(page.getByText("Gửi cơ quan đầu mối: ghi thêm sau ở trang cơ quan")).toBeVisible();
      await look(page);
      await page.getByRole("button", { name: "Sửa lại" }).click();
      await expect(page.getByLabel("Số bản công bố")).toHaveValue("98/CB-UBND");
      await expect(page.getByLabel("Ngày niêm yết tại trụ sở")).toHaveValue("21/12/2017");
      await covered.fill(String(before));
      await page.getByRole("button", { name: "Kiểm tra trước khi ghi" }).click();
      await expect(page.locator("dd", { hasText: /^Công bố lại, so với bản số / })).toBeVisible();
      await page.getByRole("button", { name: "Ghi nhận công bố" }).click();
      await expect(page.getByText(receipt)).toBeVisible();

      const declaration = page.locator("article", { hasText: "98/CB-UBND" });
      await expect(declaration).toContainText("Niêm yết tại trụ sở: 21/12/2017");
      await declaration.getByRole("link", { name: /^Ghi nơi đã công khai ?: 98\/CB-UBND/ }).click();
      await expect(page.getByLabel("Ngày niêm yết tại trụ sở")).toHaveCount(0);
      await look(page);
      await page.getByRole("button", { name: "Ghi ngày công khai" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("ít nhất một nơi");
      await page.getByLabel("Ngày gửi cơ quan đầu mối").fill("29/12/2017");
      await page.getByRole("button", { name: "Ghi ngày công khai" }).click();
      await expect(page.getByText(receipt)).toBeVisible();
      await expect(declaration).toContainText("Gửi cơ quan đầu mối: 29/12/2017");
      await declaration.getByRole("link", { name: /^Hủy mục ghi nhầm ?: Gửi cơ quan đầu mối, 98/ }).click();
      await page.getByLabel("Lý do hủy").fill("Nhầm ngày, công văn gửi ngày 28/12/2017");
      await page.getByRole("button", { name: "Hủy mục này" }).click();
      await expect(page.locator("del", { hasText: "Gửi cơ quan đầu mối, 29/12/2017" })).toBeVisible();
      await expect(declaration).not.toContainText("Gửi cơ quan đầu mối");
      await look(page);
    });

    test("whoever has not gone the whole way is told what is missing before anything is typed", async ({
      page,
    }, info) => {
      const name = `begins-${how}-${info.project.name}-${info.retry}`;
      await createOfficer(name, "ubnd-ly-son");
      await enterAs(page, name);
      await page.goto("/agencies/ubnd-ly-son/declarations/new");
      await expect(page.getByText("Chưa ghi công bố được: còn thiếu 4 bước.")).toBeVisible();
      await expect(page.getByLabel("Số quyết định")).toHaveCount(0);
      await look(page);
      await page.getByRole("link", { name: /^Ghi mốc này ?: Ban hành kế hoạch/ }).click();
      await expect(page.getByRole("radio", { name: "Ban hành kế hoạch" })).toBeChecked();
    });
  });

test("an agency that completes its steps sees the province go from one figure to the next", async ({
  page,
}, info) => {
  const code = codeOf(info.project.name, { desktop: "ubnd-son-tay", phone: "ubnd-tay-tra" });
  const name = `joins-${info.project.name}-${info.retry}`;
  await createOfficer(name, code);
  await enterAs(page, name);
  await page.goto(`/agencies/${code}/declarations/new`);
  await recordMissing(page, code);
  await page.getByLabel("Số quyết định").fill("900/QĐ-UBND");
  await page.getByLabel("Số bản công bố").fill("01/CB-UBND");
  await page.getByLabel("Ngày công bố").fill("31/12/2017");
  for (const label of ["Số TTHC đã áp dụng", "Tổng số TTHC thuộc thẩm quyền"])
    await page.getByLabel(label).fill("240");
  for (const label of ["Số phòng, đơn vị đã áp dụng", "Tổng số phòng, đơn vị"])
    await page.getByLabel(label).fill("13");
  await page.getByRole("button", { name: "Kiểm tra trước khi ghi" }).click();
  await expect(page.getByText("Tình trạng: Đã xác nhận hiệu lực → Đã công bố")).toBeVisible();
  const figures = await page.getByText(/^Toàn tỉnh đã công bố: \d+\/46 → \d+\/46$/).innerText();
  const [, from, to] = /(\d+)\/46 → (\d+)\/46/.exec(figures) ?? [];
  expect(Number(to)).toBe(Number(from) + 1);
  await expectAccessible(page);
  // It is only looked at: the province is counted by other journeys.
});
