import { owesDeclaration } from "@/lib/adoption/rules";
import type { NextStep, Standing } from "@/lib/adoption/types";
import type { Coverage } from "@/lib/coverage/types";
import type { YearlyDuty } from "@/lib/self-reviews/types";
import { isAgencysTurn } from "@/lib/findings/turns/rules";
import type { FindingLine } from "@/lib/findings/types";
import type { Viewer } from "@/lib/identity/types";
import { endOfTime, yearOf, type PlainDate } from "@/lib/kernel/plain-date";
import { objectivesOwed } from "@/lib/policies/rules";
import type { Objective, Policy, PolicyGap, PolicyRecord } from "@/lib/policies/types";
import { documentsOf } from "@/lib/procedures/rules";
import type { DocumentLine, DocumentSet } from "@/lib/procedures/types";
import { coverTask, updateTask, type AskedUpdate } from "@/lib/reminders/updates/rules";
import type { Desk, SigningGap, Task, Timing } from "@/lib/reminders/types";
import { stageOf } from "@/lib/submissions/rules";
import type { Submission } from "@/lib/submissions/types";

/** What is known of an agency on a day, as its own pages show it. */
export type Facts = {
  set: Pick<DocumentSet, "items" | "others">;
  policy: Pick<PolicyRecord, "gaps"> & {
    current: Pick<Policy, "signerName" | "signedOn"> | null;
    draft: Pick<Policy, "id"> | null;
    submission: Submission | null;
    objectives: readonly Pick<Objective, "year" | "result">[];
  };
  findings: readonly Pick<
    FindingLine,
    "id" | "topic" | "evidence" | "dueOn" | "stage" | "owesReply" | "turns" | "asked"
  >[];
  updates: readonly AskedUpdate[];
  coverage: Pick<Coverage, "handled"> | null;
  adoption: {
    standing: Pick<Standing, "bucket" | "dueOn"> | null;
    next: NextStep | null;
  };
  yearly: readonly YearlyDuty[];
  /** Since when the system is declared, and with it what is done every year owed; null where it is not. */
  declaredOn: PlainDate | null;
  /** Does nobody but whoever decides work for the agency today? What an officer would submit lies with them then. */
  alone: boolean;
};

/**
 * Everything an agency has to do, as it lies on this desk, computed from facts: first what nobody in office signed, then what passed
 * from one desk to the other, then what is late, then by date, then what has no date. The next step towards declaring comes before the
 * deadline for that.
 */
export function tasksOf(
  { set, policy, findings, updates, coverage, adoption, yearly, declaredOn, alone }: Facts,
  desk: Desk,
  on: PlainDate,
): Task[] {
  if (desk === "nobody") return [];
  const tasks: Task[] = [
    ...findings.flatMap(findingTasks),
    ...policyTasks(policy, desk, alone),
    ...set.items.filter((item) => item.state === "missing").map(missingTask),
    ...documentsOf(set).flatMap((line) => documentTasks(line, desk, alone)),
    ...updates.flatMap(updateTask),
    ...coverTask(coverage),
    ...objectiveTasks(policy.objectives, declaredOn, on),
    ...adoptionTasks(adoption),
    ...yearly.flatMap(yearlyTask),
  ];
  const deadline = adoption.standing?.dueOn ?? null;
  const key = (task: Task): string => {
    if (revoked(task)) return "";
    // The next step comes before the deadline to which it leads.
    const by = task.kind === "milestone" ? (task.dueOn ?? deadline) : task.dueOn;
    return passed(task) ? "0" : (by ?? endOfTime);
  };
  return tasks.sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** What a finding asks of its agency: to correct and answer while it is its turn, and to reply where it was asked. */
function findingTasks(finding: Facts["findings"][number]): Task[] {
  const { id, topic, evidence, dueOn, stage, owesReply, turns, asked } = finding;
  const named = { id, topic, evidence };
  const kind = stage === "returned" ? "returned" : "finding";
  const correct: Task = { kind, ...named, round: turns, dueOn };
  return [
    ...(isAgencysTurn(stage) ? [correct] : []),
    ...(owesReply.agency ? [{ kind: "reply" as const, ...named, round: asked, dueOn: null }] : []),
  ];
}

/** The desk of those who work in an agency: the one of everybody who writes, or of whoever decides there today. */
export function deskOf({ role, office }: Pick<Viewer, "role" | "office">): Desk {
  if (role !== "head") return "officer";
  if (!office?.holds) return "nobody";
  return office.holds === "head" ? "head" : "deputy";
}

/** What was signed by somebody who held no office on that day. */
const revoked = ({ kind }: Task): boolean => kind === "resign" || kind === "reapprove";

/** What waits for the head's own hand though nobody submitted it. */
const unsubmitted = ({ kind }: Task): boolean => kind === "signDraft" || kind === "approveDraft";

/** What passed from one desk to the other: before whoever decides, or returned by them. */
export const passed = (task: Task): boolean =>
  revoked(task) ||
  unsubmitted(task) ||
  task.kind === "approve" ||
  task.kind === "sign" ||
  task.kind === "resubmit" ||
  task.kind === "resubmitPolicy";

/** What a draft asks of a desk: the officer submits it, anew where it came back; the head decides on what waits. */
function draftTask(
  last: Submission | null,
  desk: Desk,
): { act: "submit" } | { act: "decide" | "resubmit"; last: Submission } | null {
  const stage = stageOf(last);
  if (desk !== "officer") return last && stage === "waiting" ? { act: "decide", last } : null;
  if (stage === "written") return { act: "submit" };
  return last && stage === "returned" ? { act: "resubmit", last } : null;
}

const bySigning = (gap: PolicyGap): gap is SigningGap => gap === "none-signed" || gap === "former-head";

/**
 * A policy that is signed anew must hang anew: one task at a time, the first that can be done. A draft is signed, whatever
 * else is wanting; where the head's own signature is wanting, or nobody else writes, the head is told of it before it is submitted.
 */
function policyTasks(
  { gaps, current, draft, submission }: Facts["policy"],
  desk: Desk,
  alone: boolean,
): Task[] {
  const asked = draft && draftTask(submission, desk);
  if (gaps.includes("signed-outside") && asked?.act !== "decide") {
    if (desk === "head" && current?.signedOn)
      return [{ kind: "resign", by: current.signerName ?? "–", signedOn: current.signedOn, dueOn: null }];
  }
  if (draft !== null) {
    const of = { id: draft.id, dueOn: null };
    const wanting = gaps.find(bySigning) ?? null;
    if (!asked && desk === "head" && (alone || wanting)) return [{ kind: "signDraft", gap: wanting, ...of }];
    if (!asked || (asked.act === "decide" && desk !== "head")) return [];
    if (asked.act === "submit") return [{ kind: "submitPolicy", ...of }];
    return [{ kind: asked.act === "decide" ? "sign" : "resubmitPolicy", ...of, last: asked.last }];
  }
  const [gap] = gaps;
  return gap && gap !== "signed-outside" ? [{ kind: "policy", gap, dueOn: null }] : [];
}

const missingTask = ({ id, title, clause }: DocumentSet["items"][number]): Task => ({
  kind: "missing",
  id,
  title,
  clause,
  dueOn: null,
});

/** A text that is being revised is not reviewed beside that; one that waits for its day asks nothing. */
function documentTasks(line: DocumentLine, desk: Desk, alone: boolean): Task[] {
  const { id, code, title, draft, outside } = line;
  const dueOn = line.state === "review_due" ? line.reviewDueOn : null;
  const of = { id, code, title, dueOn };
  const asked = draft && draftTask(draft.submission, desk);
  if (asked?.act === "submit") return [{ kind: "submit", ...of }];
  if (asked) return [{ kind: asked.act === "decide" ? "approve" : "resubmit", ...of, last: asked.last }];
  if (outside && desk !== "officer")
    return [{ kind: "reapprove", ...of, dueOn: null, by: outside.by, signedOn: outside.on }];
  if (draft?.undone && desk !== "officer") return [{ kind: "approveDraft", undone: true, ...of }];
  if (draft && alone && desk !== "officer") return [{ kind: "approveDraft", ...of }];
  return line.state === "review_due" && !draft ? [{ kind: "review", ...of }] : [];
}

/** Objectives are set every year before it begins, and what was reached is written down when the year has ended. */
function objectiveTasks(
  objectives: Facts["policy"]["objectives"],
  declaredOn: PlainDate | null,
  on: PlainDate,
): Task[] {
  const open = objectives.filter((each) => each.year < yearOf(on) && each.result === null);
  const years = [...new Set(open.map((each) => each.year))];
  return [
    ...objectivesOwed(
      objectives.map(({ year }) => year),
      declaredOn,
      on,
    ).map((owed) => ({ kind: "objectives" as const, ...owed })),
    ...years.map((each) => ({ kind: "results" as const, year: each, dueOn: null })),
  ];
}

/**
 * Until the system is declared: the province's deadline, and the next step, by the day that the agency's own plan names for it. Where
 * that step is to declare, without a day of its own, it is the same task.
 */
function adoptionTasks({ standing, next }: Facts["adoption"]): Task[] {
  if (!standing || !owesDeclaration(standing.bucket)) return [];
  return [
    ...(next && (next.on !== null || next.kind !== "declared" || standing.dueOn === null)
      ? [{ kind: "milestone" as const, milestone: next.kind, dueOn: next.on }]
      : []),
    ...(standing.dueOn
      ? [{ kind: "declare" as const, lapsed: standing.bucket === "lapsed", dueOn: standing.dueOn }]
      : []),
  ];
}

const yearlyTask = (duty: YearlyDuty): Task[] =>
  duty.state === "done" ? [] : [{ kind: duty.kind, year: yearOf(duty.dueOn), dueOn: duty.dueOn }];

export function timingOf({ dueOn }: Pick<Task, "dueOn">, on: PlainDate): Timing {
  if (dueOn === null) return "undated";
  if (dueOn === on) return "today";
  return dueOn < on ? "overdue" : "ahead";
}
