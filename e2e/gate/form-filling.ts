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
import { createAccount } from "@/tests/support/scopes";

/** One who may fill a form in. What is one's own alone (sessions, a calendar's address) is asked of somebody new, with one more session to be ended. */
async function whoMay(door: Door, { accounts }: Places): Promise<string> {
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

/** What somebody wrote in a form, line by line, and chose on their device. */
const writtenIn = (form: Locator): Promise<string[]> =>
  form.evaluate((each: HTMLFormElement) =>
    [...each.elements].flatMap((field) => {
      if (field instanceof HTMLTextAreaElement) return field.value.split("\n");
      if (!(field instanceof HTMLInputElement)) return [];
      if (field.type === "file") return [...(field.files ?? [])].map(({ name }) => name);
      return field.type === "text" && field.value ? [field.value] : [];
    }),
  );

/** Everything that can be read on a page, what stands in its fields too. */
const readOn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.body.innerText,
      ...[...document.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea")].map(
        ({ value }) => value,
      ),
    ].join("\n"),
  );

/** The last look before something is recorded; where it is shown, it is recorded from there. */
const goOnFromCheck = async (page: Page): Promise<void> => {
  const record = page.locator("button[value=record]");
  if ((await record.count()) > 0) await record.click();
};

const wasRecorded = async (page: Page): Promise<boolean> =>
  /[?&]receipt=\d/.test(page.url()) || (await page.locator("output.secret").count()) > 0;

/** Sends a form whose record may have moved on, and gives what is lost by it: where it is not taken, a page says why and shows it all. */
export async function lostBySending(page: Page, form: Locator): Promise<string[]> {
  const written = await writtenIn(form);
  await form.locator("button:not([type=button])").first().click();
  await goOnFromCheck(page);
  if (await wasRecorded(page)) return [];
  // Nothing is kept for a session that somebody ended.
  if (page.url().includes("/sign-in?ended=revoked")) return written;
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(page.getByRole("alert").first()).toHaveText(/\p{L}/u);
  const read = await readOn(page);
  return written.filter((line) => !read.includes(line));
}

/** Fills in a form as it would be taken; what a person has to choose themselves is chosen. */
export async function fillAs(form: Locator, fields: Record<string, string>): Promise<void> {
  await fillIn(form);
  await form.evaluate((each: HTMLFormElement, given) => {
    for (const [name, value] of Object.entries(given)) {
      const field = each.elements.namedItem(name);
      if (field instanceof HTMLTextAreaElement) field.value = value;
      else if (field instanceof HTMLSelectElement) field.value = value;
      else if (field instanceof HTMLInputElement && field.type === "text") field.value = value;
      else if (field instanceof RadioNodeList) field.value = value;
    }
  }, fields);
}
