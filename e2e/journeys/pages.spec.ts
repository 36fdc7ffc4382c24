import type { Role } from "@/lib/identity/types";
import { test } from "@/e2e/support/tabs";
import { expect, expectAccessible, expectShown, test as alone } from "@/e2e/support/test";

const own = "/agencies/ubnd-duc-pho";

/** Where each role's work takes them. */
const pages: Record<Role, readonly string[]> = {
  leader: [
    "/dashboard",
    "/dashboard?on=31/12/2014",
    "/dashboard?on=hôm nay",
    "/agencies",
    "/agencies?overdue=1",
    "/agencies?q=khong co",
    own,
    `${own}/documents`,
    `${own}/policy`,
    `${own}/reviews`,
    "/audits?year=2017",
    "/audits/programmes/2018/plan",
    "/audits/programmes/2018/approve",
    "/audits/programmes/2018/agencies/ubnd-duc-pho",
    "/audits/programmes/2018/calendar",
    "/audits/programmes/2019/plan",
    "/findings",
    "/findings?open=1&clock=blocked",
    "/findings?open=1&clock=late",
    "/history",
    "/laws",
    "/me",
    "/help",
  ],
  inspector: ["/today", "/audits", "/findings?open=1", "/agencies", "/dashboard"],
  officer: [
    "/desk",
    own,
    `${own}/documents`,
    `${own}/documents/new`,
    `${own}/policy`,
    `${own}/policy/edit`,
    `${own}/policy/post`,
    `${own}/objectives/edit`,
    `${own}/reviews`,
    `${own}/reviews/new`,
    `${own}/milestones/new`,
    `${own}/declarations/new`,
    "/audits",
    "/audits/programmes/2017/calendar",
    "/findings",
    "/me/password",
  ],
  head: ["/desk", own, `${own}/documents`, `${own}/policy`],
  admin: ["/accounts", "/accounts/new", "/appointments", "/history", "/imports", "/mails"],
};

/** What is shown, before the product's name: of an agency's page, the agency first. */
const titleOf = (address: string): RegExp =>
  address.startsWith(own) ? /^UBND huyện Đức Phổ – .+ – Nề Nếp$/ : /^.{3,} – Nề Nếp$/;

for (const [role, addresses] of Object.entries(pages) as [Role, readonly string[]][]) {
  test.describe(`the pages of the ${role}`, () => {
    test.use({ role });
    for (const address of addresses) {
      test(`${address} opens, can be used by everybody, and says that its data are made up`, async ({
        page,
      }) => {
        const complaints: string[] = [];
        page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        const answer = await page.goto(address);
        expect(answer?.status()).toBe(200);
        await expectShown(page.getByText("Dữ liệu minh họa"));
        await expect(page.locator("h1")).toHaveCount(1);
        await expect(page).toHaveTitle(titleOf(address));
        await expectAccessible(page);
        expect(complaints).toEqual([]);
      });
    }
  });
}

alone("a stranger is asked to sign in, on a page for everybody", async ({ page }) => {
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await expectAccessible(page);
});

alone.describe("a page's scripts", () => {
  alone.use({ role: "leader" });

  alone("weigh no more than 170 KiB, the late chart aside", async ({ page }) => {
    const sizes: number[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script")
        void request.sizes().then(({ responseBodySize }) => sizes.push(responseBodySize));
    });
    await page.goto("/agencies");
    await expect.poll(() => sizes.length).toBeGreaterThan(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170 * 1024);
  });
});
