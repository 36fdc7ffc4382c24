"use client";

export type SheetAnswers = Record<string, { outcome: string; note: string }>;

/** Answers kept on the device, and the version of the section they were made from. */
export type KeptSheet = { version: number; answers: SheetAnswers };

const keyOf = (visitId: string, group: string): string => `nenep.sheet.${visitId}.${group}`;

/** What has not been acknowledged yet stays on the device; a full or forbidden storage must not stop the page. */
export function keepSheet(visitId: string, group: string, sheet: KeptSheet): void {
  try {
    localStorage.setItem(keyOf(visitId, group), JSON.stringify(sheet));
  } catch {
    return;
  }
}

export function forgetSheet(visitId: string, group: string): void {
  try {
    localStorage.removeItem(keyOf(visitId, group));
  } catch {
    return;
  }
}

export function keptSheet(visitId: string, group: string): KeptSheet | null {
  try {
    const text = localStorage.getItem(keyOf(visitId, group));
    return text === null ? null : (JSON.parse(text) as KeptSheet);
  } catch {
    return null;
  }
}

/** The answers as they stand in the form. A note without a choice belongs to a question that is not yet checked. */
export function answersIn(form: HTMLFormElement): SheetAnswers {
  const data = new FormData(form);
  const answers: SheetAnswers = {};
  for (const [name, value] of data) {
    const code = /^note\.(.+)$/.exec(name)?.[1];
    if (!code || typeof value !== "string") continue;
    const outcome = data.get(`outcome.${code}`);
    if (typeof outcome === "string") answers[code] = { outcome, note: value };
    else if (value.trim() !== "") answers[code] = { outcome: "not_checked", note: value };
  }
  return answers;
}

/** Does the section say the same already? Then there is nothing to send. */
export const saysTheSame = (kept: SheetAnswers, shown: SheetAnswers): boolean =>
  Object.entries(kept).every(
    ([code, { outcome, note }]) => shown[code]?.outcome === outcome && shown[code].note === note,
  );

/** Puts answers back into the form. */
export function fillForm(form: HTMLFormElement, answers: SheetAnswers): void {
  for (const [code, { outcome, note }] of Object.entries(answers)) {
    const radio = form.querySelector<HTMLInputElement>(`input[name="outcome.${code}"][value="${outcome}"]`);
    if (radio) radio.checked = true;
    const text = form.querySelector<HTMLTextAreaElement>(`textarea[name="note.${code}"]`);
    if (text) text.value = note;
  }
}
