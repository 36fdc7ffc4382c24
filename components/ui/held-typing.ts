import { keyOf, type Carried } from "@/components/ui/put-aside";

/** What an entry of the browser's history holds of a form: its text, and whether it is the last look before that is recorded. */
type Held = Carried & { key: string; id: string; check: boolean };

const name = "nenep.form";
const sentName = (id: string): string => `${name} sent ${id}`;

/** What this entry of the history, or the one that the browser came to, holds of a form; what was recorded is held no more. */
export function heldHere(form: string, state: unknown = history.state): Held | null {
  const held = (state as Record<string, Held | undefined> | null)?.[name];
  return held?.key === keyOf(form) && sessionStorage.getItem(sentName(held.id)) === null ? held : null;
}

/** Makes the last look an entry of its own for Back and Forward: behind it the form stands with its text. */
export function stepToCheck(form: string, carried: Carried): void {
  const before = heldHere(form);
  const id = before?.id ?? crypto.randomUUID();
  const holding = (check: boolean): Record<string, unknown> => {
    const held: Held = { ...carried, key: keyOf(form), id, check };
    return { ...(history.state as Record<string, unknown> | null), [name]: held };
  };
  if (before?.check) return history.replaceState(holding(true), "");
  history.replaceState(holding(false), "");
  history.pushState(holding(true), "");
}

/** What was typed has been recorded: no entry of the history gives it back as if it had not. */
export function forgetHeld(form: string): void {
  const held = heldHere(form);
  if (held) sessionStorage.setItem(sentName(held.id), "");
}
