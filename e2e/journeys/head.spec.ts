import type { Page } from "@playwright/test";

import { test } from "@/e2e/support/tabs";
import { enterAs, expect, expectAccessible, expectShown, follow } from "@/e2e/support/test";
import { createHead, createOfficer } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;
const scan = {
  name: "Bản ký.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\nBản giấy đã ký"),
};

type Office = { code: string; officer: string; head: string };

/** An officer and the head of an agency where nobody else works meanwhile. */
async function settle(code: string, suffix: string): Promise<Office> {
  const office = { code, officer: `can-bo-${suffix}`, head: `thu-truong-${suffix}` };
  await createOfficer(office.officer, code);
  await createHead(office.head, code);
  return office;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const saved = (page: Page) => expect(page.getByText(receipt)).toBeVisible();

async function writeProcedure(page: Page, { code }: Office, number: string): Promise<void> {
  await page.goto(`/agencies/${code}/documents/new`);
  await page.getByLabel("Mã hiệu").fill(number);
  await page.getByLabel("Tên tài liệu").fill("Quy trình mượn hồ sơ");
  await page
    .getByLabel("Nội dung")
    .fill("1. Mục đích\n\n2. Nội dung\nNgười mượn trả trong 05 ngày làm việc.");
  await press(page, "Lưu dự thảo đầu tiên");
  await saved(page);
  await follow(page, new RegExp(`^${number}`));
}

async function submit(page: Page, note: string): Promise<void> {
  await follow(page, "Trình thủ trưởng");
  await page.getByLabel("Lời nhắn cho thủ trưởng").fill(note);
  await press(page, "Trình thủ trưởng");
  await saved(page);
}

/** Each test at an agency of its own: a head is put in office there. */
const offices = {
  with: {
    documents: { desktop: "ttr", phone: "ccbvmt" },
    policy: { desktop: "vpubnd", phone: "cctdc" },
    kept: { desktop: "ccds", phone: "stp" },
  },
  without: {
    documents: { desktop: "cctl", phone: "cccnty" },
    policy: { desktop: "ccttbvtv", phone: "ccqlcl" },
    kept: { desktop: "ubnd-son-tinh", phone: "stnmt" },
  },
} as const;

/** The agency of this browser: the other one has its own. */
const codeIn = ({ desktop, phone }: { desktop: string; phone: string }, project: string): string =>
  project === "phone" ? phone : desktop;

for (const [how, codes] of Object.entries(offices))
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: how === "with" });
    const look = how === "with" ? expectAccessible : () => Promise.resolve();

    test("a procedure goes to the head, comes back with a note, goes again, and is approved for a later day", async ({
      page,
    }, info) => {
      const code = codeIn(codes.documents, info.project.name);
      const office = await settle(code, `${how}-${info.project.name}-${info.retry}`);
      const number = `QT-H${info.retry}`;
      await enterAs(page, office.officer);
      await writeProcedure(page, office, number);
      await follow(page, "Trình thủ trưởng");
      await look(page);
      await page.goBack();
      await submit(page, "Kính trình, để kịp áp dụng từ đầu năm");
      await expect(page.getByText(/^Đang chờ thủ trưởng\./)).toBeVisible();
      await expect(page.getByRole("link", { name: "Sửa tiếp dự thảo" })).toHaveCount(0);
      const address = new URL(page.url()).pathname;

      await enterAs(page, office.head);
      await page.goto("/desk");
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Chờ ông/bà phê duyệt, ký");
      await expect(page.getByText("“Kính trình, để kịp áp dụng từ đầu năm”")).toBeVisible();
      await look(page);
      await follow(page, new RegExp(`^Đọc và phê duyệt.*${number}`));
      await expect(page.getByText("Người mượn trả trong 05 ngày làm việc.")).toBeVisible();
      await expect(page.getByText("Yêu cầu sửa đổi:")).toBeVisible();
      await look(page);
      await follow(page, "Trả lại kèm ý kiến");
      await look(page);
      await press(page, "Trả lại kèm ý kiến");
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("Ý kiến của thủ trưởng");
      await page.getByLabel("Ý kiến của thủ trưởng").fill("Mục 2: trả trong 03 ngày");
      await press(page, "Trả lại kèm ý kiến");
      await saved(page);

      await enterAs(page, office.officer);
      await page.goto("/desk");
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Thủ trưởng trả lại");
      await expect(page.getByText("“Mục 2: trả trong 03 ngày”")).toBeVisible();
      await look(page);
      await follow(page, new RegExp(`^Sửa dự thảo.*${number}`));
      await expect(page.getByText("Ý kiến: Mục 2: trả trong 03 ngày")).toBeVisible();
      await page
        .getByLabel("Nội dung", { exact: true })
        .fill("1. Mục đích\n\n2. Nội dung\nNgười mượn trả trong 03 ngày làm việc.");
      await press(page, "Lưu dự thảo");
      await saved(page);
      await submit(page, "");

      await enterAs(page, office.head);
      await page.goto(`${address}/approve`);
      await expect(page.getByText("Người mượn trả trong 03 ngày làm việc.")).toBeVisible();
      await page.getByLabel("Ngày có hiệu lực").fill("02/01/2018");
      await press(page, "Phê duyệt");
      await saved(page);
      await expect(page.getByText("Có hiệu lực từ 02/01/2018, chưa áp dụng")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Bản chờ hiệu lực" })).toBeVisible();
      await expect(page.getByText("Người mượn trả trong 03 ngày làm việc.")).toBeVisible();
      await look(page);
      await page.goto("/desk");
      await expect(page.getByText(number)).toHaveCount(0);
    });

    test("a policy is taken back, submitted and signed; another of the same day is recorded from the paper", async ({
      page,
    }, info) => {
      const code = codeIn(codes.policy, info.project.name);
      const office = await settle(code, `${how}-p-${info.project.name}-${info.retry}`);
      await enterAs(page, office.officer);
      const write = async (body: string) => {
        await page.goto(`/agencies/${code}/policy/edit`);
        await page.getByLabel("Nội dung chính sách").fill(body);
        await press(page, "Lưu dự thảo");
        await saved(page);
      };
      await write("Cam kết thứ nhất");
      await submit(page, "");
      await follow(page, /^Rút lại bản trình/);
      await look(page);
      await page.getByLabel("Lý do rút lại").fill("Trình nhầm bản chưa soạn xong");
      await press(page, "Rút lại bản trình");
      await saved(page);
      await write("Cam kết thứ hai");
      await submit(page, "");

      await enterAs(page, office.head);
      await page.goto("/desk");
      await follow(page, /^Đọc và ký/);
      await expectShown(page.getByText("Cam kết thứ hai"));
      await expect(page.locator("ins").first()).toBeVisible();
      await look(page);
      await press(page, "Ký chính sách");
      await saved(page);
      await expectShown(page.getByText("Nguyễn Thử Nghiệm ký ngày 31/12/2017"));

      await enterAs(page, office.officer);
      await write("Cam kết thứ ba");
      expect((await page.goto(`/agencies/${code}/policy/sign`))?.status()).toBe(404);
      await page.goto(`/agencies/${code}/policy`);
      await follow(page, "Ghi theo bản giấy đã ký");
      await look(page);
      await press(page, "Ghi theo bản giấy");
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("Bản chụp có chữ ký");
      await page.getByLabel("Bản chụp có chữ ký").setInputFiles(scan);
      await press(page, "Ghi theo bản giấy");
      await saved(page);
      await expect(page.getByText("Cam kết thứ ba")).toBeVisible();
      await expectShown(page.getByText("Nguyễn Thử Nghiệm ghi theo bản giấy đã ký."));
      await look(page);

      // Recorded by mistake: the policy before it is in force again, and this text a draft.
      await follow(page, /^Hủy mục ghi nhầm ?: Nguyễn Thử Nghiệm/);
      await expect(page.getByText("Bản trước đó có hiệu lực trở lại")).toBeVisible();
      await look(page);
      await page.getByLabel("Lý do hủy").fill("Bản giấy là của lần ký sau");
      await press(page, "Hủy mục này");
      await saved(page);
      await expect(page.locator("section", { hasText: "Đang có hiệu lực" }).first()).toContainText(
        "Cam kết thứ hai",
      );
      await expect(
        page.locator("del", { hasText: "Chính sách chất lượng do Nguyễn Thử Nghiệm ký" }),
      ).toBeVisible();
      await look(page);
    });

    test("a document is reviewed and kept as it is", async ({ page }, info) => {
      const code = codeIn(codes.kept, info.project.name);
      const office = await settle(code, `${how}-k-${info.project.name}-${info.retry}`);
      const number = `QT-K${info.retry}`;
      await enterAs(page, office.officer);
      await writeProcedure(page, office, number);
      await follow(page, "Ghi theo bản giấy đã ký");
      await page.getByRole("radio").first().check();
      await page.getByLabel("Xem xét lại trước ngày").fill("15/01/2018");
      await page.getByLabel("Bản chụp có chữ ký").setInputFiles(scan);
      await look(page);
      await press(page, "Ghi theo bản giấy");
      await saved(page);
      await expectShown(page.getByText("Nguyễn Thử Nghiệm ghi theo bản giấy đã ký."));
      await expect(page.locator("h1 + p .tag").first()).toContainText("Sắp phải xem xét");
      await follow(page, "Đã xem xét, giữ nguyên");
      await look(page);
      await page.getByLabel("Ai xem xét, kết luận gì").fill("Văn phòng; quy trình còn phù hợp");
      await press(page, "Ghi đã xem xét, giữ nguyên");
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("Bản chụp có chữ ký");
      await expect(page.getByLabel("Ai xem xét, kết luận gì")).toHaveValue(
        "Văn phòng; quy trình còn phù hợp",
      );
      await page.getByLabel("Bản chụp có chữ ký").setInputFiles(scan);
      await press(page, "Ghi đã xem xét, giữ nguyên");
      await saved(page);
      await expect(page.locator("h1 + p .tag").first()).toContainText("Hiệu lực");
      await expect(page.getByText(/giữ nguyên; kỳ sau trước 31\/12\/2018\./)).toBeVisible();
      await look(page);
    });
  });

test.describe("the head of the demonstration", () => {
  test.use({ role: "head" });

  test("finds what waits first, and reads it beside the text before", async ({ page }) => {
    await page.goto("/desk");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Chờ ông/bà phê duyệt, ký");
    await follow(page, /^Đọc và phê duyệt.*QT-02/);
    await expect(page.locator("del").first()).toContainText("05");
    await expect(page.locator("ins").first()).toContainText("03");
    await expectAccessible(page);
  });
});

test.describe("an officer", () => {
  test.use({ role: "officer" });

  test("neither approves nor signs nor returns", async ({ page }) => {
    await page.goto("/agencies/ubnd-duc-pho/documents");
    await follow(page, /^QT-02/);
    await expect(page.getByRole("link", { name: "Phê duyệt" })).toHaveCount(0);
    const id = page.url().split("/").at(-1) ?? "";
    for (const address of [`/documents/${id}/approve`, `/agencies/ubnd-duc-pho/return?of=document&id=${id}`])
      expect((await page.goto(address))?.status(), address).toBe(404);
  });
});
