import { problem, type Problem } from "@/lib/kernel/problem";

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

/** Ends a command from within: nothing of it is kept, and whoever sent it reads why. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.problems.map(({ code }) => code).join(", "));
    this.name = "Refused";
  }
}

/** Ends the command for one reason. */
export function refuse(...reason: Parameters<typeof problem>): never {
  throw new Refused(refused(problem(...reason)));
}

/** Ends the command where there is something in the way. */
export function refuseIf(found: readonly Problem[] | Problem | null): void {
  const problems = found === null ? [] : [found].flat();
  if (problems.length > 0) throw new Refused(refused(...problems));
}

/** What a part of the command came to; where the part is refused, the whole is. */
export function insist<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Refused(result);
  return result.value;
}
