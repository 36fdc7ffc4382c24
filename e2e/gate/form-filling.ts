import { expect, type Locator, type Page } from "@playwright/test";

import { idOf, type Door } from "./actions";
import { emptyEach, fillEach, give, holds, summed, type Said } from "./form-held";
import { formPageOf } from "./form-pages";
import { proofForms } from "./forms";
import type { Names, Places } from "./places";
import { visitor } from "./visitors";
import { enterAs } from "@/e2e/support/test";
import { formActions } from "@/lib/gate/form-doors";
import { matrix } from "@/lib/identity/matrix";
import { roles } from "@/lib/identity/types";
import { createAccount } from "@/tests/support/scopes";

/** One who may fill a form in. What is one's own alone (sessions, a calendar's address) is asked of somebody new, with one more session to be ended. */
export async function whoMay(door: Door, { accounts }: Places): Promise<string> {
  const action = formActions[door];
  const role = roles.find((each) => matrix[action][each] !== "none") ?? "admin";
  if (!door.startsWith("app/me/")) return accounts[role];
  const { name } = await createAccount(role);
  await visitor(name);
  return name;
}

/** A form that stands on its page: before whom, and about which records. */
export type Opened = { form: Locator; name: string; names: Names };

/** Opens the page of a form as one who may fill it in. */
export const open = async (page: Page, door: Door, places: Places): Promise<Locator> =>
  (await openFor(page, door, places)).form;

/** The same, with who that is and what the form is about. */
export async function openFor(page: Page, door: Door, places: Places): Promise<Opened> {
  const name = await whoMay(door, places);
  await enterAs(page, name);
  const all = page.locator("form.form").filter({ has: page.locator(`input[value*="${idOf(door)}"]`) });
  // A page may ask the same of several records: the first stands for them.
  const form = all.first();
  let names: Names = places.names.own;
  // The agency is shared with the proofs of the other browser, which may have moved it on in between.
  await expect(async () => {
    names = { ...places.names.own, ...(await proofForms[door].ready?.(name)) };
    await page.goto(formPageOf(door, names));
    await expect(form).toBeAttached({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return { form, name, names };
}

/** Browsers as people have them. */
export const browsers = [
  { how: "with scripts", scripted: true },
  { how: "without scripts", scripted: false },
] as const;

/** Until the scripts of the page have come to life, where there are any. */
export const awake = async (page: Page, scripted: boolean): Promise<void> => {
  if (scripted) await alive(page);
};

export const alive = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll("form.form")].every((form) =>
      Object.keys(form).some((key) => key.startsWith("__react")),
    ),
  );

const paper = { name: "bằng chứng.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n") };

/** Fills in everything a form asks, whatever it is. */
export async function fillIn(form: Locator): Promise<void> {
  await form.evaluate(fillEach);
  for (const field of await form.locator("input[type=file]").all()) await field.setInputFiles(paper);
}

export const contentOf = (form: Locator): Promise<string[]> => form.evaluate(holds);

/** The form that was opened anew with what was typed: drawn by scripts, it no longer says which action it is. */
export const reopened = (page: Page): Locator =>
  page.locator("form.form").filter({ hasText: "Trang vừa được mở lại, với nội dung bạn đã nhập" });

export const empty = (form: Locator): Promise<void> => form.evaluate(emptyEach);

export const summaryOf = (form: Locator): Promise<Said[]> => form.evaluate(summed);

/** Fills in a form as it would be taken. */
export async function fillAs(form: Locator, fields: Record<string, string>): Promise<void> {
  await fillIn(form);
  await form.evaluate(give, fields);
}
