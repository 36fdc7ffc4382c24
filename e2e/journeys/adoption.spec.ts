import type { Locator, Page } from "@playwright/test";

import { test } from "@/e2e/support/tabs";
import { enterAs, expect, expectAccessible, unfold } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;

const unseen = (): Promise<void> => Promise.resolve();

/** Each walk has an agency to itself, whatever walks beside it. Without scripts axe cannot look. */
const walks: readonly {
  how: string;
  scripted: boolean;
  look: (page: Page) => Promise<void>;
  late: string;
}[] = [
  { how: "with", scripted: true, look: expectAccessible, late: "ccqltt" },
  { how: "without", scripted: false, look: unseen, late: "bqlkkt" },
];

for (const { how, scripted, look, late } of walks) {
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("an officer states why the agency is late; the leader reads it beside its name", async ({
      page,
    }, info) => {
      const name = `late-${how}-${info.retry}`;
      await createOfficer(name, late);
      await enterAs(page, name);
      await page.goto(`/agencies/${late}`);
      await page.getByRole("link", { name: "Nêu nguyên nhân chậm" }).click();
      await expect(page.getByText("Chưa bố trí kinh phí: ")).toBeVisible();
      await page.getByRole("button", { name: "Ghi nguyên nhân" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("chọn");
      await page.getByRole("radio", { name: "Cán bộ ISO luân chuyển" }).check();
      await page.getByLabel("Nói rõ thêm").fill("Thư ký ISO nghỉ hưu, chưa có người thay");
      await page.getByLabel("Ngày nêu").fill("01/01/2018");
      await page.getByRole("button", { name: "Ghi nguyên nhân" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("ngày này chưa tới");
      await expect(page.getByLabel("Nói rõ thêm")).toHaveValue("Thư ký ISO nghỉ hưu, chưa có người thay");
      await page.getByLabel("Ngày nêu").fill("31/12/2017");
      await look(page);
      await page.getByRole("button", { name: "Ghi nguyên nhân" }).click();
      await expect(page.getByText(receipt)).toBeVisible();
      await expect(page.getByText("Cán bộ ISO luân chuyển: Thư ký ISO nghỉ hưu")).toBeVisible();
      await expect(page.getByText("Chưa bố trí kinh phí")).toHaveCount(0);
      await enterAs(page, "leader");
      await page.goto("/dashboard");
      const row = page.locator("tr", { has: page.locator(`a[href^="/agencies/${late}?"]`) });
      await expect(row).toContainText("Cán bộ ISO luân chuyển");
    });
  });
}

test("an officer records the step that follows, and the agency stands one further", async ({
  page,
}, info) => {
  const agency = "sgtvt";
  const name = `step-${info.retry}`;
  await createOfficer(name, agency);
  await enterAs(page, name);
  await page.goto(`/agencies/${agency}`);
  await expect(page.getByText(/^Ban hành hệ thống tài liệu, theo kế hoạch của cơ quan/)).toBeVisible();
  await page.getByRole("link", { name: "Ghi mốc đã thực hiện" }).click();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Ban hành hệ thống tài liệu" }).check();
  await page.getByLabel("Ngày thực hiện").fill("29/12/2017");
  await page.getByLabel("Bằng chứng").fill("Quyết định số 512/QĐ ngày 29/12/2017");
  await page.getByRole("button", { name: "Ghi mốc" }).click();
  await expect(page.getByText(receipt)).toBeVisible();
  await expect(page.locator(".tag", { hasText: "Đang áp dụng" })).toBeVisible();
  await expect(page.getByText("Đánh giá nội bộ, cơ quan chưa nêu ngày")).toBeVisible();
});

test.describe("the signed paper, without JavaScript,", () => {
  test.use({ javaScriptEnabled: false });

  const paper = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
  const wrong = { name: "văn bản.pdf", mimeType: "application/pdf", buffer: Buffer.from("Nội dung gõ tay") };
  const right = { name: "văn bản.pdf", mimeType: "application/pdf", buffer: paper };

  /** Chooses a file that is no paper, is told so with everything typed still there, and chooses the right one. */
  async function hand(page: Page, button: string, typed: { label: string; text: string }): Promise<void> {
    await page.getByLabel("Bản chụp văn bản đã ký").setInputFiles(wrong);
    await page.getByRole("button", { name: button }).click();
    await expect(page.locator(".notice[role=alert]:visible")).toContainText(
      "không nhận được tệp “văn bản.pdf”",
    );
    await expect(page.getByLabel(typed.label, { exact: true })).toHaveValue(typed.text);
    await page.getByLabel("Bản chụp văn bản đã ký").setInputFiles(right);
    await page.getByRole("button", { name: button }).click();
  }

  const opens = async (page: Page, link: Locator): Promise<void> => {
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect(await answer.body()).toEqual(paper);
  };

  test("stands with a step and with a declaration, and opens", async ({ page }, info) => {
    const [step, declared] = ["ccattp", "sngv"];
    const name = `paper-${info.retry}`;
    await createOfficer(name, step);
    await enterAs(page, name);
    const evidence = `Báo cáo số 12/BC ngày 29/12/2017, ${name}`;
    await page.goto(`/agencies/${step}/milestones/new`);
    await page.getByRole("radio").first().check();
    await page.getByLabel("Ngày thực hiện").fill("29/12/2017");
    await page.getByLabel("Bằng chứng").fill(evidence);
    await hand(page, "Ghi mốc", { label: "Bằng chứng", text: evidence });
    await expect(page.getByText(receipt)).toBeVisible();
    await opens(page, page.locator("li", { hasText: evidence }).getByRole("link", { name: "Xem bản chụp" }));

    await createOfficer(`${name}-declares`, declared);
    await enterAs(page, `${name}-declares`);
    await page.goto(`/agencies/${declared}/declarations/new`);
    const fields = {
      "Số quyết định": "55/QĐ",
      "Số bản công bố": "03/CB",
      "Ngày công bố": "29/12/2017",
      "Số TTHC đã áp dụng": "40",
      "Tổng số TTHC thuộc thẩm quyền": "42",
      "Số phòng, đơn vị đã áp dụng": "5",
      "Tổng số phòng, đơn vị": "5",
    };
    for (const [label, text] of Object.entries(fields))
      await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole("button", { name: "Kiểm tra trước khi ghi" }).click();
    await page.getByLabel("Bản chụp văn bản đã ký").setInputFiles(wrong);
    await page.getByRole("button", { name: "Ghi nhận công bố" }).click();
    await expect(page.locator(".notice[role=alert]:visible")).toContainText(
      "không nhận được tệp “văn bản.pdf”",
    );
    await expect(page.locator("dd:visible", { hasText: "03/CB" })).toBeVisible();
    await page.getByLabel("Bản chụp văn bản đã ký").setInputFiles(right);
    await page.getByRole("button", { name: "Ghi nhận công bố" }).click();
    await expect(page.getByText(receipt)).toBeVisible();
    const declaration = page.locator("article", { hasText: "03/CB" });
    await opens(page, declaration.getByRole("link", { name: "Xem bản chụp" }));
  });
});

test("what waits is counted in the navigation", async ({ page }) => {
  await enterAs(page, "leader");
  await page.goto("/agencies");
  const place = page.getByRole("navigation", { name: "Chính" }).getByRole("link", { name: /^Quá hạn/ });
  await expect(place).toHaveText("Quá hạn 10");
  await place.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("10 cơ quan");
  await enterAs(page, "officer");
  await page.goto("/me");
  const desk = page.getByRole("link", { name: /^Việc cần làm \d+$/ });
  await expect(desk).toBeVisible();
  await page.goto("/desk");
  const [, tasks] = /^Hôm nay có (\d+) việc/.exec(await page.locator("h1").innerText()) ?? [];
  await expect(desk).toHaveText(`Việc cần làm ${tasks}`);
});

test("agencies are listed by what obliges them, and those that ceased where asked for", async ({ page }) => {
  await enterAs(page, "leader");
  await page.goto("/agencies");
  await unfold(page, "Bộ lọc");
  await page.getByLabel("Diện áp dụng").selectOption({ label: "Bắt buộc theo quyết định của tỉnh" });
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(12);
  await page.getByRole("link", { name: "Bỏ lọc: Bắt buộc theo quyết định của tỉnh" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(46);
  await unfold(page, "Bộ lọc");
  await page.getByLabel("Tình trạng").selectOption({ label: "Chấm dứt" });
  await page.getByRole("button", { name: "Lọc" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Không có cơ quan nào khớp");
});
