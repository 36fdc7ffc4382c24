import { headers } from "next/headers";

import type { Stranded } from "@/lib/gate/types";

/**
 * The requests whose form was not taken, each with what the form said. An action and the page drawn after it share one request, and
 * nothing else.
 */
const faulty = new WeakMap<object, Stranded>();

/** Notes that the form of this request was not taken. */
export const noteFault = async (said: Stranded): Promise<unknown> => faulty.set(await headers(), said);

/** Was the form of this request refused? Its page says so in its title, before anything of it is sent. */
export const wasRefused = async (): Promise<boolean> => faulty.has(await headers());

/** What the refused form of this request said, where the browser shows whatever comes in place of the form; else null. */
export async function strandedHere(): Promise<Stranded | null> {
  const sent = await headers();
  return sent.has("next-action") ? null : (faulty.get(sent) ?? null);
}
