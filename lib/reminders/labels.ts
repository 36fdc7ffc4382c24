import type { MilestoneKind } from "@/lib/adoption/types";
import type { Topic } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";
import type { vi } from "@/messages/vi";

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

type Key =
  | `reminders.${Leaves<(typeof vi)["reminders"]>}`
  | `findings.topic.${Topic}`
  | `adoption.milestone.${MilestoneKind}`;

/** The words of one language: a screen's, or those of the person a mail is for. */
export type Say = (key: Key, values?: Record<string, string | number>) => string;

/** What a task says, and where its button leads. */
export type Shown = { title: string; why: string; act: string; href: string };

/** One wording of each task, for the screen and for the mail. */
export function shownTask(say: Say, task: Task, agencyCode: string): Shown {
  const own = `/agencies/${agencyCode}`;
  switch (task.kind) {
    case "finding":
    case "returned":
    case "reply":
      return {
        title: say(`reminders.${task.kind}.title`, { topic: say(`findings.topic.${task.topic}`) }),
        why: task.evidence,
        act: say(`reminders.${task.kind}.act`),
        href: task.kind === "reply" ? `/findings/${task.id}#thread` : `/findings/${task.id}`,
      };
    case "verify":
    case "judge":
      return {
        title: say(`reminders.${task.kind}.title`, { agency: task.agencyName }),
        why: say(`reminders.${task.kind}.why`, {
          topic: say(`findings.topic.${task.topic}`),
          evidence: task.evidence,
        }),
        act: say(`reminders.${task.kind}.act`),
        href: `/findings/${task.id}`,
      };
    case "confirm":
      return {
        title: say("reminders.confirm.title", { agency: task.agencyName }),
        why: say("reminders.confirm.why", {
          topic: say(`findings.topic.${task.topic}`),
          evidence: task.evidence,
          date: formatDate(task.correctedOn),
        }),
        act: say("reminders.confirm.act"),
        href: `/findings/${task.id}`,
      };
    case "missing":
      return {
        title: say("reminders.missing.title", { title: task.title }),
        why: say("reminders.missing.why", { clause: task.clause }),
        act: say("reminders.missing.act"),
        href: `${own}/documents/new?for=${encodeURIComponent(task.id)}`,
      };
    case "approve":
    case "review":
      return {
        title: say(`reminders.${task.kind}.title`, { code: task.code }),
        why: say(`reminders.${task.kind}.why`, { title: task.title }),
        act: say(`reminders.${task.kind}.act`),
        href: `/documents/${task.id}/${task.kind === "approve" ? "approve" : "edit"}`,
      };
    case "policy":
      return {
        title: say(`reminders.${task.gap}.title`),
        why: say(`reminders.${task.gap}.why`),
        act: say(`reminders.${task.gap}.act`),
        href: `${own}/policy/${task.gap === "not-posted" ? "post" : "edit"}`,
      };
    case "sign":
      return { ...plain(say, "sign"), href: `${own}/policy/sign` };
    case "objectives":
      return { ...ofYear(say, "newObjectives", task.year), href: `${own}/objectives/edit?year=${task.year}` };
    case "results":
      return { ...ofYear(say, "results", task.year), href: `${own}/policy` };
    case "internal_audit":
    case "management_review":
      return { ...ofYear(say, task.kind, task.year), href: `${own}/reviews/new?kind=${task.kind}` };
    case "declare":
      return { ...plain(say, "declare"), href: own };
    case "milestone":
      return {
        title: say("reminders.milestone.title", { milestone: say(`adoption.milestone.${task.milestone}`) }),
        why: say("reminders.milestone.why"),
        act: say("reminders.milestone.act"),
        href: `${own}/milestones/new`,
      };
    case "visit":
      return {
        title: say("reminders.visit.title", { agency: task.agencyName }),
        why: say("reminders.visit.why", { date: formatDate(task.dueOn) }),
        act: say("reminders.visit.act"),
        href: `/audits/${task.id}`,
      };
  }
}

const plain = (say: Say, name: "sign" | "declare"): Omit<Shown, "href"> => ({
  title: say(`reminders.${name}.title`),
  why: say(`reminders.${name}.why`),
  act: say(`reminders.${name}.act`),
});

const ofYear = (
  say: Say,
  name: "newObjectives" | "results" | "internal_audit" | "management_review",
  year: number,
): Omit<Shown, "href"> => ({
  title: say(`reminders.${name}.title`, { year }),
  why: say(`reminders.${name}.why`, { year }),
  act: say(`reminders.${name}.act`),
});

/** "Quá hạn 7 ngày (08/06/2017)"; null for what has no date. */
export function whenOf(say: Say, { dueOn }: Pick<Task, "dueOn">, on: PlainDate): string | null {
  const timing = timingOf({ dueOn }, on);
  if (dueOn === null || timing === "undated") return null;
  return say(`reminders.timing.${timing}`, {
    days: Math.abs(daysBetween(on, dueOn)),
    date: formatDate(dueOn),
  });
}
