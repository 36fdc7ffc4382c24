import { expect, type Locator, type Page } from "@playwright/test";

import { idOf, type Door } from "./actions";
import { formPageOf } from "./form-pages";
import { proofForms } from "./forms";
import type { Names, Places } from "./places";
import { visitor } from "./visitors";
import { enterAs } from "@/e2e/support/test";
import { formActions } from "@/lib/gate/doors";
import { matrix } from "@/lib/identity/matrix";
import { roles } from "@/lib/identity/types";
import { plantAccount } from "@/tests/support/ground";

/** One who may fill a form in. What is one's own alone (sessions, a calendar's address) is asked of somebody new, with one more session to be ended. */
async function whoMay(door: Door, { accounts }: Places): Promise<string> {
  const action = formActions[door];
  const role = roles.find((each) => matrix[action][each] !== "none") ?? "admin";
  if (!door.startsWith("app/me/")) return accounts[role];
  const { name } = await plantAccount(role);
  await visitor(name);
  return name;
}

/** Opens the page of a form as one who may fill it in. */
export async function open(page: Page, door: Door, places: Places): Promise<Locator> {
  const name = await whoMay(door, places);
  await enterAs(page, name);
  const all = page.locator("form.form").filter({ has: page.locator(`input[value*="${idOf(door)}"]`) });
  // A page may ask the same of several records: the first stands for them.
  const form = all.first();
  // The agency is shared with the proofs of the other browser, which may have moved it on in between.
  await expect(async () => {
    const prepared: Names = { ...places.names.own, ...(await proofForms[door].ready?.(name)) };
    await page.goto(formPageOf(door, prepared));
    await expect(form).toBeAttached({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return form;
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
  await form.evaluate((each: HTMLFormElement) => {
    const isDay = /On$|^from$|^to$|^since$|^doneBy$/;
    for (const field of each.elements) {
      if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
      else if (field instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(field.type))
        field.checked = true;
      else if (
        field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && !/^(?:hidden|file|submit)$/.test(field.type))
      )
        field.value = isDay.test(field.name) ? "31/12/2017" : `Đã gõ ở ${field.name}`;
      else continue;
      for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
  });
  for (const field of await form.locator("input[type=file]").all()) await field.setInputFiles(paper);
}

/** All that stands in a form: texts, choices, and the names and sizes of files. */
export const contentOf = (form: Locator): Promise<string[]> =>
  form.evaluate((each: HTMLFormElement) =>
    [...new FormData(each)]
      .filter(([name]) => !name.startsWith("$ACTION"))
      .map(([name, value]) =>
        typeof value === "string" ? `${name}: ${value}` : `${name}: ${value.name}, ${value.size}`,
      ),
  );

/** The form that was opened anew with what was typed: drawn by scripts, it no longer says which action it is. */
export const reopened = (page: Page): Locator =>
  page.locator("form.form").filter({ hasText: "Trang vừa được mở lại, với nội dung bạn đã nhập" });

/** Takes every text out of a form. */
export const empty = (form: Locator): Promise<void> =>
  form.evaluate((each: HTMLFormElement) => {
    for (const field of each.querySelectorAll<HTMLInputElement>(
      "input:is([type=text], [type=password]), textarea",
    )) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

type Said = { text: string; label: string | null };

/** What the summary says, each with the label of the field that it leads to. */
export const summaryOf = (form: Locator): Promise<Said[]> =>
  form.getByRole("alert").evaluate((summary) =>
    [...summary.querySelectorAll("li")].map((line) => {
      const address = line.querySelector("a")?.getAttribute("href") ?? "";
      const field = address ? document.getElementById(address.slice(1)) : null;
      const label =
        field?.closest("fieldset")?.querySelector("legend") ??
        field?.closest(".field")?.querySelector("label");
      return { text: line.textContent, label: label?.firstChild?.textContent ?? null };
    }),
  );
