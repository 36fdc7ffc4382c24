import { randomUUID } from "node:crypto";

import type { Drawn } from "@/lib/gate/types";
import { currentViewer } from "@/lib/identity/viewer";
import type { FormId } from "@/lib/journal/types";

/** A form that is being drawn: an id of its own, and for whom; null on a page that is drawn for nobody. */
export async function drawnHere(): Promise<Drawn | null> {
  const viewer = await currentViewer();
  if (!viewer?.accountId) return null;
  return { form: randomUUID() as string as FormId, account: viewer.accountId, name: viewer.name };
}
