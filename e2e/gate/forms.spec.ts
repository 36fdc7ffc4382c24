import { expect, type Locator, type Page, type Route } from "@playwright/test";

import type { Door } from "./actions";
import { asksForText } from "./asked";
import { alive, contentOf, empty, fillIn, open, reopened, summaryOf } from "./form-filling";
import { expectNamed, type Said } from "./form-held";
import { ofTheirOwn } from "./form-pages";
import { settleIn, type Places } from "./places";
import { test } from "@/e2e/support/tabs";
import { enterAs, expectAccessible } from "@/e2e/support/test";
import { formActions } from "@/lib/gate/form-doors";
import { disconnect, createAccount } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const doors = (Object.keys(formActions) as Door[]).filter((door) => !ofTheirOwn.includes(door));

const html = { contentType: "text/html", body: "<html><body>Welcome to the hotel</body></html>" };

/** What comes back in place of an answer, and what is said about it. */
const failures: readonly (readonly [string, (route: Route) => Promise<void>, RegExp])[] = [
  ["a line that drops", (route) => route.abort("connectionreset"), /Mất kết nối/],
  ["no network at all", (route) => route.abort("internetdisconnected"), /Mất kết nối/],
  ["502 of a proxy", (route) => route.fulfill({ ...html, status: 502 }), /tạm dừng \(mã 502\)/],
  [
    "503 in plain text",
    (route) => route.fulfill({ status: 503, contentType: "text/plain", body: "away" }),
    /mã 503/,
  ],
  ["504 without a body", (route) => route.fulfill({ status: 504 }), /mã 504/],
  [
    "a newer release",
    (route) => route.fulfill({ status: 409, headers: { "x-nextjs-action-not-found": "1" } }),
    /nâng cấp/,
  ],
  ["a bare 409", (route) => route.fulfill({ status: 409 }), /nâng cấp/],
  ["413 of a proxy", (route) => route.fulfill({ ...html, status: 413 }), /nhiều dữ liệu/],
  [
    "500",
    (route) => route.fulfill({ status: 500, contentType: "text/plain", body: "Internal Server Error" }),
    /trục trặc \(mã 500\)/,
  ],
  ["403 of a proxy", (route) => route.fulfill({ ...html, status: 403 }), /Mạng đang dùng/],
  ["a portal's page", (route) => route.fulfill({ ...html, status: 200 }), /Mạng đang dùng/],
  [
    "a redirect to a login page",
    (route) => route.fulfill({ status: 302, headers: { location: "/sign-in" } }),
    /Mạng đang dùng/,
  ],
  [
    "an answer cut off",
    (route) => route.fulfill({ status: 200, contentType: "text/x-component", body: '0:{"a":"$@1"' }),
    /Mất kết nối/,
  ],
];

const groups = 6;

/** All forms go through one component: one of them meets every failure, each other one a few of them, in turn. */
const failuresOf = (n: number) => failures.filter((_, at) => n === 0 || at % groups === n % groups);

/** What is said on top when a form is sent with nothing in it. */
async function wantingIn(page: Page, form: Locator): Promise<Said[]> {
  const title = await page.title();
  await empty(form);
  await form.locator("button:not([type=button])").click();
  await expect(page).toHaveTitle(`Lỗi: ${title}`);
  return summaryOf(form);
}

/** The same page anew, in which every text is wanting. */
async function expectWantingNamed(page: Page, form: Locator, door: Door): Promise<void> {
  if (!(await asksForText(door))) return;
  await page.reload();
  await alive(page);
  const said = await wantingIn(page, form);
  expect(said.length).toBeGreaterThan(0);
  expectNamed(said);
  await expect(form.locator(".fault")).toHaveCount(said.length);
  await expectAccessible(page);
}

/** Makes everything in a form another than it was drawn with, passwords aside: those are kept nowhere. */
const alter = (form: Locator): Promise<void> =>
  form.evaluate((each: HTMLFormElement) => {
    const chosen = new Set<string>();
    for (const field of each.elements)
      if (field instanceof HTMLTextAreaElement) field.value = `Viết lại\n${field.value}`;
      else if (field instanceof HTMLSelectElement)
        field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
      else if (field instanceof HTMLInputElement && field.type === "text") field.value = `${field.value} 7`;
      else if (field instanceof HTMLInputElement && field.type === "password") field.value = "";
      else if (field instanceof HTMLInputElement && field.type === "checkbox") {
        // Of many the first: who else is offered changes while other proofs lock accounts.
        if (!chosen.has(field.name)) field.checked = !field.defaultChecked;
        chosen.add(field.name);
      } else if (field instanceof HTMLInputElement && field.type === "radio" && !chosen.has(field.name)) {
        if (!field.defaultChecked) chosen.add(field.name);
        field.checked = !field.defaultChecked;
      }
  });

/** What is sent, but for files: those are asked for again. */
const withoutFiles = async (form: Locator): Promise<string[]> =>
  (await contentOf(form)).filter((line) => !/\.pdf, \d+$|: , 0$/.test(line));

/** Sends a page that is older than a release, and opens it anew. */
async function openAnew(page: Page, form: Locator): Promise<void> {
  await page.route("**", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 409 }) : route.fallback(),
  );
  await form.locator("button:not([type=button])").click();
  await page.getByRole("button", { name: "Mở bản mới của trang" }).click();
  await expect(reopened(page)).toBeVisible();
  await page.unroute("**");
}

/** A page that is opened anew has everything that was altered. */
async function expectCarried(page: Page, form: Locator): Promise<void> {
  const drawn = (await contentOf(form)).filter((line) => line.startsWith("drawn: "));
  expect.soft(drawn).toHaveLength(1);
  await alter(form);
  const before = await withoutFiles(form);
  await openAnew(page, form);
  expect.soft(await withoutFiles(reopened(page))).toEqual(before);
}

for (const [n, door] of doors.entries())
  test(`what stands in a form outlasts whatever comes back and a page opened anew, and what is wanting is named: ${door}`, async ({
    page,
  }) => {
    const form = await open(page, door, places);
    await alive(page);
    await fillIn(form);
    const before = await contentOf(form);
    const title = await page.title();
    for (const [what, answer, said] of failuresOf(n)) {
      await page.route("**", (route) =>
        route.request().method() === "POST" && route.request().headers()["next-action"] !== undefined
          ? answer(route)
          : route.fallback(),
      );
      await form.locator("button:not([type=button])").click();
      const summary = form.getByRole("alert");
      await expect.soft(summary, what).toContainText(said);
      await expect.soft(summary, what).toContainText("vẫn còn ở đây");
      await expect.soft(summary, what).toBeFocused();
      expect.soft(await contentOf(form), what).toEqual(before);
      expect.soft(await page.title(), what).toBe(`Lỗi: ${title}`);
      await page.unroute("**");
    }
    await expectCarried(page, form);
    await expectWantingNamed(page, form, door);
  });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the browser's own way back brings what was typed", async ({ page }) => {
    const form = await open(page, "app/agencies/[code]/reviews/new/actions.ts#save", places);
    await fillIn(form);
    // The form is drawn anew, and its file is gone with the page.
    const typed = async () => (await contentOf(form)).filter((line) => !/^(?:minutes|drawn): /.test(line));
    const before = await typed();
    await page.route("**", (route) =>
      route.request().method() === "POST" ? route.fulfill({ ...html, status: 502 }) : route.fallback(),
    );
    await form.locator("button").click();
    await expect(page.getByText("Welcome to the hotel")).toBeVisible();
    await page.goBack();
    expect(await typed()).toEqual(before);
  });
});

test("a page older than a release is opened anew with what was typed, and the file asked for again", async ({
  page,
}) => {
  const form = await open(page, "app/agencies/[code]/reviews/new/actions.ts#save", places);
  await alive(page);
  await fillIn(form);
  const before = await withoutFiles(form);
  await openAnew(page, form);
  await expect(page.getByText("Chọn lại tệp: “bằng chứng.pdf”")).toBeVisible();
  expect(await withoutFiles(reopened(page))).toEqual(before);
  await expectAccessible(page);
});

test("what one account typed is not given to another who signs in in the same tab", async ({ page }) => {
  const door = "app/agencies/[code]/reviews/new/actions.ts#save";
  const form = await open(page, door, places);
  await alive(page);
  await fillIn(form);
  await page.route("**", (route) =>
    route.request().method() === "POST" ? route.fulfill({ status: 409 }) : route.fallback(),
  );
  await form.getByRole("button", { name: "Ghi nhận" }).click();
  await expect(page.getByRole("button", { name: "Mở bản mới của trang" })).toBeVisible();
  const address = page.url();
  await enterAs(page, (await createAccount("officer")).name);
  await page.getByRole("button", { name: "Mở bản mới của trang" }).click();
  await page.waitForLoadState();
  await page.goto(address);
  await alive(page);
  await expect(page.getByText("với nội dung bạn đã nhập")).toHaveCount(0);
  await expect(page.getByLabel("Phạm vi")).toHaveValue("");
});
