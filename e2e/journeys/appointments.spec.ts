import type { Page } from "@playwright/test";

import { enterAs, expect, expectAccessible, expectShown, follow, test } from "@/e2e/support/test";
import { createHead, createOfficer } from "@/e2e/support/world/people";

const receipt = /Biên nhận số \d{6}/;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const saved = (page: Page) => expect(page.getByText(receipt)).toBeVisible();
const list = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

type Said = { title: string; from: string; until?: string; decision: string };

async function appoint(page: Page, who: string, seat: string, { title, from, until, decision }: Said) {
  const option = page.getByLabel("Người được bổ nhiệm").locator("option", { hasText: who }).first();
  await page.getByLabel("Người được bổ nhiệm").selectOption((await option.getAttribute("value")) ?? "");
  await page.getByRole("radio", { name: seat }).check();
  await page.getByLabel("Chức danh ghi trong quyết định").fill(title);
  await page.getByLabel("Giữ chức vụ từ ngày").fill(from);
  if (until) await page.getByLabel("Đến hết ngày").fill(until);
  await page.getByLabel("Số quyết định").fill(decision);
  await page.getByLabel("Ngày quyết định").fill("20/12/2017");
}

/** A procedure that the officer wrote and put before the head. */
async function submitProcedure(page: Page, code: string): Promise<string> {
  await page.goto(`/agencies/${code}/documents/new`);
  await page.getByLabel("Mã hiệu").fill("QT-92");
  await page.getByLabel("Tên tài liệu").fill("Quy trình luân chuyển cán bộ");
  await page.getByLabel("Nội dung").fill("1. Mục đích\n\n2. Nội dung\nBàn giao trong 05 ngày làm việc.");
  await press(page, "Lưu dự thảo đầu tiên");
  await saved(page);
  await follow(page, /^QT-92/);
  const address = new URL(page.url()).pathname;
  await follow(page, "Trình thủ trưởng");
  await press(page, "Trình thủ trưởng");
  await saved(page);
  return address;
}

/** A head leaves, nobody heads the agency for a day, and the next signs what was put before the last. */
async function rotate(page: Page, code: string, look: (page: Page) => Promise<void>): Promise<void> {
  const people = { old: `cu-${code}`, next: `moi-${code}`, officer: `can-bo-${code}` };
  const name = `Trần Thị Chuyển ${code}`;
  await createHead(people.old, code);
  await createOfficer(people.officer, code);
  await createOfficer(people.next, code, "officer", name);
  await enterAs(page, people.officer);
  const document = await submitProcedure(page, code);

  await enterAs(page, "admin");
  await page.goto("/appointments");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("46 cơ quan");
  await look(page);
  await page.goto(`/agencies/${code}/people`);
  await expect(page.getByText("Người đứng đầu hôm nay là Nguyễn Thử Nghiệm")).toBeVisible();
  await list(page, "Đang giữ")
    .getByRole("link", { name: /^Ghi kết thúc.*Nguyễn Thử Nghiệm/ })
    .click();
  await look(page);
  await page.getByLabel("Ngày cuối giữ chức vụ").fill("27/12/2017");
  await page.getByLabel("Số quyết định").fill("Quyết định số 1600/QĐ-UBND");
  await page.getByLabel("Ngày quyết định").fill("20/12/2017");
  await press(page, "Ghi kết thúc");
  await saved(page);
  await expect(page.getByText("Từ ngày 28/12/2017 chưa có người đứng đầu")).toBeVisible();
  await look(page);

  // Nobody signs meanwhile, whatever account they have.
  await enterAs(page, people.old);
  await page.goto("/desk");
  await expect(page.getByText("Hôm nay cơ quan chưa có người đứng đầu (từ ngày 28/12/2017)")).toBeVisible();
  await look(page);
  await page.goto(`${document}/approve`);
  await expect(
    page.getByRole("heading", { name: "Việc này thuộc người đang đứng đầu cơ quan" }),
  ).toBeVisible();
  await look(page);
  await page.goto(document);
  await expect(page.getByRole("link", { name: "Phê duyệt" })).toHaveCount(0);
  await enterAs(page, people.officer);
  await page.goto(document);
  await expect(page.getByText("Chưa có người đứng đầu để quyết định (từ ngày 28/12/2017)")).toBeVisible();
  await look(page);

  // A second head on the same day is refused, with what was typed still there.
  await enterAs(page, "leader");
  await page.goto(`/agencies/${code}`);
  await expect(page.getByText("Từ ngày 28/12/2017 chưa có người đứng đầu.")).toBeVisible();
  await page.goto(`/agencies/${code}/people/new`);
  await look(page);
  const said = { title: "Chi cục trưởng", from: "27/12/2017", decision: "Quyết định số 1610/QĐ-UBND" };
  await appoint(page, name, "Người đứng đầu Ký chính sách", said);
  await press(page, "Ghi bổ nhiệm");
  const taken = page.getByText("cơ quan đã có người đứng đầu: Nguyễn Thử Nghiệm");
  await expectShown(taken);
  await page.getByLabel("Giữ chức vụ từ ngày").fill("29/12/2017");
  await press(page, "Ghi bổ nhiệm");
  await saved(page);
  await expect(page.getByText(`Người đứng đầu hôm nay là ${name}, Chi cục trưởng.`)).toBeVisible();
  await expect(
    page.getByText("Từ ngày 28/12/2017 đến hết ngày 28/12/2017 không có người đứng đầu."),
  ).toBeVisible();

  // The account of an officer is the head's, from that day on.
  await enterAs(page, people.next);
  await page.goto("/desk");
  await expectShown(page.getByText("QT-92"));
  await page.goto(`${document}/approve`);
  await page.getByLabel("Ngày có hiệu lực").fill("31/12/2017");
  await press(page, "Phê duyệt");
  await saved(page);
  await expectShown(page.getByText(`${name} phê duyệt ngày 31/12/2017`));

  // Entered wrongly: cancelled with a reason, and entered anew from what it was.
  await enterAs(page, "admin");
  await page.goto(`/agencies/${code}/people`);
  await list(page, "Đang giữ")
    .getByRole("link", { name: new RegExp(`^Hủy mục ghi nhầm.*${name}`) })
    .click();
  await look(page);
  await expect(page.getByText("Phê duyệt QT-92, 1/0, ngày 31/12/2017")).toBeVisible();
  await page.getByLabel("Lý do").fill("Quyết định ghi từ ngày 28/12/2017");
  await press(page, "Hủy bổ nhiệm này");
  await expectShown(page.getByText("Người này còn 1 phê duyệt, chữ ký"));
  await page.getByLabel("Tôi biết các bản đó không còn người có thẩm quyền đứng tên").check();
  await press(page, "Hủy bổ nhiệm này");
  await saved(page);
  await expect(list(page, "Đã hủy vì ghi nhầm")).toContainText("Lý do: Quyết định ghi từ ngày 28/12/2017");
  await enterAs(page, people.officer);
  await page.goto(`/agencies/${code}/documents`);
  await expect(page.getByText(`${name} không giữ chức vào ngày phê duyệt 31/12/2017`)).toBeVisible();
  await look(page);
  await page.goto("/desk");
  await expect(page.getByText("Chưa ghi nhận anh/chị giữ chức vụ nào ở cơ quan.")).toBeVisible();
  await look(page);
  await enterAs(page, "admin");
  await page.goto(`/agencies/${code}/people`);
  await page.getByRole("link", { name: new RegExp(`^Ghi lại cho đúng.*${name}`) }).click();
  await expect(page.getByLabel("Chức danh ghi trong quyết định")).toHaveValue("Chi cục trưởng");
  await page.getByLabel("Giữ chức vụ từ ngày").fill("28/12/2017");
  await press(page, "Ghi bổ nhiệm");
  await saved(page);
  await look(page);
}

/** Each browser at an agency of its own, where a head is put in office. */
const offices = {
  with: { desktop: "ccptnt", phone: "ccts" },
  without: { desktop: "ubnd-nghia-hanh", phone: "ubnd-quang-ngai" },
} as const;

const browserOf = (project: string) => (project === "phone" ? "phone" : "desktop");

test("in a rotation one knows at each moment who signs, and what was half given waits for the next", async ({
  page,
}, info) => {
  await rotate(page, offices.with[browserOf(info.project.name)], expectAccessible);
  await expect(page.getByText("không có người đứng đầu")).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a rotation is recorded in the same way", async ({ page }, info) => {
    await rotate(page, offices.without[browserOf(info.project.name)], () => Promise.resolve());
    await expect(page.getByText("không có người đứng đầu")).toHaveCount(0);
  });
});

test("who is appointed before they have an account gets one as the same person", async ({ page }, info) => {
  const code = "ubnd-quang-ngai";
  const name = `Lê Thị Bổ Nhiệm ${browserOf(info.project.name)}`;
  await enterAs(page, "admin");
  await page.goto(`/agencies/${code}/people/new`);
  await page.getByLabel("Họ và tên, nếu chưa có trong danh sách").fill(name);
  await page.getByRole("radio", { name: "Cấp phó của người đứng đầu" }).check();
  await page.getByLabel("Chức danh ghi trong quyết định").fill("Phó Chủ tịch UBND thành phố");
  await page.getByLabel("Giữ chức vụ từ ngày").fill("30/12/2017");
  await page.getByLabel("Số quyết định").fill("Quyết định số 1700/QĐ-UBND");
  await page.getByLabel("Ngày quyết định").fill("20/12/2017");
  await press(page, "Ghi bổ nhiệm");
  await saved(page);
  await expect(list(page, "Đang giữ")).toContainText(name);
});
