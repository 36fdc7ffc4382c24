import { expect, type Locator } from "@playwright/test";

import type { Door } from "./actions";
import { alive, contentOf, open, reopened } from "./form-filling";
import { ofTheirOwn } from "./form-pages";
import { settleIn, type Places } from "./places";
import { test } from "@/e2e/support/tabs";
import { formActions } from "@/lib/gate/doors";
import { leaveGround } from "@/scripts/proof/ground";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(leaveGround);

const doors = (Object.keys(formActions) as Door[]).filter((door) => !ofTheirOwn.includes(door));

/** Makes everything in a form another than it was drawn with. */
const alter = (form: Locator): Promise<void> =>
  form.evaluate((each: HTMLFormElement) => {
    const chosen = new Set<string>();
    for (const field of each.elements)
      if (field instanceof HTMLTextAreaElement) field.value = `Viết lại\n${field.value}`;
      else if (field instanceof HTMLSelectElement)
        field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
      else if (field instanceof HTMLInputElement && field.type === "text") field.value = `${field.value} 7`;
      else if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = !field.checked;
      else if (field instanceof HTMLInputElement && field.type === "radio" && !chosen.has(field.name)) {
        if (!field.defaultChecked) chosen.add(field.name);
        field.checked = !field.defaultChecked;
      }
  });

for (const door of doors)
  test(`everything that was altered comes back to a page that is opened anew: ${door}`, async ({ page }) => {
    const form = await open(page, door, places);
    await alive(page);
    const drawn = await contentOf(form);
    expect(drawn.filter((line) => line.startsWith("drawn: "))).toHaveLength(1);
    await alter(form);
    const before = await contentOf(form);
    await page.route("**", (route) =>
      route.request().method() === "POST" ? route.fulfill({ status: 409 }) : route.fallback(),
    );
    await form.locator("button:not([type=button])").click();
    await page.getByRole("button", { name: "Mở bản mới của trang" }).click();
    await expect(reopened(page)).toBeVisible();
    expect(await contentOf(reopened(page))).toEqual(before);
  });
