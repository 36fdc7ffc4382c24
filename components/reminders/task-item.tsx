import { useTranslations } from "next-intl";

import { formatDate } from "@/lib/kernel/format";
import { daysBetween, type PlainDate } from "@/lib/kernel/plain-date";
import { timingOf } from "@/lib/reminders/rules";
import type { Task } from "@/lib/reminders/types";

type Shown = { title: string; why: string; act: string; href: string };

/** What a task says, and where its button leads. */
function useShown(task: Task, agencyCode: string): Shown {
  const words = useTranslations("reminders");
  const findings = useTranslations("findings");
  const own = `/agencies/${agencyCode}`;
  switch (task.kind) {
    case "finding":
      return {
        title: words("finding.title", { topic: findings(`topic.${task.topic}`) }),
        why: task.evidence,
        act: words("finding.act"),
        href: `/findings/${task.id}`,
      };
    case "missing":
      return {
        title: words("missing.title", { title: task.title }),
        why: words("missing.why", { clause: task.clause }),
        act: words("missing.act"),
        href: `${own}/documents/new?for=${encodeURIComponent(task.id)}`,
      };
    case "approve":
    case "review":
      return {
        title: words(`${task.kind}.title`, { code: task.code }),
        why: words(`${task.kind}.why`, { title: task.title }),
        act: words(`${task.kind}.act`),
        href: `/documents/${task.id}/${task.kind === "approve" ? "approve" : "edit"}`,
      };
    case "policy":
      return {
        title: words(`${task.gap}.title`),
        why: words(`${task.gap}.why`),
        act: words(`${task.gap}.act`),
        href: `${own}/policy/${task.gap === "not-posted" ? "post" : "edit"}`,
      };
    case "sign":
      return {
        title: words("sign.title"),
        why: words("sign.why"),
        act: words("sign.act"),
        href: `${own}/policy/sign`,
      };
    case "objectives":
    case "results": {
      const key = task.kind === "objectives" ? "newObjectives" : "results";
      return {
        title: words(`${key}.title`, { year: task.year }),
        why: words(`${key}.why`, { year: task.year }),
        act: words(`${key}.act`),
        href: task.kind === "objectives" ? `${own}/objectives/edit` : `${own}/policy`,
      };
    }
  }
}

function Due({ task, today }: { task: Task; today: PlainDate }) {
  const words = useTranslations("reminders");
  const timing = timingOf(task, today);
  if (task.dueOn === null || timing === "undated") return null;
  const values = { days: Math.abs(daysBetween(today, task.dueOn)), date: formatDate(task.dueOn) };
  return <p className={timing === "overdue" ? "small late" : "small"}>{words(`timing.${timing}`, values)}</p>;
}

export type TaskItemProps = { task: Task; agencyCode: string; today: PlainDate; first: boolean };

/** One thing to do: what, why, until when, and one button that says the act. */
export function TaskItem({ task, agencyCode, today, first }: TaskItemProps) {
  const { title, why, act, href } = useShown(task, agencyCode);
  return (
    <li className="desk-task">
      <div>
        <h3>{title}</h3>
        <p className="soft small">{why}</p>
        <Due task={task} today={today} />
      </div>
      <a className={first ? "button" : "button second"} href={href}>
        {act}
        <span className="visually-hidden">: {title}</span>
      </a>
    </li>
  );
}
