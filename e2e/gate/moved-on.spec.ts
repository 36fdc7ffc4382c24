import { expect } from "@playwright/test";

import { send, type Door } from "./actions";
import { fillAs, lostBySending, openFor } from "./form-filling";
import { ofTheirOwn } from "./form-pages";
import { proofForms } from "./forms";
import { settleIn, type Places } from "./places";
import { visitor } from "./visitors";
import { test } from "@/e2e/support/tabs";
import { formActions } from "@/lib/gate/doors";
import { disconnect } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const doors = (Object.keys(formActions) as Door[]).filter((door) => !ofTheirOwn.includes(door));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const door of doors)
    test(`what was typed stands on a page, with the sentence why, when its record moved on meanwhile: ${door}`, async ({
      page,
    }) => {
      const { form, name, names } = await openFor(page, door, places);
      const { fields, file } = proofForms[door];
      await fillAs(form, fields(names));
      // The same is done from elsewhere while the form stands on the screen.
      await send(await visitor(name), door, fields(names), { file });
      expect(await lostBySending(page, form)).toEqual([]);
    });

  test("the page of a draft that is gone shows what was typed, and leads to the document", async ({
    page,
  }) => {
    const door = "app/documents/[id]/approve/actions.ts#approve";
    const { form, name, names } = await openFor(page, door, places);
    await fillAs(form, { effectiveOn: "30/12/2017" });
    await send(await visitor(name), door, proofForms[door].fields(names));
    await form.locator("button").first().click();
    const stranded = page.getByRole("alert");
    await expect(stranded).toContainText("Biểu mẫu không còn ở đây");
    await expect(stranded).toContainText("30/12/2017");
    await stranded.getByRole("link", { name: "Xem nội dung hiện nay" }).click();
    await expect(page).toHaveURL(new RegExp(`/documents/${names.document}$`));
  });
});
