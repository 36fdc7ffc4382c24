import type { Problem } from "@/lib/kernel/problem";

/** What stands in the database now, when somebody else saved first: shown beside what was typed. */
export type Conflict = {
  current: Record<string, string>;
  savedBy: string;
  savedAt: string;
  /** Receipt of what was sent, where it is kept beside what stands. */
  kept?: string;
  /** When that was received, in Vietnam's time. */
  keptAt?: string;
  /** It came after the minutes were sealed: there is nothing left to decide. */
  late?: true;
};

export type Refusal = { ok: false; problems: readonly Problem[]; conflict?: Conflict };
export type Result<T> = { ok: true; value: T } | Refusal;

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (...problems: Problem[]): Refusal => ({ ok: false, problems });

export const conflicting = (conflict: Conflict): Refusal => ({
  ok: false,
  problems: [{ code: "stale" }],
  conflict,
});
