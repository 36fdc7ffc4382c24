import type { Conflict } from "@/lib/kernel/result";

/** What a form shows again after a refusal: each problem as a finished sentence, and everything that was typed. */
export type FormState = {
  problems: readonly { field: string | null; text: string }[];
  values: Readonly<Record<string, string | readonly string[]>>;
  conflict: Conflict | null;
  /** What is shown once, in the answer to the request that made it, and kept nowhere. */
  secret?: { title: string; text: string; value: string; next: { href: string; label: string } };
};

export const untouched: FormState = { problems: [], values: {}, conflict: null };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
