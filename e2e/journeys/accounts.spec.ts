import type { Page, TestInfo } from "@playwright/test";

import { createVisitLedBy } from "@/e2e/support/world/visits";
import { enterAs, expect, expectAccessible, expectShown, openOwnMenu, test } from "@/e2e/support/test";
import { createOfficer, createTwin } from "@/e2e/support/world/people";

test.use({ role: "admin" });

const chosen = "mot cau de nho hon 12";

const nameOf = (what: string, { retry }: TestInfo): string => `${what}-${retry}`;

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

/** Creates an officer's account by the form, and gives the password that is shown this once. */
async function officerByForm(page: Page, name: string): Promise<string> {
  await page.goto("/accounts/new");
  await page.getByLabel("Họ và tên").fill("Trần Thử Tài Khoản");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByRole("radio", { name: /^Cán bộ ISO/ }).check();
  await page.getByRole("combobox", { name: "Cơ quan" }).selectOption({ label: "Sở Nội vụ" });
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  const shown = page.locator("output.secret");
  await expect(shown).not.toBeEmpty();
  await expectAccessible(page);
  return (await shown.textContent()) ?? "";
}

async function openAccount(page: Page, name: string): Promise<void> {
  await page.goto(`/accounts?q=${encodeURIComponent(name)}`);
  await page.locator("tbody a[href^='/accounts/']").click();
  await expect(page.getByRole("heading", { name: "Khóa tài khoản" })).toBeVisible();
}

test("an administrator creates an account; its owner must choose a password first; disabled, they are out at once", async ({
  page,
  browser,
}, info) => {
  const name = nameOf("moi", info);
  const given = await officerByForm(page, name);
  const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const owner = await theirs.newPage();
  await signIn(owner, name, given);
  await expect(owner).toHaveURL(/\/me\/password/);
  await owner.goto("/desk");
  await expect(owner).toHaveURL(/\/me\/password/);
  await owner.getByLabel("Mật khẩu được cấp").fill(given);
  await owner.getByLabel("Mật khẩu mới", { exact: true }).fill(chosen);
  await owner.getByLabel("Nhập lại mật khẩu mới").fill(chosen);
  await owner.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(owner).toHaveURL(/\/desk\?receipt=/);
  await expect(owner.getByText(/Biên nhận số \d{6}/)).toBeVisible();
  expect((await owner.goto("/agencies/snv"))?.status()).toBe(200);

  await openAccount(page, name);
  await page.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Mở lại tài khoản" })).toBeVisible();
  await owner.goto("/agencies/snv");
  await expect(owner.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await signIn(owner, name, chosen);
  await expect(owner.getByText("Tên đăng nhập hoặc mật khẩu chưa đúng.")).toBeVisible();
  await theirs.close();
});

test("an account without an agency where the role needs one is refused, with everything kept", async ({
  page,
}, info) => {
  await page.goto("/accounts/new");
  await page.getByLabel("Họ và tên").fill("Trần Thử Tài Khoản");
  await page.getByLabel("Tên đăng nhập").fill(nameOf("thieu", info));
  await page.getByRole("radio", { name: /^Cán bộ ISO/ }).check();
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.locator(".notice[role=alert]:visible")).toBeVisible();
  await expect(page.getByLabel("Họ và tên")).toHaveValue("Trần Thử Tài Khoản");
  await expect(page.getByRole("radio", { name: /^Cán bộ ISO/ })).toBeChecked();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the password of a new account is shown all the same, and opens the door", async ({
    page,
    browser,
  }, info) => {
    const name = nameOf("khong-js", info);
    await page.goto("/accounts/new");
    await page.getByLabel("Họ và tên").fill("Trần Thử Tài Khoản");
    await page.getByLabel("Tên đăng nhập").fill(name);
    await page.getByRole("radio", { name: /^Lãnh đạo tỉnh/ }).check();
    await page.getByRole("button", { name: "Tạo tài khoản" }).click();
    const given = (await page.locator("output.secret").textContent()) ?? "";
    const theirs = await browser.newContext({
      javaScriptEnabled: false,
      storageState: { cookies: [], origins: [] },
    });
    const owner = await theirs.newPage();
    await signIn(owner, name, given);
    await expect(owner).toHaveURL(/\/me\/password/);
    await theirs.close();
  });
});

test("an administrator sees where somebody is signed in, and ends it", async ({ page, browser }, info) => {
  const name = nameOf("phien", info);
  await createOfficer(name, "snv");
  const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const owner = await theirs.newPage();
  await signIn(owner, name, "nenep-demo");
  await openOwnMenu(owner);
  await expect(owner.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await openAccount(page, name);
  await page.getByRole("button", { name: "Kết thúc mọi phiên" }).click();
  await expect(page.getByText("Không có trình duyệt nào đang đăng nhập.")).toBeVisible();
  await owner.goto("/desk");
  await expect(owner.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await theirs.close();
});

for (const { how, scripted, look } of [
  { how: "with", scripted: true, look: expectAccessible },
  { how: "without", scripted: false, look: () => Promise.resolve() },
])
  test.describe(`${how} JavaScript, a leader of a visit that has begun`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("is locked, and hands the visit on in the same act; what is left is said until it is handed on", async ({
      page,
    }, info) => {
      const [leaver, colleague] = [nameOf(`di-${how}`, info), nameOf(`nhan-${how}`, info)];
      await createTwin("inspector", leaver, `Phạm Đi ${leaver}`);
      await createTwin("inspector", colleague, `Lê Nhận ${colleague}`);
      const visit = await createVisitLedBy(leaver, "ubnd-ba-to");
      await openAccount(page, leaver);
      await expect(page.getByText("Trưởng đoàn cuộc kiểm tra UBND huyện Ba Tơ, 31/12/2017")).toBeVisible();
      await look(page);
      // Another role would lose what is held: that is asked first, as it is before the account is locked.
      await page.getByRole("radio", { name: /^Lãnh đạo tỉnh/ }).check();
      await page.getByRole("button", { name: "Lưu vai trò" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText(
        "không còn làm được 2 việc đang giữ",
      );
      await look(page);
      await openAccount(page, leaver);
      await page.getByRole("button", { name: "Khóa tài khoản" }).click();
      await expect(page.locator(".notice[role=alert]:visible")).toContainText("Người nhận bàn giao");
      await page.getByLabel("Người nhận bàn giao").selectOption({ label: "Để lại, bàn giao sau" });
      await page.getByRole("button", { name: "Khóa tài khoản" }).click();
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
      await expect(page.getByText("Tài khoản đã khóa nhưng còn giữ những việc dưới đây.")).toBeVisible();
      await page.goto("/accounts");
      await page.getByRole("link", { name: `Phạm Đi ${leaver}: 2 việc` }).click();
      await page
        .getByLabel("Người nhận bàn giao")
        .selectOption({ label: `Lê Nhận ${colleague} (${colleague})` });
      await page.getByRole("button", { name: "Bàn giao", exact: true }).click();
      await expect(page.getByText("Người này không giữ việc nào cần bàn giao.")).toBeVisible();
      await look(page);
      await page.goto("/accounts");
      await expect(page.getByRole("link", { name: new RegExp(`Phạm Đi ${leaver}:`) })).toHaveCount(0);
      await enterAs(page, colleague);
      await page.goto(`/audits/${visit}`);
      await expectShown(page.getByRole("main").getByText(`Lê Nhận ${colleague}`));
    });
  });
