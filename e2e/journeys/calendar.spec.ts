import type { Page } from "@playwright/test";

import { visitor } from "@/e2e/gate/visitors";
import { test } from "@/e2e/support/tabs";
import { enterAs, expect, expectAccessible, expectShown } from "@/e2e/support/test";
import { createOfficer } from "@/e2e/support/world/people";

/** What a calendar program gets, which has no session. */
async function fetched(address: string): Promise<{ status: number; type: string; text: string }> {
  const program = await visitor(null);
  const answer = await program.get(new URL(address).pathname);
  return {
    status: answer.status(),
    type: answer.headers()["content-type"] ?? "",
    // Long lines go on after a space.
    text: (await answer.text()).replace(/\r\n /g, ""),
  };
}

async function shownAddress(page: Page, button: string): Promise<string> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText("Địa chỉ này chỉ hiện một lần, tại đây.")).toBeVisible();
  const address = (await page.locator("output.secret").textContent()) ?? "";
  expect(address).toMatch(/^http:\/\/.*\/calendars\/[\w-]{43}\.ics$/);
  return address;
}

for (const [how, scripts] of [
  ["with", true],
  ["without", false],
] as const)
  test.describe(`${how} scripts`, () => {
    test.use({ javaScriptEnabled: scripts });

    test("a calendar address is issued, read, replaced and revoked", async ({ page }, info) => {
      const name = `calendar-${how}-${info.retry}`;
      await createOfficer(name, "ubnd-duc-pho");
      await enterAs(page, name);
      await page.goto("/me");
      await expect(page.getByText("Bạn chưa có địa chỉ lịch.")).toBeVisible();
      const first = await shownAddress(page, "Cấp địa chỉ lịch");
      const calendar = await fetched(first);
      expect(calendar).toMatchObject({ status: 200, type: "text/calendar; charset=utf-8" });
      expect(calendar.text).toContain("SUMMARY:Kiểm tra UBND huyện Đức Phổ");
      expect(calendar.text).toContain("DTSTART;VALUE=DATE:20171012");
      expect(calendar.text).not.toContain("DTSTART;VALUE=DATE:2018");
      await page.getByRole("link", { name: "Đã chép, tiếp tục" }).click();
      await expectShown(page.getByText("Đã lưu"));
      await expect(page.getByText(/Địa chỉ đang dùng được cấp ngày/)).toBeVisible();
      const second = await shownAddress(page, "Cấp địa chỉ mới, thu hồi địa chỉ cũ");
      expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200]);
      await page.getByRole("link", { name: "Đã chép, tiếp tục" }).click();
      await page.getByRole("button", { name: "Thu hồi địa chỉ", exact: true }).click();
      await expect(page.getByText("Bạn chưa có địa chỉ lịch.")).toBeVisible();
      expect((await fetched(second)).status).toBe(404);
    });
  });

test("the address fits a telephone, and everybody can use the page", async ({ page }, info) => {
  const name = `calendar-look-${info.retry}`;
  await createOfficer(name, "snv");
  await enterAs(page, name);
  await page.goto("/me");
  await expectAccessible(page);
  expect(await shownAddress(page, "Cấp địa chỉ lịch")).not.toBe("");
  await expectAccessible(page);
});
