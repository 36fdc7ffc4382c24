import { expect } from "@playwright/test";

import { send, type Door } from "./actions";
import { asksForText } from "./asked";
import { empty, open, summaryOf } from "./form-filling";
import { emptyEach, expectNamed, summed, type Said } from "./form-held";
import { ofTheirOwn } from "./form-pages";
import { proofForms } from "./forms";
import { settleIn, type Places } from "./places";
import {
  fillUnscripted,
  formAgain,
  lostBySending,
  openUnscripted,
  press,
  titleOf,
  type Opened,
} from "./unscripted";
import { visitor } from "./visitors";
import { test } from "@/e2e/support/tabs";
import { formActions } from "@/lib/gate/form-doors";
import { disconnect } from "@/tests/support/scopes";

let places: Places;

test.beforeAll(async () => {
  places = await settleIn();
});

test.afterAll(disconnect);

const doors = (Object.keys(formActions) as Door[]).filter((door) => !ofTheirOwn.includes(door));

/** What is said on top when a form is sent with nothing in it. */
async function wantingIn(opened: Opened, door: Door): Promise<Said[]> {
  const title = await titleOf(opened.held);
  await opened.form.evaluate(emptyEach);
  const came = await press(opened);
  expect(await titleOf(came)).toBe(`Lỗi: ${title}`);
  const form = await formAgain(came, door);
  const said = await form.evaluate(summed);
  expect(await form.evaluate((each) => each.querySelectorAll(".fault").length)).toBe(said.length);
  return said;
}

/** The same of a form that may ask for nothing that is typed, which is then not sent. */
const wantingWhere = async (asks: boolean, opened: Opened, door: Door): Promise<Said[]> =>
  asks ? wantingIn(opened, door) : [];

for (const door of doors)
  test(`without scripts the summary names each field and leads to it: ${door}`, async ({ reader }) => {
    const opened = await openUnscripted(reader, door, places);
    const asks = await asksForText(door);
    const said = await wantingWhere(asks, opened, door);
    expect(said.length > 0).toBe(asks);
    expectNamed(said);
  });

for (const door of doors)
  test(`without scripts what was typed stands on a page, with the sentence why, when its record moved on meanwhile: ${door}`, async ({
    reader,
  }) => {
    const opened = await openUnscripted(reader, door, places);
    const { fields, file } = proofForms[door];
    await fillUnscripted(opened, fields(opened.names));
    // The same is done from elsewhere while the form stands on the screen.
    await send(await visitor(opened.name), door, fields(opened.names), { file });
    expect(await lostBySending(opened)).toEqual([]);
  });

test.describe("in a browser that draws", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is said without scripts as is read here", async ({ page, reader }) => {
    const door = "app/agencies/[code]/reviews/new/actions.ts#save";
    const form = await open(page, door, places);
    await empty(form);
    await form.locator("button").click();
    await expect(page).toHaveTitle(/^Lỗi: /);
    const drawn = await summaryOf(form);
    expectNamed(drawn);
    expect(drawn).toEqual(await wantingIn(await openUnscripted(reader, door, places), door));
  });
});
