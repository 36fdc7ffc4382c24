import { addressOf, asSent } from "@/lib/gate/rules";
import type { FormState } from "@/lib/gate/types";

/** What a form carried, and as what it was drawn. */
export type Carried = Pick<FormState, "values" | "drawn">;

/** Whose page it is: what one account typed is never given to another who signs in in the same tab. */
const account = (): string => document.querySelector<HTMLElement>("[data-account]")?.dataset["account"] ?? "";

export const keyOf = (form: string): string => `nenep.form ${account()} ${addressOf(location.href)} ${form}`;

/** Keeps in this tab what was typed in a form, while its page is opened anew. */
export function putAside(form: string, data: FormData): void {
  sessionStorage.setItem(keyOf(form), JSON.stringify(asSent(data)));
}

/** What was kept of a form of this page; it is given back once. */
export function takeBack(form: string): Carried | null {
  const kept = sessionStorage.getItem(keyOf(form));
  sessionStorage.removeItem(keyOf(form));
  return kept === null ? null : (JSON.parse(kept) as Carried);
}
