import type { MilestoneKind } from "@/lib/adoption/types";
import type { Topic } from "@/lib/findings/types";
import { formatDate } from "@/lib/kernel/format";
import { dayInVietnam, daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import type { TouchedAct } from "@/lib/legal/touched/types";
import type { LegalRelationKind } from "@/lib/legal/types";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";
import { submissionAddress, type Submission } from "@/lib/submissions/types";
import type { vi } from "@/messages/vi";

type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

type Key =
  | `reminders.${Leaves<(typeof vi)["reminders"]>}`
  | `findings.topic.${Topic}`
  | `legal.relation.${LegalRelationKind}`
  | `catalogue.act.${TouchedAct}`
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
    case "submit":
    case "review":
    case "approveDraft":
      return {
        title: say(`reminders.${task.kind}.title`, { code: task.code }),
        why: say(`reminders.${task.kind}.why`, {
          title: task.title,
          undone: String(task.kind === "approveDraft" && task.undone === true),
        }),
        act: say(`reminders.${task.kind}.act`),
        href: documentHref(task, agencyCode),
      };
    case "update":
      return {
        title: say("reminders.update.title", { code: task.code, law: task.law }),
        why: say("reminders.update.why", {
          title: task.title,
          reason: reasonOf(say, task),
        }),
        act: say("reminders.update.act"),
        href: `/documents/${task.id}#bases`,
      };
    case "cover":
      return {
        title: say("reminders.cover.title", { count: task.count }),
        why: say("reminders.cover.why", { first: task.first, more: task.count - 1 }),
        act: say("reminders.cover.act"),
        href: `${own}/procedures`,
      };
    case "reapprove":
    case "resign": {
      const said = { by: task.by, date: formatDate(task.signedOn) };
      return {
        title: say(`reminders.${task.kind}.title`, { code: task.kind === "reapprove" ? task.code : "" }),
        why: say(`reminders.${task.kind}.why`, said),
        act: say(`reminders.${task.kind}.act`),
        href: task.kind === "reapprove" ? `/documents/${task.id}` : `${own}/policy`,
      };
    }
    case "approve":
    case "resubmit":
      return {
        title: say(`reminders.${task.kind}.title`, { code: task.code }),
        why: `${task.title}. ${saidOf(say, task.last)}`,
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
    case "signDraft":
      return {
        title: say(task.gap ? `reminders.${task.gap}.title` : "reminders.sign.title"),
        why: say("reminders.signDraft.why"),
        act: say("reminders.sign.act"),
        href: `${own}/policy/sign`,
      };
    case "submitPolicy":
      return {
        ...plain(say, "submitPolicy"),
        href: submissionAddress("submit", { agencyCode, of: "policy", id: task.id }),
      };
    case "sign":
    case "resubmitPolicy":
      return {
        title: say(`reminders.${task.kind}.title`),
        why: saidOf(say, task.last),
        act: say(`reminders.${task.kind}.act`),
        href: `${own}/policy/${task.kind === "sign" ? "sign" : "edit"}`,
      };
    case "objectives":
      return { ...ofYear(say, "newObjectives", task.year), href: `${own}/objectives/edit?year=${task.year}` };
    case "results":
      return { ...ofYear(say, "results", task.year), href: `${own}/policy` };
    case "internal_audit":
    case "management_review":
      return { ...ofYear(say, task.kind, task.year), href: `${own}/reviews/new?kind=${task.kind}` };
    case "declare":
      return {
        ...plain(say, "declare"),
        ...(task.lapsed && { why: say("reminders.declare.lapsed") }),
        href: own,
      };
    case "milestone":
      return {
        title: say("reminders.milestone.title", { milestone: say(`adoption.milestone.${task.milestone}`) }),
        why: say(task.dueOn === null ? "reminders.milestone.whyNext" : "reminders.milestone.why"),
        act: say("reminders.milestone.act"),
        href:
          task.milestone === "declared"
            ? `${own}/declarations/new`
            : `${own}/milestones/new?kind=${task.milestone}`,
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

/** Why a document is to be brought up to date, as far as it is known. */
function reasonOf(say: Say, { because, law }: Extract<Task, { kind: "update" }>): string {
  if (!because) return "";
  const { what } = because;
  return because.kind === "procedure"
    ? say("reminders.update.procedure", { what, act: say(`catalogue.act.${because.act}`).toLowerCase(), law })
    : say("reminders.update.reason", { what, relation: say(`legal.relation.${because.kind}`), law });
}

type OfDocument = { kind: "submit" | "review" | "approveDraft"; id: string };

function documentHref({ kind, id }: OfDocument, agencyCode: string): string {
  if (kind === "submit") return submissionAddress("submit", { agencyCode, of: "document", id });
  return kind === "approveDraft" ? `/documents/${id}/approve` : `/documents/${id}`;
}

/** Who passed a draft on, when, and with what words. */
function saidOf(say: Say, { by, at, note, returned }: Submission): string {
  const last = returned ?? { by, at, note };
  const passed = say(returned ? "reminders.returnedBy" : "reminders.submittedBy", {
    name: last.by,
    date: formatDate(dayInVietnam(last.at)),
  });
  return last.note ? `${passed} ${say("reminders.note", { note: last.note })}` : passed;
}

const plain = (say: Say, name: "submitPolicy" | "declare"): Omit<Shown, "href"> => ({
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
