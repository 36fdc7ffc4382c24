import { expect } from "@playwright/test";

/** What is asked of a form and done to it by a function that runs where it stands: in a page on the screen, or in one that nobody draws. */

export type Said = { text: string; label: string | null };

/** Gives everything that a form asks some answer, files aside. */
export function fillEach(form: HTMLFormElement): void {
  const isDay = /On$|^from$|^to$|^since$|^doneBy$/;
  for (const field of form.elements) {
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
}

/** Gives those fields these answers; what a person has to choose themselves is chosen. */
export function give(form: HTMLFormElement, given: Record<string, string>): void {
  for (const [name, value] of Object.entries(given)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLTextAreaElement) field.value = value;
    else if (field instanceof HTMLSelectElement) field.value = value;
    else if (field instanceof HTMLInputElement && field.type === "text") field.value = value;
    else if (field instanceof RadioNodeList) field.value = value;
  }
}

/** Takes every text out. */
export function emptyEach(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement>(
    "input:is([type=text], [type=password]), textarea",
  )) {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** All that stands there: texts, choices, and the names and sizes of files. */
export const holds = (form: HTMLFormElement): string[] =>
  [...new FormData(form)]
    .filter(([name]) => !name.startsWith("$ACTION"))
    .map(([name, value]) =>
      typeof value === "string" ? `${name}: ${value}` : `${name}: ${value.name}, ${value.size}`,
    );

/** What the summary says, each with the label of the field that it leads to. */
export const summed = (form: HTMLFormElement): Said[] =>
  [...form.querySelectorAll("[role=alert] li")].map((line) => {
    const address = line.querySelector("a")?.getAttribute("href") ?? "";
    const field = address ? form.ownerDocument.getElementById(address.slice(1)) : null;
    const label =
      field?.closest("fieldset")?.querySelector("legend") ?? field?.closest(".field")?.querySelector("label");
    return { text: line.textContent, label: label?.firstChild?.textContent ?? null };
  });

/** What somebody wrote, line by line, and chose on their device. */
export const written = (form: HTMLFormElement): string[] =>
  [...form.elements].flatMap((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value.split("\n");
    if (!(field instanceof HTMLInputElement)) return [];
    if (field.type === "file") return [...(field.files ?? [])].map(({ name }) => name);
    return field.type === "text" && field.value ? [field.value] : [];
  });

/** Each line begins with its field's name, and leads there. */
export function expectNamed(said: readonly Said[]): void {
  for (const { text, label } of said) {
    expect.soft(text).not.toMatch(/undefined|byte/);
    expect.soft(label, text).not.toBeNull();
    expect.soft(text.startsWith(`${label}: `), text).toBe(true);
    expect.soft(text).toMatch(/: \p{Ll}/u);
  }
}
