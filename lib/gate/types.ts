import type { Conflict } from "@/lib/kernel/result";

/** What is in the way of a form, as a finished sentence. `missing`: nothing was entered there, and the field has its own words for that. */
export type FormProblem = { field: string | null; text: string; missing?: boolean };

/** What a form shows again after a refusal: each problem, everything that was typed, and the names of files that went along. */
export type FormState = {
  problems: readonly FormProblem[];
  values: Readonly<Record<string, string | readonly string[]>>;
  conflict: Conflict | null;
  /** What is shown once, in the answer to the request that made it, and kept nowhere. */
  secret?: { title: string; text: string; value: string; next: { href: string; label: string } };
};

export const untouched: FormState = { problems: [], values: {}, conflict: null };

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;
