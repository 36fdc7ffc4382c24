import { expect, type Page } from "@playwright/test";

import { addressIn, mailsTo, mailTo, askForDigests } from "@/e2e/support/mail";
import { expectAccessible, openOwnMenu, test } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

/** An officer of an agency of which no other journey changes anything while this one counts. */
async function enter(page: Page, name: string): Promise<void> {
  await createOfficer(name, "ubnd-ba-to");
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill("nenep-demo");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await openOwnMenu(page);
  await expect(page.getByRole("link", { name: "Tài khoản của tôi" })).toBeVisible();
}

async function giveAddress(page: Page, address: string): Promise<void> {
  await page.goto("/me");
  await page.getByLabel("Địa chỉ thư điện tử").fill(address);
  await page.getByRole("button", { name: "Lưu cách nhận thư" }).click();
}

for (const { how, scripted } of [
  { how: "co", scripted: true },
  { how: "khong", scripted: false },
])
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripted });

    test("a digest comes over the wire, leads to what is owed, and can be stopped without losing any of it", async ({
      page,
    }, info) => {
      test.slow();
      const name = `thu-${how}-${info.retry}`;
      const address = `${name}@tinh.example`;
      await enter(page, name);
      await giveAddress(page, "khong phai dia chi");
      await expect(page.locator(".notice[role=alert]:visible")).toContainText(
        "nhập địa chỉ thư điện tử đúng dạng",
      );
      await giveAddress(page, address);
      await expect(page.getByText(/Biên nhận số \d{6}/)).toBeVisible();
      await mailTo(address, "Nề Nếp sẽ gửi thư nhắc việc");

      await askForDigests();
      const digest = await mailTo(address, "Nề Nếp: ");
      const finding = addressIn(digest, /http:\S+\/findings\/\S+/);
      expect((await page.goto(finding))?.status()).toBe(200);
      await askForDigests();

      await page.goto("/desk");
      const owed = (await page.locator("h1").textContent()) ?? "";
      expect(digest.subject).toContain(/\d+ việc/.exec(owed)?.[0]);
      await page.goto(addressIn(digest, /http:\S+\/mail\/stop\/\S+/));
      await page.getByRole("button", { name: "Ngừng nhận thư" }).click();
      await expect(page.getByRole("heading", { name: "Đã ngừng gửi thư nhắc việc" })).toBeVisible();
      await page.goto("/me");
      await expect(page.getByLabel("Ngừng nhận thư")).toBeChecked();
      await page.goto("/desk");
      await expect(page.locator("h1")).toHaveText(owed);
      expect(mailsTo(address)).toHaveLength(2);
    });
  });

test.describe("the administrator", () => {
  test.use({ role: "admin" });

  test("sees which mails arrived and why one did not, and none of their texts", async ({
    page,
    browser,
  }, info) => {
    test.slow();
    const name = `tu-choi-${info.retry}`;
    const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const owner = await theirs.newPage();
    await enter(owner, name);
    await giveAddress(owner, `khong-co-${name}@tinh.example`);
    await expect(owner.getByText(/Biên nhận số \d{6}/)).toBeVisible();
    await expectAccessible(owner);
    await theirs.close();
    // The first mail to a new address; today's digest may follow it.
    const line = page
      .getByRole("row")
      .filter({ hasText: `khong-co-${name}` })
      .filter({ hasText: "Nề Nếp sẽ gửi" });
    await expect(async () => {
      await page.goto("/mails?state=failed");
      await expect(line).toContainText("No such user here", { timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await expect(line.getByText("Không gửi được")).toBeVisible();
    await expectAccessible(page);
    await page.goto("/mails");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Đã gửi \d+ thư/);
    await expect(page.getByText("Thư gửi từ Nề Nếp <nenep@tinh.example>")).toBeVisible();
  });
});

test("who only looks at a stopping address stops nothing, and a wrong one is nowhere", async ({
  page,
}, info) => {
  test.slow();
  const name = `xem-${info.retry}`;
  await enter(page, name);
  await giveAddress(page, `${name}@tinh.example`);
  const welcome = await mailTo(`${name}@tinh.example`, "Nề Nếp sẽ gửi");
  const stop = addressIn(welcome, /http:\S+\/mail\/stop\/\S+/);
  await page.goto(stop);
  await expectAccessible(page);
  await page.goto(stop.replace("/mail/stop/", "/api/mail/stop/"));
  await expect(page).toHaveURL(stop);
  await expect(page.getByRole("button", { name: "Ngừng nhận thư" })).toBeVisible();
  const nowhere = stop.replace(/[^/]+$/, "00000000-0000-4000-8000-000000000000");
  expect((await page.goto(nowhere))?.status()).toBe(404);
  const program = await page.request.post(stop.replace("/mail/stop/", "/api/mail/stop/"), {
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(program.status()).toBe(200);
  await page.goto(stop);
  await expect(page.getByRole("heading", { name: "Đã ngừng gửi thư nhắc việc" })).toBeVisible();
});
