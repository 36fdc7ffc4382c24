import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import type { Digest, Rung, Section, Told } from "@/lib/reminders/digests/types";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";

/** From how many days after the due date on a rung is reached; before it the number is negative. */
const ladder: readonly { rung: Rung; from: number }[] = [
  { rung: "before14", from: -14 },
  { rung: "before3", from: -3 },
  { rung: "due", from: 0 },
  { rung: "overdue7", from: 7 },
  { rung: "overdue30", from: 30 },
];

/** The last rung reached on a day; null while the due date is far. What has no date is told of once. */
export function rungOf(dueOn: PlainDate | null, on: PlainDate): Rung | null {
  if (dueOn === null) return "undated";
  const late = daysBetween(dueOn, on);
  return ladder.findLast(({ from }) => late >= from)?.rung ?? null;
}

/** Under what a task stands in a letter: what is far from due is not soon due. */
export function sectionOf(task: Pick<Task, "dueOn">, on: PlainDate): Section {
  const timing = timingOf(task, on);
  return timing === "ahead" && rungOf(task.dueOn, on) === null ? "later" : timing;
}

function subjectOf(task: Task): string {
  switch (task.kind) {
    // It waits for its agency anew after an answer that was cancelled, a block that was refused or has ended.
    case "finding":
      return task.round > 0 ? `${task.id}-${task.round}` : task.id;
    case "returned":
    case "reply":
    case "verify":
    case "judge":
      return `${task.id}-${task.round}`;
    case "approve":
    case "resubmit":
    case "sign":
    case "resubmitPolicy":
      return `${task.id}-${task.last.id}`;
    case "confirm":
      return `${task.id}-${task.correctedOn}`;
    case "missing":
    case "submit":
    case "submitPolicy":
    case "signDraft":
    case "approveDraft":
    case "review":
    case "visit":
      return task.id;
    case "update":
      return `${task.id}-${task.changeId}`;
    case "reapprove":
      return `${task.id}-${task.signedOn}`;
    case "resign":
      return task.signedOn;
    case "policy":
      return task.gap;
    case "objectives":
    case "results":
    case "internal_audit":
    case "management_review":
      return String(task.year);
    case "milestone":
      return task.milestone;
    case "declare":
    case "cover":
      return "";
  }
}

/** The name of a duty. With another due date it is another duty: its ladder begins anew. */
export const dutyOf = (task: Task, of: string): string =>
  [of, task.kind, subjectOf(task), task.dueOn ?? "undated"].join("/");

const keyOf = ({ duty, rung }: Told): string => `${duty} ${rung}`;

/** What to write to somebody today: everything they owe, as soon as one thing of it reached a rung they were not told of. */
export function digestOf(
  tasks: readonly Task[],
  of: string,
  told: readonly Told[],
  on: PlainDate,
): Digest | null {
  const known = new Set(told.map(keyOf));
  const fresh = tasks
    .flatMap((task): Told[] => {
      const rung = rungOf(task.dueOn, on);
      return rung ? [{ duty: dutyOf(task, of), rung }] : [];
    })
    .filter((each) => !known.has(keyOf(each)));
  return fresh.length > 0 ? { tasks, fresh } : null;
}

/** Digests go out from seven in the morning in Vietnam, before the day's work. */
export const digestHour = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);
