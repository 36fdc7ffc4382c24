import type { Conflict } from "@/lib/kernel/result";

/** What a form shows again after a refusal: each problem as a finished sentence, and everything that was typed. */
export type FormState = {
  problems: readonly { field: string | null; text: string }[];
  values: Readonly<Record<string, string | readonly string[]>>;
  conflict: Conflict | null;
};

export const untouched: FormState = { problems: [], values: {}, conflict: null };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
