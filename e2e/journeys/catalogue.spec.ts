import type { Page } from "@playwright/test";

import { enterAs, expect, expectAccessible, expectShown, follow, test } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

test.use({ role: "leader" });

/** The tool that looks runs in the page: only where there are scripts. */
const accessible = async (page: Page, scripted: boolean): Promise<void> => {
  if (scripted) await expectAccessible(page);
};

async function register(page: Page, number: string, issuedOn: string): Promise<void> {
  await page.goto("/laws/new");
  await page.getByLabel("Loại văn bản").selectOption("Quyết định");
  await page.getByLabel("Số, ký hiệu").fill(number);
  await page.getByLabel("Cơ quan ban hành").fill("UBND tỉnh Quảng Ngãi");
  await page.getByLabel("Cấp ban hành").selectOption("Tỉnh");
  await page.getByLabel("Ngày ban hành").fill(issuedOn);
  await page.getByLabel("Trích yếu").fill("Công bố danh mục thủ tục hành chính");
  await page.getByRole("group", { name: "Có quy định thủ tục" }).getByLabel("Không", { exact: true }).check();
  await page.getByRole("button", { name: "Đăng ký" }).click();
  await expect(page.getByRole("heading", { name: "Văn bản pháp luật", exact: true })).toBeVisible();
  await page.goto(`/laws?q=${encodeURIComponent(number)}`);
  await follow(page, `Quyết định số ${number}`);
  await follow(page, "Đọc danh mục TTHC từ tệp");
}

const csv = (name: string, lines: readonly string[]) => ({
  ...{ name, mimeType: "text/csv" },
  buffer: Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`),
});

const read = async (page: Page, lines: readonly string[]): Promise<void> => {
  await page.getByLabel("Tệp danh mục").setInputFiles(csv("danh-muc.csv", lines));
  await page.getByRole("button", { name: "Đọc danh mục" }).click();
};

// Agencies in which no other journey changes a document.
for (const [how, scripted, agency, first] of [
  ["with", true, "ubnd-mo-duc", 1],
  ["without", false, "ubnd-tu-nghia", 2],
] as const) {
  test.describe(`${how} scripts`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("a decision read in becomes what an agency handles, what its documents carry, and a task when it changes", async ({
      page,
    }, info) => {
      const n = `${first}${info.retry}`;
      const codes = [`1.9${n}001`, `1.9${n}002`, `1.9${n}003`] as const;
      const heading = "STT,Mã TTHC,Tên thủ tục hành chính,Cơ quan thực hiện";
      await register(page, `1${n}/QĐ-UBND`, "10/01/2017");
      await accessible(page, scripted);
      await read(page, [
        "Danh mục TTHC mới ban hành,,,",
        heading,
        `1,1.9${n},Cấp giấy phép thứ nhất ${n},UBND huyện`,
      ]);
      await expectShown(page.getByText(`Dòng 3 (danh-muc.csv): mã “1.9${n}” không đúng dạng`));
      const lines = [
        "Danh mục TTHC mới ban hành,,,",
        heading,
        "I. Lĩnh vực Xây dựng,,,",
        `1,${codes[0]},Cấp giấy phép thứ nhất ${n},UBND huyện`,
        `2,${codes[1]},Cấp giấy phép thứ hai ${n},UBND huyện`,
      ];
      await read(page, lines);
      await expectShown(page.getByText("2 mới"));
      await accessible(page, scripted);
      await follow(page, "Xem tài liệu bị ảnh hưởng và công bố");
      await page.getByRole("button", { name: "Công bố thay đổi" }).click();
      await expectShown(page.getByText(" công bố ngày "));
      await page.goto(`/procedures?q=${n}`);
      await expectShown(page.getByRole("rowheader", { name: `${codes[0]} Cấp giấy phép thứ nhất ${n}` }));
      await accessible(page, scripted);

      const officer = `tthc-${how}-${info.retry}`;
      await createOfficer(officer, agency);
      await enterAs(page, officer);
      await page.goto(`/agencies/${agency}`);
      await follow(page, "TTHC cơ quan thực hiện");
      await accessible(page, scripted);
      await follow(page, "Ghi TTHC cơ quan thực hiện");
      await accessible(page, scripted);
      await page.getByLabel(`${codes[0]} Cấp giấy phép thứ nhất ${n}`).check();
      await page.getByLabel(`${codes[1]} Cấp giấy phép thứ hai ${n}`).check();
      await page.getByLabel("Kể từ ngày").fill("01/02/2017");
      await page.getByRole("button", { name: "Lưu", exact: true }).click();
      await expectShown(page.getByText("0 trên 2 TTHC đã có quy trình đang áp dụng (0,00%)."));
      await expectShown(page.getByText(/^Bản công bố ngày .+ ghi [\d.]+ TTHC, ở đây đã ghi 2\./));
      await page.goto(`/agencies/${agency}/documents`);
      await page.getByRole("main").getByRole("link", { name: /^QT-0/ }).first().click();
      const document = page.url();
      await follow(page, "Ghi TTHC");
      await accessible(page, scripted);
      await page.getByLabel(`${codes[0]} Cấp giấy phép thứ nhất ${n}`).check();
      await page.getByRole("button", { name: "Lưu", exact: true }).click();
      await expectShown(page.getByRole("heading", { name: "TTHC được thực hiện theo tài liệu này" }));
      await page.goto(`/agencies/${agency}/procedures`);
      await expectShown(page.getByText("1 trên 2 TTHC đã có quy trình đang áp dụng (50,00%)."));
      await page.goto(`/agencies/${agency}/procedures?on=31/01/2017`);
      await expectShown(page.getByText("Chưa ghi cơ quan thực hiện TTHC nào"));

      await enterAs(page, "leader");
      await register(page, `2${n}/QĐ-UBND`, "09/06/2017");
      await read(page, [
        "Danh mục TTHC được thay thế,,,",
        `${heading},Mã TTHC được thay thế`,
        `1,${codes[2]},Cấp giấy phép mới ${n},UBND huyện,${codes[0]}`,
        "Danh mục TTHC bị bãi bỏ,,,,",
        `${heading},Ghi chú`,
        `1,,Cấp giấy phép thứ hai ${n},UBND huyện,`,
      ]);
      await expectShown(page.getByText("1 dòng chưa rõ là TTHC nào"));
      await follow(page, "Chọn TTHC");
      await accessible(page, scripted);
      await page.goBack();
      await follow(page, "Bỏ dòng này");
      await accessible(page, scripted);
      await page.goBack();
      await follow(page, "Khớp theo tên: 1 dòng");
      await accessible(page, scripted);
      await page.getByRole("button", { name: "Đúng, ghi tất cả" }).click();
      await follow(page, "Xem tài liệu bị ảnh hưởng và công bố");
      await expectShown(page.getByText("1 tài liệu của 1 cơ quan bị ảnh hưởng"));
      await accessible(page, scripted);
      await page.getByRole("button", { name: "Công bố thay đổi" }).click();
      await expectShown(page.getByText("0 trên 1 tài liệu đã áp dụng"));

      await enterAs(page, officer);
      await page.goto("/desk");
      await expectShown(page.getByText(`theo Quyết định số 2${n}/QĐ-UBND`));
      await page.goto(document);
      await expectShown(page.getByText(`Tài liệu thực hiện TTHC ${codes[0]} Cấp giấy phép thứ nhất ${n}`));
      await page.goto(`/agencies/${agency}/procedures`);
      await expectShown(page.getByText("Quy trình còn ghi TTHC không còn thực hiện"));
      await expect(page.getByText(`thay bằng ${codes[2]} Cấp giấy phép mới ${n}`)).toBeVisible();
      await accessible(page, scripted);
    });
  });
}
