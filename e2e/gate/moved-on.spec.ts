import { expect } from "@playwright/test";

import { send } from "./actions";
import { fillAs, openFor } from "./form-filling";
import { proofForms } from "./forms";
import { settleIn, type Places } from "./places";
import { visitor } from "./visitors";
import { test } from "@/e2e/support/tabs";
import { disconnect } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

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
