import { expect, test, type Locator, type Page, type Route } from "@playwright/test";

import { idOf, type Door } from "./actions";
import { formPageOf, ofTheirOwn } from "./form-pages";
import { proofForms } from "./forms";
import { settleIn, type Names, type Places } from "./places";
import { enterAs } from "@/e2e/support/test";
import { formActions } from "@/lib/gate/doors";
import { matrix, type Action } from "@/lib/identity/matrix";
import { roles } from "@/lib/identity/types";
import { leaveGround, plantAccount } from "@/scripts/proof/ground";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(leaveGround);

const doors = (Object.entries(formActions) as [Door, Action][]).filter(
  ([door]) => !ofTheirOwn.includes(door),
);

/** Opens the page of a form as one who may fill it in. */
async function open(page: Page, door: Door, action: Action): Promise<Locator> {
  const role = roles.find((each) => matrix[action][each] !== "none") ?? "admin";
  const { name } = role === "inspector" ? { name: places.accounts.inspector } : await plantAccount(role);
  const prepared: Names = { ...places.names.own, ...(await proofForms[door].ready?.(name)) };
  await enterAs(page, name);
  await page.goto(formPageOf(door, prepared));
  return page.locator("form.form").filter({ has: page.locator(`input[value*="${idOf(door)}"]`) });
}

const alive = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("form.form")].every((form) =>
      Object.keys(form).some((key) => key.startsWith("__react")),
    ),
  );

const typed = (name: string): string => {
  if (/On$|^from$|^to$|^since$|^doneBy$/.test(name)) return "31/12/2017";
  return `Đã gõ ở ${name}`;
};

/** Fills in everything a form asks, whatever it is. */
async function fillIn(form: Locator): Promise<void> {
  for (const field of await form.locator("input:not([type=hidden]), textarea, select").all()) {
    const name = (await field.getAttribute("name")) ?? "";
    const kind = await field.evaluate((each) =>
      each instanceof HTMLInputElement ? each.type : each.localName,
    );
    if (kind === "file")
      await field.setInputFiles({
        name: "bằng chứng.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.4\n"),
      });
    else if (kind === "select")
      await field.selectOption({ index: (await field.locator("option").count()) - 1 });
    else if (kind === "radio" || kind === "checkbox") await field.check();
    else await field.fill(typed(name));
  }
}

/** All that stands in a form: texts, choices, and the names and sizes of files. */
const contentOf = (form: Locator): Promise<string[]> =>
  form.evaluate((each: HTMLFormElement) =>
    [...new FormData(each)]
      .filter(([name]) => !name.startsWith("$ACTION"))
      .map(([name, value]) =>
        typeof value === "string" ? `${name}: ${value}` : `${name}: ${value.name}, ${value.size}`,
      ),
  );

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

for (const [door, action] of doors)
  test(`what stands in a form outlasts whatever comes back: ${door}`, async ({ page }) => {
    const form = await open(page, door, action);
    await alive(page);
    await fillIn(form);
    const before = await contentOf(form);
    const title = await page.title();
    for (const [what, answer, said] of failures) {
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
  });
