import type { Drawn } from "@/lib/gate/types";
import { uuidv7 } from "@/lib/kernel/ids";
import type { FormId } from "@/lib/journal/types";

/** Under which id a form goes on that was recorded: Back shows a page as it was drawn before, and what is sent from it is something new. */
const after = new Map<FormId, FormId>();

const anew = (): FormId => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as FormId;

/** What was sent in this form has been recorded. */
export function recorded({ form }: Drawn): void {
  after.set(form, anew());
}

/** A form as it goes on: under its own id until it is recorded, and then under a new one. */
export function renewed(drawn: Drawn | null): Drawn | null {
  const form = drawn && after.get(drawn.form);
  return form ? renewed({ ...drawn, form }) : drawn;
}
