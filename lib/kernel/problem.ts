/** Every way in which something can be refused. Each has a sentence in messages/<locale>/problems.json. */
export const problemCodes = [
  "required",
  "too-long",
  "too-short",
  "not-a-date",
  "date-in-future",
  "date-too-early",
  "date-before",
  "not-a-number",
  "number-out-of-range",
  "not-a-choice",
  "not-an-id",
  "legacy-font",
  "not-an-account-name",
  "password-too-short",
  "password-too-common",
  "name-taken",
  "stale",
  "already-done",
  "unknown-input",
  "foreign-origin",
  "wrong-credentials",
  "wait",
  "file-required",
  "file-type",
  "file-too-large",
  "note-required",
  "finding-vague",
  "finding-evidence",
  "finding-scope",
  "questions-left",
  "visit-final",
  "visit-not-due",
  "not-in-team",
  "draft-exists",
  "no-draft",
  "no-change",
  "approver-not-head",
  "milestone-order",
  "covered-exceeds-total",
  "code-taken",
  "own-account",
  "not-yours",
  "password-wrong",
  "password-differs",
  "password-same",
  "agency-needed",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** `field` names the input it belongs to; `values` fill the sentence. */
export type Problem = { code: ProblemCode; field?: string; values?: Record<string, string | number> };

export const problem = (
  code: ProblemCode,
  field?: string,
  values?: Record<string, string | number>,
): Problem => ({
  code,
  ...(field === undefined ? {} : { field }),
  ...(values === undefined ? {} : { values }),
});
